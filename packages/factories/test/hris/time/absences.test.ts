import { createPartition, type StoredRecord } from "@kombo-mock/factories/worlds";
import { expect, test } from "vitest";
import { addDays, countWorkdays, isWorkday } from "../../../src/hris/workdays.ts";
import { countries, find, partitionOf, recipes, recordsOf } from "./worlds.ts";

const dates = ["2026-01-15", "2026-12-30", "2024-02-29", "2026-07-04"];
const worlds = dates.flatMap((date) =>
  [1, 2, 3, 4, 5, 6].map((seed) => ({
    date,
    world: partitionOf({
      seed,
      date,
      country: countries[seed % 5] ?? "DE",
      layers: seed === 1 ? ["small", "demo"] : ["small"],
    }),
  })),
);

interface Absence extends StoredRecord {
  readonly start_date: string;
  readonly end_date: string;
  readonly [field: string]: unknown;
}

const isDated = (record: StoredRecord): record is Absence =>
  typeof record["start_date"] === "string" && typeof record["end_date"] === "string";

const absencesOf = ({ world }: (typeof worlds)[number]) => recordsOf(world, "hris.absences").filter(isDated);

const inCast = (cast: string, one: (typeof worlds)[number]) => {
  const number = one.world.source.rows("hris.absences").findIndex((row) => row.cast === cast);
  return one.world.collection("hris.absences").record(number);
};

test("an absence has the unit of its type, and half days or times only where the type has", () => {
  const wrong = worlds.flatMap((one) =>
    absencesOf(one).filter((absence) => {
      const type = find(one.world, "hris.absence-types", absence["type_id"]);
      const halves = [absence["start_half_day"], absence["end_half_day"]];
      return (
        absence["unit"] !== type?.["unit"] ||
        halves.some((half) => (half === null) === (type?.["half_days_supported"] === true)) ||
        (absence["start_time"] === null) === (type?.["exact_times_supported"] === true)
      );
    }),
  );
  expect(wrong).toEqual([]);
});

test("the amount is the workdays less the halves, or the hours", () => {
  const wrong = worlds.flatMap((one) =>
    absencesOf(one).filter((absence) => {
      const { start_date, end_date, amount, unit } = absence;
      const days = countWorkdays(start_date, end_date);
      const halves = [absence["start_half_day"], absence["end_half_day"]].filter(
        (half) => half === true,
      ).length;
      if (!isWorkday(start_date) || !isWorkday(end_date) || end_date < start_date) return true;
      if (unit === null) return amount !== null;
      if (unit === "DAYS") return amount !== days - halves / 2;
      const [start, end] = [absence["start_time"], absence["end_time"]].map((time) =>
        typeof time === "string" ? Date.parse(`2026-01-01T${time}Z`) / 3_600_000 : null,
      );
      if (typeof start !== "number" || typeof end !== "number") return amount !== days * 8;
      return amount !== end - start || end <= start;
    }),
  );
  expect(wrong).toEqual([]);
});

test("nobody has two absences on one day", () => {
  const overlapping = worlds.flatMap((one) =>
    [...Map.groupBy(absencesOf(one), (absence) => absence["employee_id"]).values()].flatMap((own) => {
      const sorted = [...own].sort((a, b) => (a.start_date < b.start_date ? -1 : 1));
      return sorted.filter((absence, index) => absence.start_date <= (sorted[index - 1]?.end_date ?? ""));
    }),
  );
  expect(overlapping).toEqual([]);
});

test("people are away while they are employed", () => {
  const all = worlds.flatMap((one) => absencesOf(one).map((absence) => ({ one, absence })));
  const outside = all.filter(({ one, absence }) => {
    const employee = find(one.world, "hris.employees", absence["employee_id"]);
    const hired = String(employee?.["start_date"] ?? "").slice(0, 10);
    const left = String(employee?.["termination_date"] ?? "9999").slice(0, 10);
    return absence.start_date < hired || absence.end_date > left;
  });
  expect(all.length).toBeGreaterThan(1_000);
  expect(outside.map(({ absence }) => absence)).toEqual([]);
});

