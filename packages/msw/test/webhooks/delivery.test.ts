import { createMock } from "@kombo-mock/msw";
import { expect, test } from "vitest";
import { caller, listening, modelsOf, type Received, signatureOf } from "./listening.ts";

const down = () => new Response("down", { status: 503 });

test("what is sent is signed over its own bytes, with the endpoint's secret or else the mock's", async () => {
  const { mock, received, endpoint } = await listening({ webhooks: { secret: "known" } });
  await mock.webhooks.trigger("integration-created");
  await mock.webhooks.endpoints.update(endpoint, { secret: "its own" });
  await mock.webhooks.trigger("integration-created");
  const [first, second] = received as [Received, Received];
  expect(first.headers.get("x-kombo-signature")).toBe(signatureOf(first.text, "known"));
  expect(second.headers.get("x-kombo-signature")).toBe(signatureOf(second.text, "its own"));
  expect(first.headers.get("content-type")).toBe("application/json");
  expect(first.headers.get("user-agent")).toMatch(/^kombo-mock\/\d/);
  expect(first.id).not.toBe(second.id);
});

test("an endpoint is told of its events and its integration only", async () => {
  const mock = createMock({ clock: "frozen", webhooks: { throttleMs: 0 } });
  const told: string[] = [];
  const { integration_id } = mock.cast.withoutEmail;
  await mock.webhooks.deliverTo(
    async (request) => {
      told.push(((await request.json()) as { type: string }).type);
      return new Response();
    },
    { integration_id, events: ["data-changed", "integration-deleted"] },
  );
  await mock.create("ats.tags", {});
  await mock.create("hris.locations", {});
  await mock.webhooks.trigger("integration-created", { integration_id });
  await mock.webhooks.trigger("integration-deleted", { integration_id });
  await mock.webhooks.trigger("ai-apply-application-status-updated");
  await mock.settle();
  expect(told).toEqual(["data-changed", "integration-deleted"]);
});

test("a webhook leaves only after the answer that caused it", async () => {
  const order: string[] = [];
  const { mock } = await listening({}, () => {
    order.push("webhook");
    return new Response();
  });
  const { id, integration_id } = mock.cast.withoutEmail;
  const call = caller(mock, integration_id);
  await call(`PATCH /hris/employees/${id}`, { work_email: "zoe@example.com" });
  order.push("answer");
  await mock.settle();
  expect(order).toEqual(["answer", "webhook"]);
});

test("a receiver that is down gets the webhook three times more, by the mock's clock", async () => {
  const { mock, received } = await listening({}, down);
  const { deliveries } = await mock.webhooks.trigger("integration-created");
  expect(deliveries[0]).toMatchObject({ state: "waiting", due_at: "2026-01-15T09:00:10.000Z" });
  expect(deliveries[0]?.cause).toContain("answered 503: the receiver itself failed; look at its log.");
  await mock.clock.advance("PT9S");
  expect(received).toHaveLength(1);
  await mock.clock.advance("PT1S");
  expect(received).toHaveLength(2);
  await mock.clock.advance("P1D");
  expect(received).toHaveLength(4);
  expect(new Set(received.map(({ id, text }) => `${id}${text}`)).size).toBe(1);
  const [log] = await mock.webhooks.deliveries();
  expect(log?.state).toBe("failed");
  expect(log?.attempts.map(({ at }) => at)).toEqual([
    "2026-01-15T09:00:00.000Z",
    "2026-01-15T09:00:10.000Z",
    "2026-01-15T09:01:10.000Z",
    "2026-01-15T09:11:10.000Z",
  ]);
});

test("a webhook that arrives at the second attempt is not sent again, and others do not wait for it", async () => {
  const { mock, received } = await listening({}, (_, count) => (count === 1 ? down() : new Response()));
  await mock.webhooks.trigger("integration-created");
  await mock.webhooks.trigger("integration-deleted");
  expect(received.map(({ type }) => type)).toEqual(["integration-created", "integration-deleted"]);
  await mock.settle({ flush: true });
  await mock.clock.advance("P1D");
  expect(received.map(({ type }) => type)).toEqual([
    "integration-created",
    "integration-deleted",
    "integration-created",
  ]);
  expect((await mock.webhooks.deliveries()).map(({ state }) => state)).toEqual(["delivered", "delivered"]);
});

