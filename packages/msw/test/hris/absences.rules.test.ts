import { afterAll, afterEach, describe, expect, test } from "vitest";
import { type Answer, openCompany } from "./company.ts";
import { refusedWithoutTrace } from "./difference.ts";

const company = openCompany();
const { mock } = company;
const { cast } = mock;
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

describe("how much an absence uses up", () => {
  test.each([
    ["five workdays", {}, 5, "DAYS"],
    ["a weekend between", { start_date: "2026-06-04", end_date: "2026-06-09" }, 4, "DAYS"],
    ["nothing but a weekend", { start_date: "2026-06-06", end_date: "2026-06-07" }, 0, "DAYS"],
    ["half of the first day", { start_half_day: true }, 4.5, "DAYS"],
    ["half of both ends", { start_half_day: true, end_half_day: true }, 4, "DAYS"],
    ["half of one day", { end_date: "2026-06-01", end_half_day: true }, 0.5, "DAYS"],
    ["half of a Sunday", { start_date: "2026-06-04", end_date: "2026-06-07", end_half_day: true }, 2, "DAYS"],
    ["what is sent", { amount: 2.25, unit: "DAYS" }, 2.25, "DAYS"],
    ["a leap day", { start_date: "2028-02-28", end_date: "2028-03-01" }, 3, "DAYS"],
  ])("in days: %s", async (_, body, amount, unit) => {
    expect(await created(body)).toMatchObject({ amount, unit });
  });

  test.each([
    ["whole days", {}, 40],
    ["some hours of a day", { end_date: "2026-06-01", start_time: "09:30", end_time: "11:00" }, 1.5],
    ["minutes and seconds", { end_date: "2026-06-01", start_time: "9:5", end_time: "10:05:36" }, 1.01],
    [
      "hours of a Saturday",
      { start_date: "2026-06-06", end_date: "2026-06-06", start_time: "10:00", end_time: "12:00" },
      2,
    ],
    ["from noon to the next noon", { end_date: "2026-06-02", start_time: "13:00", end_time: "13:00" }, 8],
    [
      "over a weekend",
      { start_date: "2026-06-05", end_date: "2026-06-08", start_time: "13:00", end_time: "11:00" },
      6,
    ],
    [
      "until a Sunday",
      { start_date: "2026-06-05", end_date: "2026-06-07", start_time: "13:00", end_time: "20:00" },
      4,
    ],
    ["what is sent", { amount: 3, unit: "HOURS" }, 3],
  ])("in hours: %s", async (_, body, amount) => {
    const lenient = openCompany({ assume: { "absence-beyond-balance": "accept" } });
    const data = await created({ absence_type_id: cast.timeInLieu.id, ...body }, lenient);
    expect(data).toMatchObject({ amount, unit: "HOURS", start_half_day: null, end_half_day: null });
    await lenient.assertValidAnswers();
  });

  test("of a type without a unit nothing is known, unless it is sent", async () => {
    const absence_type_id = cast.absenceTypeWithoutUnit.id;
    expect(await created({ absence_type_id })).toMatchObject({ amount: null, unit: null });
    const later = {
      absence_type_id,
      start_date: "2026-07-01",
      end_date: "2026-07-01",
      amount: 4,
      unit: "HOURS",
    };
    expect(await created(later)).toMatchObject({ amount: 4, unit: "HOURS" });
  });
});

