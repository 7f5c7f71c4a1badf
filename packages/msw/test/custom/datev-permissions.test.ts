import { expect, test } from "vitest";
import { openTools } from "./tools.ts";

const checks = [
  "GET /custom/datev/check-eau-permission",
  "GET /custom/datev/check-write-permission",
  "GET /custom/datev/check-document-permission",
] as const;

test("the client's numbers and program are told, the same each time, and others for another client", async () => {
  const { send, unready, assertValidAnswers } = await openTools();
  const one = await send("GET /custom/datev/system-information");
  expect(await send("GET /custom/datev/system-information")).toEqual(one);
  expect(one.data).toEqual({
    consultant_number: expect.any(Number),
    client_number: expect.any(Number),
    target_system: expect.stringMatching(/^(LODAS|LuG)$/),
  });
  const other = await send("GET /custom/datev/system-information", { to: unready });
  expect(other.data).not.toEqual(one.data);
  await assertValidAnswers();
});

test.each(checks)("%s: one integration is ready, and the other is not and says why", async (operation) => {
  const { send, unready, assertValidAnswers } = await openTools();
  const ready = await send(operation);
  expect(ready.data).toMatchObject({ ready: true });
  expect(ready.data).not.toHaveProperty("error");
  const not = await send(operation, { to: unready });
  expect(not.data).toEqual({ ready: false, error: expect.stringContaining("client") });
  expect([ready.warnings, not.warnings]).toEqual([[], []]);
  await assertValidAnswers();
});

test.each([
  ["eau_error", checks[0]],
  ["write_error", checks[1]],
  ["documents_error", checks[2]],
] as const)("a control call takes a permission away by %s, and gives it back", async (key, operation) => {
  const { mock, send } = await openTools();
  await mock.update("custom.datev-clients", {}, { [key]: "The order was cancelled." });
  expect((await send(operation)).data).toEqual({ ready: false, error: "The order was cancelled." });
  await mock.update("custom.datev-clients", {}, { [key]: null });
  expect((await send(operation)).data).toMatchObject({ ready: true });
});

test("a customer who opted out is not ready either", async () => {
  const { mock, send, datev } = await openTools();
  await mock.integrations.setScope(datev, { opted_out: ["hris_datev_create_eau_request"] });
  expect((await send(checks[0])).data).toEqual({
    ready: false,
    error: "The scope config or the customer has switched off hris_datev_create_eau_request.",
  });
  expect((await send(checks[1])).data).toEqual({ ready: true });
});

test("the granted types of documents are told, and a control call sets them", async () => {
  const { mock, send } = await openTools();
  expect((await send(checks[2])).data["documents_granted"]).toContain("LOBN");
  await mock.update("custom.datev-clients", {}, { documents_granted: ["LSTB"] });
  expect((await send(checks[2])).data).toEqual({ ready: true, documents_granted: ["LSTB"] });
});

test.each([
  [
    "custom.datev-clients",
    { target_system: "Lodas" },
    'body.target_system must be one of "LODAS", "LuG" or null',
  ],
  ["custom.datev-clients", { documents_granted: "LOBN" }, "body.documents_granted must be a list"],
  ["custom.datev-upload-jobs", { state: "LOST" }, "body.state must be one of"],
  ["custom.datev-eau-requests", { outcome: "ill" }, "body.outcome must be one of"],
  ["custom.datev-eau-requests", { feedbacks: [{}] }, "body.feedbacks[0].guid is missing"],
  ["custom.datev-payroll-preparations", { payroll_month: "2026-01-15" }, "body.payroll_month must match"],
  ["custom.datev-documents", { document_type: "XXXX" }, "body.document_type must be one of"],
] as const)("a control call refuses %s of another kind", async (collection, values, text) => {
  const { mock } = await openTools();
  await expect(mock.create(collection, values)).rejects.toThrow(text);
});

test("a world without records has clients too, and a new integration is ready", async () => {
  const { mock, send } = await openTools({ world: "empty" });
  const { id } = await mock.integrations.create({ tool: "datev" });
  for (const operation of checks)
    expect((await send(operation, { to: id })).data).toMatchObject({ ready: true });
  await mock.purge("custom.datev-clients", {}, { integration_id: id });
  expect((await send(checks[0], { to: id })).data).toEqual({ ready: true });
  await mock.create("custom.datev-clients", { target_system: "LuG" }, { integration_id: id });
  const { data } = await send("GET /custom/datev/system-information", { to: id });
  expect(data["target_system"]).toBe("LuG");
});
