import { expect, test } from "vitest";
import { openTools } from "./tools.ts";

const operation = "POST /custom/silae/employees/{employee_id}/payroll-supplements";
const supplement = {
  supplement_code: "310",
  effective_date: "2026-03-01T00:00:00.000Z",
  element_amount: 180,
};

test("a supplement is written into an employee's payroll, and the control calls show it", async () => {
  const { mock, send, silae, employee, assertValidAnswers } = await openTools();
  const id = await employee("1002", silae);
  for (const employee_id of [id, "remote:1002"]) {
    const { status, data, warnings } = await send(operation, {
      to: silae,
      path: { employee_id },
      body: supplement,
    });
    expect([status, data, warnings]).toEqual([200, {}, []]);
  }
  const text = { supplement_code: "PRIME", effective_date: "2026-03-01", element_string: "oui" };
  await send(operation, { to: silae, path: { employee_id: id }, body: text });
  const common = { employee_id: id, effective_date: "2026-03-01", created_at: await mock.clock.now() };
  expect(await mock.find("custom.silae-payroll-supplements")).toMatchObject([
    { ...common, supplement_code: "310", element_amount: 180, element_string: null },
    { ...common, supplement_code: "310", element_amount: 180, element_string: null },
    { ...common, supplement_code: "PRIME", element_amount: null, element_string: "oui" },
  ]);
  await assertValidAnswers();
});

test.each([
  ["no value", { element_amount: undefined }, "but has none"],
  ["two values", { element_string: "a" }, "but has both"],
  ["no code", { supplement_code: undefined }, "body.supplement_code"],
  ["an empty code", { supplement_code: "" }, "body.supplement_code"],
  ["a text for an amount", { element_amount: "180" }, "body.element_amount"],
  ["a day that the calendar does not have", { effective_date: "2026-02-30" }, "body.effective_date"],
])("a supplement with %s is refused", async (_, given, text) => {
  const { mock, send, silae } = await openTools();
  const { status, error } = await send(operation, {
    ...{ to: silae, path: { employee_id: "remote:1002" }, body: { ...supplement, ...given } },
  });
  expect([status, error.code]).toEqual([400, "PLATFORM.INPUT_INVALID"]);
  expect(error.message).toContain(text);
  expect(await mock.find("custom.silae-payroll-supplements")).toEqual([]);
});

test("a supplement of somebody unknown is refused", async () => {
  const { send, silae } = await openTools();
  const { status, error } = await send(operation, {
    to: silae,
    path: { employee_id: "remote:1" },
    body: supplement,
  });
  expect([status, error.code]).toEqual([404, null]);
});
