import { createHmac } from "node:crypto";
import { describe, expect, test } from "vitest";
import { doors, rowsOf } from "./doors.ts";

const event = {
  id: "event-1",
  type: "integration-state-changed",
  data: {
    ...{ integration_id: "personio:1", integration_category: "HRIS" },
    ...{ state: "INVALID", setup_status: "COMPLETED" },
    updated_at: "2026-01-15T09:00:00.000Z",
  },
};

const signed = (body: string, secret: string) =>
  createHmac("sha256", secret).update(body).digest("base64url");

const request = (body: string, signature?: string) =>
  new Request("http://receiver.example/", {
    method: "POST",
    body,
    headers: {
      "content-type": "application/json",
      ...(signature === undefined ? {} : { "x-kombo-signature": signature }),
    },
  });

describe.each(doors)("signatures, $name", (door) => {
  test("what the mock sends is taken", async () => {
    const { control, quiet, ...open } = await door.open();
    const { deliveries } = await control.webhooks.trigger("integration-created");
    await quiet();
    expect(deliveries).toMatchObject([{ state: "delivered", attempts: [{ answer: { status: 200 } }] }]);
    expect(rowsOf(open, "events")).toMatchObject([{ type: "integration-created" }]);
  });

  test("what has a bad signature is refused, and nothing of it is kept", async () => {
    const { control, quiet, ...open } = await door.open();
    const { deliveries } = await control.webhooks.trigger("integration-created", {
      chaos: ["bad_signature"],
    });
    await quiet({ flush: true });
    expect(deliveries[0]?.attempts[0]?.answer?.status).toBe(401);
    expect([...rowsOf(open, "events"), ...rowsOf(open, "integrations")]).toEqual([]);
    // The same event with its right signature is still taken.
    await control.webhooks.redeliver(deliveries[0]?.id ?? "");
    expect(rowsOf(open, "events")).toHaveLength(1);
  });

  test("the signature is that of the bytes, so any change of them is seen", async () => {
    const { deliver, secret, ...open } = await door.open();
    const body = JSON.stringify(event, null, 1);
    for (const [sent, signature] of [
      [body, undefined],
      [body, ""],
      [body, signed(body, "another secret")],
      [body, signed(JSON.stringify(event), secret)],
      [`${body} `, signed(body, secret)],
    ] as const)
      expect((await deliver(request(sent, signature))).status).toBe(401);
    expect(rowsOf(open, "events")).toEqual([]);
    expect((await deliver(request(body, signed(body, secret)))).status).toBe(200);
    expect(rowsOf(open, "integrations")).toMatchObject([{ id: "personio:1", state: "INVALID" }]);
  });

  test("what is signed and no webhook, and what is not sent with POST, is refused", async () => {
    const { deliver, secret, ...open } = await door.open();
    for (const body of ["no JSON", "null", "[]", '{"id":1,"type":"data-changed"}'])
      expect((await deliver(request(body, signed(body, secret)))).status).toBe(400);
    expect((await deliver(new Request("http://receiver.example/"))).status).toBe(405);
    expect(rowsOf(open, "events")).toEqual([]);
  });
});

test("a body that is larger than any webhook is refused over HTTP", async () => {
  const [, http] = doors;
  const { deliver, ...open } = (await http?.open()) ?? expect.fail("There is no such door.");
  expect((await deliver(request("x".repeat(1_048_577)))).status).toBe(413);
  expect(rowsOf(open, "events")).toEqual([]);
});
