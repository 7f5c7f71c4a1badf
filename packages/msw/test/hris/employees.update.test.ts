import { afterAll, afterEach, expect, test } from "vitest";
import { type Answer, openCompany, type Row } from "./company.ts";
import { differenceAfter, refusedWithoutTrace } from "./difference.ts";

const company = openCompany();
const { mock } = company;
const { cast } = mock;
const beginning = await mock.snapshot();

afterEach(() => mock.restore(beginning));
afterAll(() => company.assertValidAnswers());

const update = (id: string, body: object): Promise<Answer> =>
  company.send("PATCH /hris/employees/{employee_id}", `/hris/employees/${encodeURIComponent(id)}`, { body });
const done = async (answer: Promise<Answer>): Promise<Row> => {
  const { status, data, text, warnings } = await answer;
  expect(status, text.slice(0, 300)).toBe(200);
  expect(warnings).toEqual([]);
  return data;
};
const employee = () => company.read("/hris/employees", cast.employee.id);
const emailOf = async () => String((await employee())["work_email"]);

test("only what is sent changes, and those who embed the employee show it", async () => {
  const body = {
    work_email: await emailOf(),
    first_name: "Janina",
    tax_id: "12 345 678 903",
    marital_status: "MARRIED",
  };
  const difference = await differenceAfter(company, () => done(update(cast.employee.id, body)));
  const { "/hris/employees": employees, "/hris/performance-reviews": reviews, ...rest } = difference;
  expect(rest).toEqual({});
  const { [cast.employee.id]: own, ...others } = employees ?? {};
  expect([...(own ?? [])].sort()).toEqual([
    "changed_at",
    "display_full_name",
    "first_name",
    "marital_status",
    "tax_id",
  ]);
  expect(Object.values(others).every((fields) => String(fields) === "manager")).toBe(true);
  const embedding = new Set(Object.values(reviews ?? {}).flat());
  expect([...embedding].sort()).toEqual(["reviewee", "reviewer"]);
  expect(await employee()).toMatchObject({
    first_name: "Janina",
    display_full_name: "Janina Hüttcher",
    tax_id: body.tax_id,
  });
});

test("the work e-mail address has to be sent, even when something else changes", async () => {
  const told = await refusedWithoutTrace(company, () => update(cast.employee.id, { first_name: "Janina" }));
  expect(told).toMatchObject({ status: 400, code: "PLATFORM.INPUT_INVALID" });
  expect(told.message).toContain("body.work_email is missing");
  const { status } = await update(cast.withoutEmail.id, { work_email: "joleen@example.com" });
  expect([status, (await company.read("/hris/employees", cast.withoutEmail.id))["work_email"]]).toEqual([
    200,
    "joleen@example.com",
  ]);
});

test("a patch that changes nothing leaves changed_at as it was", async () => {
  const { home_address, start_date, first_name, changed_at } = await employee();
  const { raw: _, ...parts } = Object.fromEntries(
    Object.entries(home_address as object).filter(([, value]) => value !== null),
  );
  const body = { work_email: await emailOf(), first_name, start_date, home_address: parts };
  expect(await differenceAfter(company, () => done(update(cast.employee.id, body)))).toEqual({});
  expect((await employee())["changed_at"]).toBe(changed_at);
});

test("a part of an address changes the part, and what the tool said in one line is known no more", async () => {
  const { home_address } = await employee();
  await done(update(cast.employee.id, { work_email: await emailOf(), home_address: { city: "Bremen" } }));
  expect((await employee())["home_address"]).toEqual({
    ...(home_address as object),
    city: "Bremen",
    raw: null,
  });
});

test.each([
  ["2026-01-31", "ACTIVE"],
  ["2026-01-10", "INACTIVE"],
])("a last day of %s leaves the person %s", async (termination_date, expected) => {
  await done(update(cast.employee.id, { work_email: await emailOf(), termination_date }));
  const row = await employee();
  expect([row["termination_date"], row["employment_status"]]).toEqual([
    `${termination_date}T00:00:00.000Z`,
    expected,
  ]);
});

test("the employee is found by the tool's id too, and is moved to another place and company", async () => {
  const { remote_id } = await employee();
  const other = (await company.all("/hris/legal-entities")).at(-1)?.id ?? "";
  const body = {
    work_email: await emailOf(),
    legal_entity_id: other,
    location_id: cast.locationWithoutAddress.id,
  };
  const { id } = await done(update(`remote:${String(remote_id)}`, body));
  expect(id).toBe(cast.employee.id);
  expect(await employee()).toMatchObject({
    legal_entity: { id: other },
    work_location: { id: cast.locationWithoutAddress.id },
  });
});

test("keys that the document lacks are ignored, as in the vendor's own example", async () => {
  const before = await employee();
  const body = {
    work_email: await emailOf(),
    employee_id: cast.manager.id,
    employment_status: "INACTIVE",
    remote_deleted_at: null,
    id: "x",
  };
  expect(await differenceAfter(company, () => done(update(cast.employee.id, body)))).toEqual({});
  expect(await employee()).toEqual(before);
});

test("an unknown employee is not found, a deleted one cannot be changed", async () => {
  const body = { work_email: "somebody@example.com" };
  for (const unknown of ["nobody", "remote:nobody"]) {
    const told = await refusedWithoutTrace(company, () => update(unknown, body));
    expect(told).toMatchObject({ status: 404, code: null });
    expect(told.message).toContain(`path.employee_id: "${unknown}" is no record of "hris.employees"`);
  }
  expect((await refusedWithoutTrace(company, () => update(cast.deletedEmployee.id, body))).code).toBe(
    "REMOTE.INPUT_INVALID",
  );
});

test("what the tool knows is found under its own key", async () => {
  const told = await refusedWithoutTrace(company, async () =>
    update(cast.employee.id, { work_email: await emailOf(), location_id: "nowhere" }),
  );
  expect(told).toMatchObject({ status: 400, code: "PLATFORM.INPUT_INVALID" });
  expect(told.message).toContain(`One that exists is "${cast.headquarters.id}"`);
});
