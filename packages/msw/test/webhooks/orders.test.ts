import { createMock } from "@kombo-mock/msw";
import { webhookValidators } from "@kombo-mock/openapi/webhooks";
import { expect, test } from "vitest";
import { caller, listening } from "./listening.ts";

const json = (body: unknown, status = 200) => Response.json(body, { status });

test("an order is open, whole, announced once, and listed", async () => {
  const { mock, received } = await listening();
  const [offered] = await mock.find("assessment.packages");
  const { order, event_id, rejection_message, deliveries } = await mock.orderAssessment({
    candidate: { first_name: "Mia", email: "mia@example.com" },
  });
  expect(order).toMatchObject({ status: "OPEN", package_id: offered?.id, candidate: { first_name: "Mia" } });
  expect([rejection_message, deliveries.map(({ state }) => state)]).toEqual([null, ["delivered"]]);
  expect(received).toMatchObject([{ id: event_id, type: "assessment:order-received" }]);
  const { remote_id } = order.candidate;
  expect(received[0]?.data).toMatchObject({
    id: order.id,
    candidate: { remote_id, email: "mia@example.com" },
  });
  const { integration_id } = mock.cast.openOrder;
  const { json: page } = await caller(mock, integration_id)("GET /assessment/orders/open");
  expect((page.data["results"] as unknown[]).at(-1)).toMatchObject({
    id: order.id,
    candidate: { first_name: "Mia" },
  });
});

test("422 with a message rejects the order, for good and with its reason", async () => {
  const { mock } = await listening({}, () => json({ message: "No credits left." }, 422));
  const { order, rejection_message, deliveries } = await mock.orderAssessment();
  expect([order.status, rejection_message]).toEqual(["REJECTED", "No credits left."]);
  expect(deliveries).toMatchObject([
    { state: "delivered", cause: "answered 422 with a message: the order is REJECTED." },
  ]);
  const again = createMock({ clock: "frozen" });
  await again.importState(await mock.exportState());
  expect((await again.find("assessment.orders", order.id))[0]?.status).toBe("REJECTED");
});

test.each([
  ["422 without a message", () => json({ error: "no" }, 422)],
  ["422 with a message that is none", () => json({ message: 7 }, 422)],
  ["422 that is no JSON", () => new Response("no", { status: 422 })],
  ["a failure of the receiver", () => json({ message: "No credits left." }, 500)],
])("%s leaves the order open, and the webhook comes again", async (_, answer) => {
  const { mock, received } = await listening({}, answer);
  const { order, rejection_message, deliveries } = await mock.orderAssessment();
  expect([order.status, rejection_message, deliveries[0]?.state]).toEqual(["OPEN", null, "waiting"]);
  await mock.clock.advance("PT10S");
  expect(received).toHaveLength(2);
  expect((await mock.find("assessment.orders", order.id))[0]?.status).toBe("OPEN");
});

test("a rejection by a later attempt counts too, and one of an order that is done does not", async () => {
  const { mock } = await listening({}, (_, count) => json({ message: "Too late." }, count === 1 ? 503 : 422));
  const { order } = await mock.orderAssessment();
  await mock.clock.advance("PT10S");
  expect((await mock.find("assessment.orders", order.id))[0]?.status).toBe("REJECTED");

  const done = await listening({}, () => json({ message: "Too late." }, 422));
  const { id, integration_id } = done.mock.cast.completedOrder;
  await done.mock.webhooks.trigger("assessment:order-received", { integration_id, set: { id } });
  expect((await done.mock.find("assessment.orders", id))[0]?.status).toBe("COMPLETED");
});

test("an inline order answers where the candidate is sent", async () => {
  const { mock, received } = await listening({}, () =>
    json({ assessment_url: "https://tests.example.com/start/1" }),
  );
  const { assessment_url, order } = await mock.orderAssessment({ inline: true });
  expect([assessment_url, order.status]).toEqual(["https://tests.example.com/start/1", "OPEN"]);
  expect(received.map(({ type }) => type)).toEqual(["inline-assessment:order-received"]);
});

test.each([
  ["no address", () => json({}), "the answer has no assessment_url; it must be JSON such as"],
  [
    "an address that no browser opens",
    () => json({ assessment_url: "javascript:1" }),
    'has the assessment_url "javascript:1"',
  ],
  ["no JSON", () => new Response("ok"), "the answer has no assessment_url"],
  ["a failure", () => new Response(null, { status: 500 }), "answered 500"],
])(
  "an inline order that is answered by %s leads nowhere, and says why, and is not sent again",
  async (_, answer, message) => {
    const { mock, received } = await listening({}, answer);
    await expect(mock.orderAssessment({ inline: true })).rejects.toThrow(message);
    await mock.settle({ flush: true });
    expect(received).toHaveLength(1);
  },
);

test("what cannot be ordered is told: no receiver, no package, an unknown one", async () => {
  const mock = createMock({ clock: "frozen" });
  await expect(mock.orderAssessment({ inline: true })).rejects.toThrow('Nobody receives "inline-assessment');
  await expect(mock.orderAssessment({ package_id: "nope" })).rejects.toThrow(
    'body.package_id: "nope" is no package',
  );
  const { integration_id } = mock.cast.openOrder;
  await caller(mock, integration_id)("PUT /assessment/packages", { packages: [] });
  await expect(mock.orderAssessment()).rejects.toThrow("Add some with PUT /assessment/packages.");
});

test("the webhook has the document's form, whatever the order holds", async () => {
  const mock = createMock({ clock: "frozen", world: "edge" });
  const validate = webhookValidators["assessment:order-received"]?.body;
  for (const { id } of await mock.find("assessment.orders")) {
    const { integration_id } = mock.cast.openOrder;
    const [order] = await mock.find("assessment.orders", id);
    await mock.orderAssessment({ integration_id, job: order?.job ?? {}, candidate: order?.candidate ?? {} });
    const { body } = await mock.webhooks.next("assessment:order-received");
    expect(validate?.(body), JSON.stringify(validate?.errors)).toBe(true);
  }
});