test("retries and what counts as success can be chosen", async () => {
  const { mock, received } = await listening(
    { webhooks: { retryDelaysMs: [1_000] }, assume: { "webhook-success": "200" } },
    () => new Response(null, { status: 204 }),
  );
  await mock.webhooks.trigger("integration-created");
  await mock.settle({ flush: true });
  expect(received).toHaveLength(2);
  const never = await listening({ assume: { "webhook-retries": 0 } }, down);
  await never.mock.webhooks.trigger("integration-created");
  await never.mock.settle({ flush: true });
  expect(never.received).toHaveLength(1);
});

test("what failed or was lost is sent once more by hand, without further retries", async () => {
  const { mock, received, endpoint } = await listening({ assume: { "webhook-retries": 0 } }, (_, count) =>
    count < 3 ? down() : new Response(),
  );
  const { deliveries } = await mock.webhooks.trigger("integration-created");
  const { id = "" } = deliveries[0] ?? {};
  expect((await mock.webhooks.redeliver(id)).state).toBe("failed");
  expect(await mock.webhooks.redeliver(id)).toMatchObject({ state: "delivered", cause: "answered 200" });
  expect(received).toHaveLength(3);
  const lost = await mock.webhooks.trigger("integration-deleted", { chaos: ["drop"] });
  expect(lost.deliveries).toMatchObject([{ state: "dropped", attempts: [] }]);
  expect((await mock.webhooks.redeliver(lost.deliveries[0]?.id ?? "")).state).toBe("delivered");
  await expect(mock.webhooks.redeliver("nope")).rejects.toThrow('There is no delivery "nope".');
  await mock.webhooks.endpoints.remove(endpoint);
  await expect(mock.webhooks.redeliver(id)).rejects.toThrow("was removed");
});

test("a handler that throws, and one that answers 401, are told with the usual cause", async () => {
  const { mock } = await listening({}, (_, count) => {
    if (count === 1) throw new Error("no such column");
    return new Response("bad signature", { status: 401 });
  });
  const first = await mock.webhooks.trigger("integration-created");
  expect(first.deliveries[0]?.cause).toContain("the handler threw: no such column");
  const { deliveries } = await mock.webhooks.trigger("integration-created");
  expect(deliveries[0]?.cause).toContain("answered 401: probably the signature check.");
  expect(deliveries[0]?.cause).toContain("a hex digest");
  expect(deliveries[0]?.attempts[0]).toMatchObject({
    request: { headers: { "content-type": "application/json" } },
    answer: { status: 401, body: "bad signature" },
  });
});

test("an endpoint is served one after the other, in order", async () => {
  let under = 0;
  let most = 0;
  const { mock, received } = await listening({ webhooks: { throttleMs: 0 } }, async () => {
    most = Math.max(most, ++under);
    await new Promise((resolve) => setImmediate(resolve));
    under--;
    return new Response();
  });
  for (const name of ["hris.locations", "hris.groups", "hris.legal-entities"] as const)
    await mock.create(name, {});
  await mock.settle();
  expect(received.map(modelsOf)).toEqual([["hris_locations"], ["hris_teams"], ["hris_legal_entities"]]);
  expect(most).toBe(1);
});

test("a handler that reads, writes, and settles itself, comes to an end", async () => {
  const { mock, received } = await listening({ webhooks: { throttleMs: 0 } }, async (_, count) => {
    if (count > 1) return new Response();
    const { id, integration_id } = mock.cast.withoutEmail;
    const call = caller(mock, integration_id);
    await call("GET /hris/employees");
    await call(`PATCH /hris/employees/${id}`, { work_email: "zoe@example.com" });
    await mock.settle();
    return new Response();
  });
  await mock.create("hris.locations", {});
  await mock.settle();
  expect(received.map(modelsOf)).toEqual([["hris_locations"], ["hris_employees"]]);
  expect((await mock.webhooks.deliveries()).map(({ state }) => state)).toEqual(["delivered", "delivered"]);
});

