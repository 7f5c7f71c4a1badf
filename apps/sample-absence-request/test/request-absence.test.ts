import { describe, expect, test } from "vitest";
import { requestAbsence, withdrawAbsence } from "../src/request-absence.ts";
import { doors } from "./doors.ts";

describe.each(doors)("asking for absences, $name", (door) => {
  const openWithType = async (half_days_supported: boolean | null = true) => {
    const open = await door.open();
    await open.control.create(
      "hris.absence-types",
      { name: "Sabbatical", half_days_supported, unit: "DAYS" },
      open.here,
    );
    return open;
  };

  test("what is asked for is in the tool, and is gone when it is withdrawn", async () => {
    const { control, kombo, usual, here } = await openWithType();
    const outcome = await requestAbsence(kombo, {
      ...usual,
      type: "sabbatical",
      note: "By train.",
      amount: 5,
    });
    const absenceId = "absence" in outcome ? outcome.absence : expect.fail(outcome.reason);
    expect(outcome.state).toBe("asked");
    expect(await control.find("hris.absences", absenceId, here)).toMatchObject([
      { employee_id: usual.employeeId, employee_note: "By train.", amount: 5, unit: "DAYS" },
    ]);
    const withdrawn = await withdrawAbsence(kombo, { integrationId: usual.integrationId, absenceId });
    expect(withdrawn).toEqual({ state: "withdrawn", absence: absenceId });
    expect(await control.find("hris.absences", absenceId, here)).toMatchObject([
      { remote_deleted_at: expect.any(String) },
    ]);
  });

  test.each([
    { what: "a type that takes them", half_days_supported: true, sent: true },
    { what: "a type that does not tell", half_days_supported: null, sent: false },
    { what: "a type that rules them out", half_days_supported: false, sent: false },
  ])("half days are asked for with $what: $sent", async ({ half_days_supported, sent }) => {
    const { control, kombo, usual } = await openWithType(half_days_supported);
    await requestAbsence(kombo, { ...usual, fromMidday: true });
    const [request] = await control.requests("POST /hris/absences");
    expect(JSON.parse(String(request?.request.body))).toMatchObject({ start_half_day: sent });
  });

  test("a type that the tool does not have is told, and nothing is written", async () => {
    const { control, kombo, usual } = await door.open();
    const outcome = await requestAbsence(kombo, usual);
    expect(outcome).toEqual({ state: "not-possible", reason: 'There is no "Sabbatical".' });
    expect(await control.requests("POST /hris/absences")).toEqual([]);
  });

  test("what the tool refuses is told with its reason", async () => {
    const { control, kombo, usual } = await openWithType();
    await control.fail("POST /hris/absences", "REMOTE.INPUT_INVALID", { times: 1, message: "Too long." });
    expect(await requestAbsence(kombo, usual)).toEqual({ state: "not-possible", reason: "Too long." });
  });
});
