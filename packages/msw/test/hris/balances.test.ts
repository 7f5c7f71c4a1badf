import { afterAll, afterEach, expect, test } from "vitest";
import { type Company, openCompany } from "./company.ts";
import { differenceAfter, refusedWithoutTrace } from "./difference.ts";

const company = openCompany();
const { mock, id } = company;
const { cast } = mock;
const beginning = await mock.snapshot();

afterEach(() => mock.restore(beginning));
afterAll(() => company.assertValidAnswers());

// The balance of `employee` has 32 days left and none used. 2026-06-01 is a Monday.
const create = (body: object, of: Company = company) =>
  of.send("POST /hris/absences", "/hris/absences", {
    body: {
      ...{
        employee_id: cast.employee.id,
        absence_type_id: cast.vacation.id,
        employee_note: null,
        status: "APPROVED",
      },
      ...{ start_date: "2026-06-01", end_date: "2026-06-05", ...body },
    },
  });
const approve = async (body: object, of: Company = company): Promise<string> => {
  const { status, data, text } = await create(body, of);
  expect(status, text.slice(0, 300)).toBe(200);
  return data.id;
};
const remove = async (absence: string) =>
  expect(
    (await company.send("DELETE /hris/absences/{absence_id}", `/hris/absences/${absence}`, { body: {} }))
      .status,
  ).toBe(200);
const balance = async (of: Company = company) => {
  const { balance: left, used } = await of.read("/hris/time-off-balances", cast.balance.id);
  return [left, used];
};

test("an approved absence comes off the balance with the next sync, and off nothing else", async () => {
  const before = await balance();
  expect(before).toEqual([32, 0]);
  await approve({});
  expect(await balance()).toEqual(before);
  const difference = await differenceAfter(company, () => mock.sync(id));
  expect(await balance()).toEqual([27, 5]);
  expect(difference).toEqual({
    "/hris/employees": { [cast.employee.id]: ["time_off_balances"] },
    "/hris/time-off-balances": { [cast.balance.id]: ["balance", "changed_at", "used"] },
  });
});

test("a requested absence takes nothing off", async () => {
  await approve({ status: "REQUESTED" });
  await mock.sync(id);
  expect(await balance()).toEqual([32, 0]);
});

test("several absences between two syncs all count", async () => {
  await approve({});
  await approve({ start_date: "2026-07-06", end_date: "2026-07-07", end_half_day: true });
  await approve({ start_date: "2026-08-03", end_date: "2026-08-03" });
  await mock.sync(id);
  expect(await balance()).toEqual([24.5, 7.5]);
});

test("the tool counts at once, so what is booked already cannot be booked again before the sync", async () => {
  await approve({ start_date: "2026-06-01", end_date: "2026-07-10" });
  const told = await refusedWithoutTrace(company, () =>
    create({ start_date: "2026-08-03", end_date: "2026-08-05" }),
  );
  expect(told).toMatchObject({ status: 400, code: "REMOTE.INPUT_INVALID" });
  expect(told.message).toContain("the absence takes 3 DAYS, but the employee has 2 left of this type");
  await approve({ start_date: "2026-08-03", end_date: "2026-08-04" });
  await mock.sync(id);
  expect(await balance()).toEqual([0, 32]);
});

test("nobody takes more than is left, whether approved or asked for, unless assumed otherwise", async () => {
  for (const status of ["REQUESTED", "APPROVED"]) {
    const told = await refusedWithoutTrace(company, () => create({ status, end_date: "2026-07-31" }));
    expect(told.message).toContain(`the employee has 32 left of this type (balance "${cast.balance.id}")`);
  }
  const { employee_id } = await company.read("/hris/time-off-balances", cast.exhaustedBalance.id);
  expect(
    (await refusedWithoutTrace(company, () => create({ employee_id, end_date: "2026-06-01" }))).code,
  ).toBe("REMOTE.INPUT_INVALID");
  const lenient = openCompany({ assume: { "absence-beyond-balance": "accept" } });
  await approve({ end_date: "2026-07-31" }, lenient);
  await lenient.mock.sync(id);
  expect(await balance(lenient)).toEqual([-13, 45]);
});

test("a type without a balance can be taken at any length", async () => {
  await approve({ absence_type_id: cast.sickLeave.id, end_date: "2027-05-31" });
  const before = await company.all("/hris/time-off-balances");
  await mock.sync(id);
  expect(await company.all("/hris/time-off-balances")).toEqual(before);
});

test("a deleted absence gives back what it took with the next sync", async () => {
  const absence = await approve({});
  await mock.sync(id);
  await remove(absence);
  expect(await balance()).toEqual([27, 5]);
  await mock.sync(id);
  expect(await balance()).toEqual([32, 0]);
});

test("an absence that is booked and deleted between two syncs leaves the balance as it was", async () => {
  await remove(await approve({}));
  await mock.sync(id);
  expect(await balance()).toEqual([32, 0]);
});

test("a deleted request gives nothing back, and neither does an absence of the year before", async () => {
  await remove(cast.requestedAbsence.id);
  await remove(cast.approvedAbsence.id);
  await mock.sync(id);
  expect(await balance()).toEqual([32, 0]);
});

test("hours come off the balance in hours", async () => {
  const hours = async () => {
    const rows = await company.all("/hris/time-off-balances", { employee_id: cast.employee.id });
    return rows
      .filter((row) => row["type_id"] === cast.timeInLieu.id)
      .map((row) => [row["balance"], row["used"]]);
  };
  expect(await hours()).toEqual([[34, 0]]);
  await approve({
    absence_type_id: cast.timeInLieu.id,
    end_date: "2026-06-01",
    start_time: "14:00",
    end_time: "15:20",
  });
  await mock.sync(id);
  expect(await hours()).toEqual([[32.67, 1.33]]);
});

test.each([
  ["now", [27, 5], [27, 5]],
  ["never", [32, 0], [32, 0]],
] as const)("balances follow %s where that is assumed", async (choice, atOnce, synced) => {
  const other = openCompany({ assume: { "balances-follow-absences": choice } });
  await approve({}, other);
  expect(await balance(other)).toEqual(atOnce);
  await other.mock.sync(id);
  expect(await balance(other)).toEqual(synced);
});

test("a sync that fails brings nothing, and one that fails for balances leaves them for the next", async () => {
  await approve({});
  await mock.sync(id, { state: "FAILED" });
  expect(await balance()).toEqual([32, 0]);
  await mock.sync(id, { state: "PARTIALLY_FAILED", failed_models: ["hris_time_off_balances"] });
  expect(await balance()).toEqual([32, 0]);
  await mock.sync(id, { type: "DELTA" });
  expect(await balance()).toEqual([27, 5]);
});
