import { createHmac } from "node:crypto";
import { verifyKomboSignature } from "@kombo-mock/contract/signature";
import { connectMock } from "@kombo-mock/msw/connect";
import { expect, test } from "vitest";
import { receive } from "./receiver.ts";
import { serve } from "./serve.ts";

const secret = "kombo-mock-webhook-secret";

test("a real server gets what a write causes, after the answer, signed over the raw bytes", async () => {
  const order: string[] = [];
  const { url, received } = await receive(() => {
    order.push("webhook");
    return { status: 200 };
  });
  const { ask, mock } = await serve({ world: "small", webhooks: { url } });
  const { id, integration_id } = mock.cast.withoutEmail;
  const headers = { "x-integration-id": integration_id };
  const written = await ask(`PATCH /v1/hris/employees/${id}`, {
    headers,
    body: { work_email: "a@example.com" },
  });
  order.push("answer");
  expect(written.status).toBe(200);
  expect((await ask("POST /_mock/settle", { body: {} })).status).toBe(200);
  expect(order).toEqual(["answer", "webhook"]);
  const [one] = received;
  expect(one?.type).toBe("data-changed");
  expect(one?.signature).toBe(
    createHmac("sha256", secret)
      .update(one?.raw ?? "")
      .digest("base64url"),
  );
  expect(await verifyKomboSignature(one?.raw ?? "", one?.signature, secret)).toBe(true);
});

test("a receiver with one connection, which reads from and writes to the mock while it is called, never blocks", async () => {
  const { mock, ask, url: base } = await serve({ world: "small", webhooks: { throttleMs: 0 } });
  const { id, integration_id } = mock.cast.withoutEmail;
  const headers = { "x-integration-id": integration_id };
  const { url, received } = await receive(async (_, count) => {
    const read = await ask(`GET /v1/hris/employees?ids=${id}`, { headers });
    if (count <= 3) {
      const body = { work_email: `nr-${count}@example.com` };
      await ask(`PATCH /v1/hris/employees/${id}`, { headers, body });
      await ask("GET /_mock/webhooks/deliveries");
    }
    return { status: read.status };
  });
  const control = connectMock({ url: base, apiKey: "ks_dev_mock" });
  await control.webhooks.endpoints.create({ url });
  await control.create("hris.locations", {});
  await control.settle();
  expect(received.map(({ type }) => type)).toEqual(Array.from({ length: 4 }, () => "data-changed"));
  const states = (await control.webhooks.deliveries()).map(({ state }) => state);
  expect(new Set(states)).toEqual(new Set(["delivered"]));
  const { json } = await ask<{ data: { results: unknown[] } }>(`GET /v1/hris/employees?ids=${id}`, {
    headers,
  });
  expect(json.data.results).toMatchObject([{ work_email: "nr-3@example.com" }]);
});

test("advancing the clock answers when the retries that it made due have arrived", async () => {
  const { url, received } = await receive((_, count) => ({ status: count < 3 ? 500 : 200 }));
  const { url: base } = await serve({ webhooks: { url } });
  const control = connectMock({ url: base });
  await control.webhooks.trigger("integration-created");
  expect(received).toHaveLength(1);
  await control.clock.advance("PT2M");
  expect(received).toHaveLength(3);
  expect((await control.webhooks.deliveries()).map(({ state }) => state)).toEqual(["delivered"]);
});

test("each key has endpoints, events and deliveries of its own", async () => {
  const { url, received } = await receive();
  const { url: base } = await serve();
  const [one, other] = ["ks_dev_one", "ks_dev_two"].map((apiKey) => connectMock({ url: base, apiKey }));
  await one?.webhooks.endpoints.create({ url });
  await other?.webhooks.trigger("integration-created");
  expect(received).toEqual([]);
  await one?.webhooks.trigger("integration-deleted");
  expect(received.map(({ type }) => type)).toEqual(["integration-deleted"]);
  expect(await other?.webhooks.deliveries()).toEqual([]);
});

test("an order over HTTP is rejected by 422, and an inline one leads where the receiver says", async () => {
  const { url } = await receive(({ type }) =>
    type.startsWith("inline")
      ? { status: 200, body: '{"assessment_url":"https://tests.example.com/1"}' }
      : { status: 422, body: '{"message":"No credits left."}' },
  );
  const { ask } = await serve({ webhooks: { url } });
  const rejected = await ask("POST /_mock/assessment/orders", { body: {} });
  expect(rejected).toMatchObject({
    status: 200,
    json: { order: { status: "REJECTED" }, rejection_message: "No credits left." },
  });
  expect(await ask("POST /_mock/assessment/orders", { body: { inline: true } })).toMatchObject({
    json: { assessment_url: "https://tests.example.com/1", order: { status: "OPEN" } },
  });
});

test("whoever ends an environment ends its webhooks", async () => {
  const { url, received } = await receive(() => ({ status: 500 }));
  const { ask } = await serve({ webhooks: { url } });
  await ask("POST /_mock/webhooks/trigger", { body: { type: "integration-created" } });
  expect(received).toHaveLength(1);
  await ask("DELETE /_mock/environments/default", { key: null });
  await ask("POST /_mock/settle", { body: { flush: true } });
  expect(received).toHaveLength(1);
});

test("what is not known is refused with its path", async () => {
  const { ask } = await serve();
  const messages = async (call: string, body?: unknown) =>
    (await ask<{ error: { message: string } }>(call, body === undefined ? {} : { body })).json.error.message;
  expect(
    await messages("POST /_mock/webhooks/endpoints", { url: "http://127.0.0.1/", event: "x" }),
  ).toContain("body.event is not known");
  expect(await messages("POST /_mock/webhooks/trigger", { type: "nope" })).toContain(
    "body.type must be one of",
  );
  expect(await messages("GET /_mock/webhooks/deliveries?colour=red")).toContain("query.colour is not known");
  expect(await messages("GET /_mock/webhooks/events?type=nope")).toContain("query.type must be one of");
  expect(await messages("POST /_mock/webhooks/events/next", { type: "data-changed" })).toContain(
    "There is nothing.",
  );
  expect(await messages("POST /_mock/webhooks/deliveries/nope/redeliver", {})).toContain("no delivery");
});