describe("what contradicts itself or its type is refused", () => {
  const timeInLieu = { absence_type_id: cast.timeInLieu.id };
  const sickLeave = { absence_type_id: cast.sickLeave.id };
  test.each([
    [
      "an end before its start",
      { end_date: "2026-05-31" },
      "body.end_date: 2026-05-31 lies before body.start_date",
    ],
    ["a day that is none", { start_date: "2026-02-30" }, 'body.start_date: "2026-02-30" is no date'],
    ["an end that is none", { end_date: "2026-06-31" }, 'body.end_date: "2026-06-31" is no date'],
    ["an amount without a unit", { amount: 1 }, "body.amount and body.unit go together"],
    ["a unit without an amount", { unit: "DAYS" }, "body.amount and body.unit go together"],
    [
      "a start without an end",
      { ...timeInLieu, start_time: "09:00" },
      "body.start_time and body.end_time go together",
    ],
    [
      "an end without a start",
      { ...timeInLieu, end_time: "09:00" },
      "body.start_time and body.end_time go together",
    ],
    [
      "another unit",
      { amount: 8, unit: "HOURS" },
      'body.unit: "Annual leave" is counted in DAYS, not in HOURS',
    ],
    [
      "half days of whole days",
      { ...sickLeave, start_half_day: true },
      'body.start_half_day: "Sickness" has no half days',
    ],
    [
      "half a last day",
      { ...sickLeave, end_half_day: true },
      'body.end_half_day: "Sickness" has no half days',
    ],
    [
      "times of days",
      { start_time: "09:00", end_time: "10:00" },
      'body.start_time: "Annual leave" takes no times',
    ],
    [
      "times in reverse",
      { ...timeInLieu, end_date: asked.start_date, start_time: "10:00", end_time: "9:00" },
      "body.end_time: 09:00:00 is not after body.start_time, 10:00:00",
    ],
    [
      "no time at all",
      { ...timeInLieu, end_date: asked.start_date, start_time: "10:00", end_time: "10:00:00" },
      "body.end_time: 10:00:00 is not after",
    ],
    [
      "two halves of one day",
      { end_date: asked.start_date, start_half_day: true, end_half_day: true },
      "body.end_half_day: a single day cannot",
    ],
    [
      "an unknown employee",
      { employee_id: "nobody" },
      'body.employee_id: "nobody" is no record of "hris.employees"',
    ],
    [
      "an unknown type",
      { absence_type_id: "nothing" },
      'body.absence_type_id: "nothing" is no record of "hris.absence-types"',
    ],
    [
      "the tool's id of a type",
      { absence_type_id: "remote:1001" },
      'body.absence_type_id: "remote:1001" is no record',
    ],
    ["an unknown status", { status: "DECLINED" }, "body.status must be one of"],
    ["a negative amount", { amount: -1, unit: "DAYS" }, "body.amount must be at least 0"],
    [
      "a time of 25 o'clock",
      { ...timeInLieu, start_time: "25:00", end_time: "26:00" },
      "body.start_time must match",
    ],
  ])("%s", async (_, body, message) => {
    const told = await refusedWithoutTrace(company, () => create(body));
    expect(told).toMatchObject({ status: 400, code: "PLATFORM.INPUT_INVALID" });
    expect(told.message).toContain(message);
  });

  test("a note has to be there, though it may be null", async () => {
    const told = await refusedWithoutTrace(company, () => create({ employee_note: undefined }));
    expect(told.message).toContain("body.employee_note is missing");
  });
});

describe("an employee cannot be away twice", () => {
  test.each([
    ["the same days", {}, true],
    ["a day within", { start_date: "2026-06-03", end_date: "2026-06-03" }, true],
    ["the last day", { start_date: "2026-06-05", end_date: "2026-06-10" }, true],
    ["all around", { start_date: "2026-05-01", end_date: "2026-06-30" }, true],
    ["the day after", { start_date: "2026-06-06", end_date: "2026-06-10" }, false],
    ["the day before", { start_date: "2026-05-25", end_date: "2026-05-31" }, false],
    [
      "other half of the last day",
      { start_date: "2026-06-05", end_date: "2026-06-08", start_half_day: true },
      false,
    ],
    [
      "same half of the last day",
      { start_date: "2026-06-05", end_date: "2026-06-05", end_half_day: true },
      true,
    ],
  ])("%s", async (_, body, isRefused) => {
    const first = await created({ end_half_day: true, absence_type_id: cast.vacation.id });
    if (!isRefused) return void (await created(body));
    const told = await refusedWithoutTrace(company, () => create(body));
    expect(told).toMatchObject({ status: 400, code: "REMOTE.INPUT_INVALID" });
    expect(told.message).toContain(`absence "${first.id}", REQUESTED`);
  });

  test("hours of a day stand only in each other's way", async () => {
    const hours = { absence_type_id: cast.timeInLieu.id, end_date: asked.start_date };
    await created({ ...hours, start_time: "09:00", end_time: "11:00" });
    await created({ ...hours, start_time: "11:00", end_time: "12:00" });
    await created({ ...hours, start_time: "8:00", end_time: "9:00" });
    const told = await refusedWithoutTrace(company, () =>
      create({ ...hours, start_time: "10:59", end_time: "11:30" }),
    );
    expect(told.code).toBe("REMOTE.INPUT_INVALID");
  });

  test("what was declined or deleted, and whom it does not concern, stands in nobody's way", async () => {
    const { id: first } = await created({});
    await created({ employee_id: cast.manager.id });
    await company.inTool(({ patch }) => patch("hris.absences", first, { status: "DECLINED" }));
    const { id: second } = await created({});
    expect((await remove(second)).status).toBe(200);
    await created({});
  });

  test("unless assumed otherwise", async () => {
    const lenient = openCompany({ assume: { "overlapping-absences": "accept" } });
    await created({}, lenient);
    expect((await created({}, lenient)).id).toBeTruthy();
  });
});
