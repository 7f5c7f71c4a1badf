import type { Finding } from "@kombo-mock/msw";
import { expect, test } from "vitest";
import { listening, signatureOf } from "./listening.ts";

const secret = "known";
const type = "integration-created";

test("a forged copy comes before a webhook; a receiver that refuses it is told of the event once", async () => {
  const findings: Finding[] = [];
  const options = { webhooks: { secret }, variations: [`webhook ${type} signature=bad`] };
  const taken: string[] = [];
  const { mock, received } = await listening(
    { ...options, onFinding: (finding) => findings.push(finding) },
    ({ text, id, headers }) => {
      if (headers.get("x-kombo-signature") !== signatureOf(text, secret))
        return new Response(null, { status: 401 });
      taken.push(id);
      return new Response();
    },
  );
  const { deliveries } = await mock.webhooks.trigger(type);
  expect(received).toHaveLength(2);
  expect(taken).toEqual([received[0]?.id]);
  expect(deliveries).toMatchObject([{ state: "delivered", attempts: [{ answer: { status: 200 } }] }]);
  expect(findings).toEqual([]);
});

test("a receiver that accepts a forged webhook is found out", async () => {
  const findings: Finding[] = [];
  const { mock } = await listening({
    variations: [`webhook ${type} signature=bad`],
    onFinding: (finding) => findings.push(finding),
  });
  await mock.webhooks.trigger(type);
  await mock.webhooks.trigger("integration-deleted");
  expect(findings).toEqual([
    { variation: `webhook ${type} signature=bad`, message: expect.stringContaining("was accepted") },
  ]);
});

test("what is to be sent twice comes twice, under one id", async () => {
  const { mock, received } = await listening({ variations: [`webhook ${type} delivery=duplicate`] });
  await mock.webhooks.trigger(type);
  expect(received.map(({ id }) => id)).toEqual([received[0]?.id, received[0]?.id]);
  expect(await mock.webhooks.deliveries()).toHaveLength(1);
});

test("of several that wait, the second goes first", async () => {
  const order = async (variations: readonly string[]) => {
    const { mock, received } = await listening({ variations });
    const ids = (await mock.integrations.list()).slice(0, 3).map(({ id }) => id);
    await Promise.all(ids.map((id) => mock.integrations.update(id, { status: "INACTIVE" })));
    await mock.settle({ flush: true });
    return received.filter((one) => one.type === "integration-state-changed").map(({ data }) => data["id"]);
  };
  const plain = await order([]);
  expect(plain).toHaveLength(3);
  const [first, ...others] = plain;
  expect(await order(["webhook integration-state-changed delivery=reorder"])).toEqual([...others, first]);
});
