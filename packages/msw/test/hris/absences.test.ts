import { afterAll, afterEach, expect, test } from "vitest";
import { type Answer, openCompany } from "./company.ts";
import { differenceAfter, refusedWithoutTrace } from "./difference.ts";

const company = openCompany();
const { mock, id } = company;
const { cast } = mock;
const kombo = await company.sdk();
const beginning = await mock.snapshot();

afterEach(() => mock.restore(beginning));
afterAll(() => company.assertValidAnswers());

// 2026-06-01 is a Monday.
const asked = {
  employee_id: cast.employee.id,
  absence_type_id: cast.vacation.id,
  start_date: "2026-06-01",
  end_date: "2026-06-05",
  employee_note: null,
};
const create = (body: object, of = company): Promise<Answer> =>
  of.send("POST /hris/absences", "/hris/absences", { body: { ...asked, ...body } });
const remove = (absence: string) =>
  company.send("DELETE /hris/absences/{absence_id}", `/hris/absences/${absence}`, { body: {} });
const created = async (body: object, of = company) => {
  const { status, data, text } = await create(body, of);
  expect(status, text.slice(0, 300)).toBe(200);
  return data;
};

test("an absence through the SDK is requested, is listed as it was answered, and changes nothing else", async () => {
  let id = "";
  const difference = await differenceAfter(company, async () => {
    const days = { start_date: new Date(asked.start_date), end_date: new Date(asked.end_date) };
    const sent = { ...asked, ...days, employee_note: "Hiking" };
    const { data, warnings } = await kombo.hris.createAbsence(sent);
    id = data.id;
    expect(warnings).toEqual([]);
    expect(data).toMatchObject({
      ...{
        employee_id: asked.employee_id,
        type_id: asked.absence_type_id,
        status: "REQUESTED",
        employee_note: "Hiking",
      },
      ...{ start_date: "2026-06-01", end_date: "2026-06-05", start_half_day: false, end_half_day: false },
      ...{
        start_time: null,
        end_time: null,
        amount: 5,
        unit: "DAYS",
        remote_deleted_at: null,
      },
      changed_at: new Date("2026-01-15T09:00:00.000Z"),
    });
  });
  expect(difference).toEqual({ "/hris/absences": { [id]: "new" } });
  const listed = await company.read("/hris/absences", id);
  expect(listed).toMatchObject({ amount: 5, type: { name: "Annual leave" } });
});

test("the answer is what the list shows, without the type", async () => {
  const data = await created({ status: "APPROVED", start_half_day: true });
  const { type, ...listed } = await company.read("/hris/absences", data.id);
  expect(listed).toEqual(data);
  expect(type).toMatchObject({ id: asked.absence_type_id });
});

test("days lose their time, and times get seconds and two digits", async () => {
  const body = {
    absence_type_id: cast.timeInLieu.id,
    start_date: "2026-06-01T23:59:59Z",
    end_date: "2026-06-01T00:00:00.000Z",
  };
  expect(await created({ ...body, start_time: "9:5", end_time: "10:30" })).toMatchObject({
    ...{ start_date: "2026-06-01", end_date: "2026-06-01", start_time: "09:05:00", end_time: "10:30:00" },
  });
});

test("the employee is found by the tool's id too", async () => {
  const employee = await company.read("/hris/employees", cast.manager.id);
  expect(await created({ employee_id: `remote:${String(employee["remote_id"])}` })).toMatchObject({
    employee_id: cast.manager.id,
  });
  const told = await refusedWithoutTrace(company, () => create({ employee_id: "remote:nobody" }));
  expect(told.message).toContain('body.employee_id: "remote:nobody" is no record of "hris.employees"');
});

test("nothing can be asked for somebody who is gone", async () => {
  const told = await refusedWithoutTrace(company, () => create({ employee_id: cast.deletedEmployee.id }));
  expect(told).toMatchObject({ status: 400, code: "REMOTE.INPUT_INVALID" });
  expect(told.message).toContain("was deleted in the tool");
});

test("a deleted absence is handed back as it was left, is hidden, and cannot be deleted again", async () => {
  const difference = await differenceAfter(company, async () => {
    const { data } = await kombo.hris.deleteAbsence({
      absence_id: cast.requestedAbsence.id,
      body: {},
    });
    expect(data).toMatchObject({
      id: cast.requestedAbsence.id,
      status: "REQUESTED",
      remote_deleted_at: new Date("2026-01-15T09:00:00.000Z"),
    });
  });
  expect(difference).toEqual({
    "/hris/absences": { [cast.requestedAbsence.id]: ["changed_at", "remote_deleted_at"] },
  });
  expect(await company.all("/hris/absences", { ids: cast.requestedAbsence.id })).toEqual([]);
  const told = await refusedWithoutTrace(company, () => remove(cast.requestedAbsence.id));
  expect(told).toMatchObject({ status: 400, code: "REMOTE.INPUT_INVALID" });
});

test("an unknown absence is not found, or a bad request where that is assumed", async () => {
  const unknown = await refusedWithoutTrace(company, () => remove("nothing"));
  expect(unknown).toMatchObject({ status: 404, code: null });
  expect(unknown.message).toContain('path.absence_id: "nothing" is no record of "hris.absences"');
  const other = openCompany({ assume: { "unknown-record-status": 400 } });
  const answer = await other.send("DELETE /hris/absences/{absence_id}", "/hris/absences/nothing", {
    body: {},
    to: id,
  });
  expect([answer.status, answer.error.code]).toEqual([400, "PLATFORM.INPUT_INVALID"]);
});