test("an endpoint takes over where it is changed, and what was to come is not sent to a removed one", async () => {
  const { mock, received, endpoint } = await listening({}, down);
  expect(await mock.webhooks.endpoints.list()).toMatchObject([{ id: endpoint, url: null, events: null }]);
  await mock.webhooks.trigger("integration-created");
  await mock.webhooks.endpoints.remove(endpoint);
  await mock.settle({ flush: true });
  expect(received).toHaveLength(1);
  expect((await mock.webhooks.deliveries())[0]?.cause).toContain("The endpoint was removed.");
  await expect(mock.webhooks.endpoints.remove(endpoint)).rejects.toThrow("There are none.");
});

test("a delivery that is under way at a reset is recorded nowhere, and one of a snapshot is sent again", async () => {
  let release = () => {};
  let begun = () => {};
  const began = new Promise<void>((resolve) => {
    begun = resolve;
  });
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const { mock, received, endpoint } = await listening({}, async (_, count) => {
    if (count > 1) return new Response();
    begun();
    await held;
    return new Response();
  });
  await mock.create("hris.locations", {});
  const pending = await mock.snapshot();
  await began;
  await mock.reset();
  release();
  await mock.settle();
  expect(await mock.webhooks.deliveries()).toEqual([]);
  expect(await mock.webhooks.endpoints.list()).toEqual([]);

  await mock.restore(pending);
  await mock.settle();
  expect(received).toHaveLength(2);
  expect(received[1]?.text).toBe(received[0]?.text);
  expect(await mock.webhooks.deliveries()).toMatchObject([{ state: "delivered", endpoint_id: endpoint }]);
  expect((await mock.webhooks.deliveries())[0]?.attempts).toHaveLength(1);
});

test("resetting one integration leaves the deliveries of others alone", async () => {
  const { mock, received } = await listening();
  await mock.create("hris.locations", {});
  await mock.create("ats.tags", {});
  await mock.reset({ integration_id: mock.cast.withoutEmail.integration_id });
  await mock.settle();
  expect(received.map(modelsOf)).toEqual([["ats_tags"]]);
});

test("the oldest events are forgotten, but none that still has to go", { timeout: 60_000 }, async () => {
  const { mock, received, endpoint } = await listening({ webhooks: { throttleMs: 0 } }, (_, count) =>
    count === 1 ? down() : new Response(),
  );
  await mock.webhooks.endpoints.update(endpoint, { events: ["integration-created"] });
  const { id } = await mock.webhooks.trigger("integration-created");
  const employee = mock.cast.withoutEmail.id;
  for (let number = 0; number < 1_050; number++) {
    await mock.update("hris.employees", employee, { job_title: `Nr. ${number}` });
  }
  const kept = await mock.webhooks.all();
  expect([kept.length, kept[0]?.id]).toEqual([1_000, id]);
  await mock.settle({ flush: true });
  expect(received.map((one) => one.id)).toEqual([id, id]);
  await mock.create("hris.locations", {});
  expect((await mock.webhooks.all()).some((one) => one.id === id)).toBe(false);
  expect(await mock.webhooks.deliveries()).toEqual([]);
});

test("a fork does not send again what the original still sends", async () => {
  const { mock, received } = await listening({}, down);
  await mock.webhooks.trigger("integration-created");
  const fork = await mock.fork();
  expect(await fork.webhooks.deliveries()).toEqual([]);
  await fork.clock.advance("P1D");
  expect(received).toHaveLength(1);
  expect((await mock.webhooks.deliveries()).map(({ state }) => state)).toEqual(["waiting"]);
  await mock.clock.advance("P1D");
  expect(received).toHaveLength(4);
});
