import { createMock } from "@kombo-mock/msw";
import { expect, test } from "vitest";
import { listening, signatureOf } from "./listening.ts";

const three = ["integration-created", "integration-deleted", "integration-state-changed"] as const;

test("the first so many are sent twice, under one id", async () => {
  const { mock, received, endpoint } = await listening();
  await mock.webhooks.endpoints.update(endpoint, { chaos: { duplicate: { first: 1 } } });
  for (const type of three) await mock.webhooks.trigger(type);
  expect(received.map(({ type }) => type)).toEqual([three[0], ...three]);
  expect(received[0]?.id).toBe(received[1]?.id);
  expect((await mock.webhooks.deliveries()).map(({ chaos }) => chaos)).toEqual([
    ["duplicate"],
    ["duplicate"],
    [],
    [],
  ]);
});

test("every so many-th is lost, and the log says so", async () => {
  const { mock, received, endpoint } = await listening();
  await mock.webhooks.endpoints.update(endpoint, { chaos: { drop: { every: 2 } } });
  for (const type of three) await mock.webhooks.trigger(type);
  expect(received.map(({ type }) => type)).toEqual([three[0], three[2]]);
  const [, lost] = await mock.webhooks.deliveries();
  expect(lost).toMatchObject({ type: three[1], state: "dropped", chaos: ["drop"], attempts: [] });
  expect(lost?.cause).toContain("lost on purpose");
});

test("one out of order comes after the next one, or at last when everything is flushed", async () => {
  const { mock, received, endpoint } = await listening();
  await mock.webhooks.endpoints.update(endpoint, { chaos: { reorder: { first: 1 } } });
  for (const type of three) await mock.webhooks.trigger(type);
  expect(received.map(({ type }) => type)).toEqual([three[1], three[0], three[2]]);
  const { deliveries } = await mock.webhooks.trigger(three[0], { chaos: ["reorder"] });
  expect(deliveries).toMatchObject([{ state: "held" }]);
  await mock.settle();
  expect(received).toHaveLength(3);
  await mock.settle({ flush: true });
  expect(received).toHaveLength(4);
});

test("a bad signature is bad at each retry, and good when it is sent by hand", async () => {
  const secret = "known";
  const { mock, received } = await listening({ webhooks: { secret } }, ({ text, headers }) =>
    headers.get("x-kombo-signature") === signatureOf(text, secret)
      ? new Response()
      : new Response(null, { status: 401 }),
  );
  const { deliveries } = await mock.webhooks.trigger(three[0], { chaos: ["bad_signature"] });
  await mock.settle({ flush: true });
  expect(received).toHaveLength(4);
  expect(await mock.webhooks.redeliver(deliveries[0]?.id ?? "")).toMatchObject({
    state: "delivered",
    chaos: ["bad_signature"],
  });
});

test("a late one comes late by the mock's clock", async () => {
  const { mock, received, endpoint } = await listening();
  await mock.webhooks.endpoints.update(endpoint, { chaos: { delay: { every: 1, milliseconds: 5_000 } } });
  await mock.webhooks.trigger(three[0]);
  expect(received).toEqual([]);
  await mock.clock.advance("PT4S");
  expect(received).toEqual([]);
  await mock.clock.advance("PT1S");
  expect(received).toHaveLength(1);
});

test("what goes wrong is checked when it is set", async () => {
  const mock = createMock();
  const url = "http://127.0.0.1:3000/";
  const create = (chaos: object) => mock.webhooks.endpoints.create({ url, chaos });
  await expect(create({ drop: { first: 0 } })).rejects.toThrow("body.chaos.drop.first");
  await expect(create({ explode: {} })).rejects.toThrow("body.chaos.explode is not known");
});
