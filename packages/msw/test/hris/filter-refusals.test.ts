import { afterAll, expect, test } from "vitest";
import { lists, openCompany, refusal } from "./company.ts";

const company = openCompany();

afterAll(() => company.assertValidAnswers());

test.each([
  ["/hris/employees", "employment_statuses", "ACTIVE,AWAY", '"AWAY"'],
  ["/hris/employees", "employment_statuses", "active", '"active"'],
  ["/hris/groups", "types", "TEAM,SQUAD,CHAPTER", '"SQUAD", "CHAPTER"'],
  ["/hris/performance-reviews", "types", "MANAGER,BOSS", '"BOSS"'],
  ["/hris/staffing-entities", "model_types", "POST", '"POST"'],
  ["/hris/staffing-entities", "statuses", "OPEN", '"OPEN"'],
])("%s?%s=%s names the value that it does not take", async (path, name, given, told) => {
  const { status, code, message } = refusal(await company.get(path, { [name]: given }));
  expect([status, code]).toEqual([400, "PLATFORM.INPUT_INVALID"]);
  expect(message).toContain(`query.${name} holds ${told}, but only takes `);
});

const dateParameters = lists.flatMap(({ path, parameters }) =>
  parameters
    .filter(({ name }) => /(_after|_before|_from|_until)$/.test(name))
    .map(({ name }) => ({ path, name })),
);

test("a date that is none is refused with the parameter's name", async () => {
  expect(dateParameters.length).toBeGreaterThan(20);
  const bad = [
    "2026-02-30",
    "2025-02-29T10:00:00Z",
    "2026-13-01",
    "2026-01-01T25:00:00Z",
    "2026-01-01T10:00:00+02:00",
    "soon",
  ];
  for (const { path, name } of dateParameters) {
    for (const given of bad) {
      const { status, code, message } = refusal(await company.get(path, { [name]: given }));
      expect([status, code], `${path} ${name}=${given}`).toEqual([400, "PLATFORM.INPUT_INVALID"]);
      expect(message).toContain(`query.${name}`);
    }
  }
});

test("the 29th of February is a date in leap years", async () => {
  for (const { path, name } of dateParameters) {
    expect((await company.get(path, { [name]: "2024-02-29" })).status, `${path} ${name}`).toBe(200);
  }
});

test.each([
  ["badge", "is not the JSON text of an object"],
  ["[]", "is not the JSON text of an object"],
  ['"shirt_size"', "is not the JSON text of an object"],
  ["null", "is not the JSON text of an object"],
  ["{}", "holds 0 pairs, but takes exactly one"],
  ['{"shirt_size":"M","emergency_phone":null}', "holds 2 pairs, but takes exactly one"],
  ['{"shoe_size":44}', 'names "shoe_size", which is no custom field of employees'],
  ['{"toString":1}', 'names "toString", which is no custom field of employees'],
  ['{"shirt_size":["M"]}', "holds a list or an object, which it cannot compare"],
  ['{"shirt_size":{"is":"M"}}', "holds a list or an object, which it cannot compare"],
])("custom_fields=%s is refused: it %s", async (given, problem) => {
  const { status, code, message } = refusal(await company.get("/hris/employees", { custom_fields: given }));
  expect([status, code]).toEqual([400, "PLATFORM.INPUT_INVALID"]);
  expect(message).toBe(
    `query.custom_fields ${problem}. Send one pair, such as {"badge":"B-17"}. Custom fields of employees: "shirt_size", "emergency_phone".`,
  );
});