test("most of what is past was approved, and only what lies ahead waits for an answer", () => {
  for (const one of worlds) {
    const past = absencesOf(one).filter(({ end_date }) => end_date < one.date);
    const approved = past.filter(({ status }) => status === "APPROVED");
    expect(approved.length / past.length).toBeGreaterThan(0.75);
    expect(past.filter(({ status }) => status === "REQUESTED")).toEqual([]);
    const ahead = absencesOf(one).filter(({ start_date }) => start_date > one.date);
    expect(new Set(ahead.map(({ status }) => status))).toEqual(new Set(["REQUESTED", "APPROVED"]));
  }
});

test("who approves is the manager, and nobody where there was no answer", () => {
  const wrong = worlds.flatMap((one) =>
    absencesOf(one).filter((absence) => {
      const employee = find(one.world, "hris.employees", absence["employee_id"]);
      const approver = absence["approver_id"];
      return (
        approver !== null && (approver !== employee?.["manager_id"] || absence["status"] === "REQUESTED")
      );
    }),
  );
  expect(wrong).toEqual([]);
});

test("whoever is on leave is away on the world's date, with approval", () => {
  for (const one of worlds) {
    const running = inCast("runningAbsence", one);
    const number = one.world.source.rows("hris.employees").findIndex(({ cast }) => cast === "onLeave");
    expect(running["employee_id"]).toBe(one.world.collection("hris.employees").idAt(number));
    expect(running["status"]).toBe("APPROVED");
    expect(String(running["start_date"]) < one.date && String(running["end_date"]) > one.date).toBe(true);
  }
});

test("the absences of the cast are what their names say, in every world", () => {
  for (const one of worlds) {
    const { date } = one;
    const [approved, requested] = [inCast("approvedAbsence", one), inCast("requestedAbsence", one)];
    expect([approved["status"], String(approved["end_date"]) < date]).toEqual(["APPROVED", true]);
    expect([requested["status"], String(requested["start_date"]) > date]).toEqual(["REQUESTED", true]);
    expect(requested["employee_id"]).toBe(approved["employee_id"]);
    expect(inCast("declinedAbsence", one)["status"]).toBe("DECLINED");
    expect(inCast("halfDayAbsence", one)).toMatchObject({ amount: 0.5, start_half_day: true });
    expect(inCast("absenceInHours", one)).toMatchObject({ unit: "HOURS", start_half_day: null });
    expect(["REQUESTED", "APPROVED", "DECLINED", "CANCELLED", "DELETED"]).not.toContain(
      inCast("unmappedAbsenceStatus", one)["status"],
    );
    expect(inCast("deletedAbsence", one)["remote_deleted_at"]).not.toBeNull();
  }
});

test("one more employee moves nothing of the others", () => {
  const before = partitionOf({ seed: 3 });
  const employees = recipes.get("hris.employees");
  if (!employees) throw new Error("There are no employees.");
  const more = {
    ...employees,
    rows: (source: Parameters<typeof employees.rows>[0]) => {
      const rows = employees.rows(source);
      const extra = { remoteId: "1000", relations: { manager_id: "1001" } };
      return source.layer === "small" ? [extra, ...rows] : rows;
    },
  };
  const after = createPartition(before.inputs, ["small"], new Map([...recipes, [more.name, more]]));
  for (const name of [
    "hris.absences",
    "hris.time-off-balances",
    "hris.timesheets",
    "hris.employee-skill-assignments",
  ]) {
    const ids = new Set(recordsOf(before, name).map(({ id }) => id));
    expect(recordsOf(after, name).filter(({ id }) => ids.has(id))).toEqual(recordsOf(before, name));
  }
});

test("a request lies within the half-year after the date, the past within the year before it", () => {
  const far = worlds.flatMap((one) =>
    absencesOf(one).filter(
      ({ start_date }) => start_date > addDays(one.date, 250) || start_date < addDays(one.date, -1_500),
    ),
  );
  expect(far).toEqual([]);
});
