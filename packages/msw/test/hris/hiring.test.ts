import { afterAll, afterEach, expect, test } from "vitest";
import { type Company, openCompany } from "./company.ts";
import { differenceAfter, refusedWithoutTrace } from "./difference.ts";

const company = openCompany();
const { mock, id } = company;
const { cast } = mock;
const beginning = await mock.snapshot();

afterEach(() => mock.restore(beginning));
afterAll(() => company.assertValidAnswers());

const path = "/hris/employees/form";
const ada = {
  first_name: "Ada",
  last_name: "Byron",
  start_date: "2026-03-01",
  work_email: "ada@example.com",
};
const hire = (of: Company = company, rest: object = {}, to = id) =>
  of.send("POST /hris/employees/form", path, { to, body: { properties: ada, ...rest } });
const read = (of: Company, query: Record<string, string>) =>
  of.send("GET /hris/employees/form", path, { query });
const known = (of: Company = company) => of.all("/hris/employees", { work_emails: ada.work_email });

test("a pre-hire has no id; the employee comes with the next sync, under an id of its own", async () => {
  const other = openCompany({ assume: { prehires: "all" } });
  const difference = await differenceAfter(other, async () => {
    const { data } = await (await other.sdk()).hris.createEmployeeWithForm({ properties: ada });
    expect(data).toEqual({
      id: null,
      remote_id: null,
      prehire: { remote_id: expect.stringMatching(/^prehire-/) },
    });
  });
  expect(difference).toEqual({});
  expect(await known(other)).toEqual([]);
  await other.mock.sync(id);
  expect(await known(other)).toMatchObject([
    { ...ada, start_date: "2026-03-01T00:00:00.000Z", employment_status: "PENDING" },
  ]);
  await other.assertValidAnswers();
});

test("a pre-hire is known to the tool, so the same person is not hired twice before the sync", async () => {
  const other = openCompany({ assume: { prehires: "all" } });
  expect((await hire(other)).status).toBe(200);
  const told = await refusedWithoutTrace(other, () => hire(other));
  expect(told).toMatchObject({ status: 409, code: "HRIS.EMPLOYEE_ALREADY_EXISTS" });
});

test("two pre-hires and an employee made in between get different ids", async () => {
  const other = openCompany({ assume: { prehires: "all" } });
  const names = ["Ada", "Grace", "Edith"];
  for (const first_name of names) {
    const sent = { body: { properties: { ...ada, first_name, work_email: `${first_name}@example.com` } } };
    expect((await other.send("POST /hris/employees/form", path, sent)).status).toBe(200);
    const body = { first_name, last_name: "Between" };
    expect((await other.send("POST /hris/employees", "/hris/employees", { body })).status).toBe(200);
  }
  await other.mock.sync(id);
  const rows = (await other.all("/hris/employees")).slice(-6);
  expect(rows.map((row) => row["first_name"]).sort()).toEqual([...names, ...names].sort());
  expect(new Set(rows.map((row) => row.id)).size).toBe(6);
});

test.each([
  ["sandbox", {}, false],
  ["workday", {}, true],
  ["workday", { prehires: "none" }, false],
  ["sandbox", { prehires: "all" }, true],
] as const)("%s with %o makes a pre-hire: %s", async (tool, assume, isPrehire) => {
  const other = openCompany({ assume });
  await other.mock.integrations.create({ id: "other", tool, category: "HRIS" });
  const { data } = await hire(other, {}, "other");
  expect(data.id === null).toBe(isPrehire);
  expect((data["prehire"] as { remote_id: string | null }).remote_id === null).toBe(!isPrehire);
});

test("nobody is hired for a staffing entity that is closed or filled", async () => {
  for (const status of ["CLOSED", "FILLED"]) {
    const [entity] = await company.all("/hris/staffing-entities", { statuses: status });
    const staffing_entity_id = entity?.id ?? "";
    const told = await refusedWithoutTrace(company, () => hire(company, { staffing_entity_id }));
    expect(told).toMatchObject({ status: 400, code: "REMOTE.INPUT_INVALID" });
    expect(told.message).toContain(
      `body.staffing_entity_id: "${String(entity?.["name"])}" is ${status} and takes nobody.`,
    );
    const reading = await refusedWithoutTrace(company, () => read(company, { staffing_entity_id }));
    expect(reading.message).toContain("query.staffing_entity_id: ");
  }
});

test("newer SDKs can read a code of its own for that, and get it on request", async () => {
  const newest = openCompany({ emit: "newest" });
  const staffing_entity_id = cast.closedPosition.id;
  for (const refused of [
    () => hire(newest, { staffing_entity_id }),
    () => read(newest, { staffing_entity_id }),
  ]) {
    expect(await refusedWithoutTrace(newest, refused)).toMatchObject({
      status: 400,
      code: "HRIS.STAFFING_ENTITY_CLOSED",
    });
  }
});

test("people are hired for an open one, and an unknown one is refused", async () => {
  const staffing_entity_id = cast.openRequisition.id;
  expect((await read(company, { staffing_entity_id })).status).toBe(200);
  expect((await hire(company, { staffing_entity_id })).data.id).toEqual(expect.any(String));
  for (const unknown of ["nothing", "remote:1001"]) {
    const told = await refusedWithoutTrace(company, () => hire(company, { staffing_entity_id: unknown }));
    expect(told).toMatchObject({ status: 400, code: "PLATFORM.INPUT_INVALID" });
    expect(told.message).toContain(
      `body.staffing_entity_id: "${unknown}" is no record of "hris.staffing-entities"`,
    );
  }
});

test("a person whom the tool has is not hired again", async () => {
  expect((await hire()).status).toBe(200);
  expect(await known()).toHaveLength(1);
  expect((await refusedWithoutTrace(company, () => hire())).code).toBe("HRIS.EMPLOYEE_ALREADY_EXISTS");
});
