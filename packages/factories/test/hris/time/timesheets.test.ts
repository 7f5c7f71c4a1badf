import type { Partition } from "@kombo-mock/factories/worlds";
import { expect, test } from "vitest";
import { addDays } from "../../../src/hris/workdays.ts";
import { countries, find, partitionOf, recordsOf } from "./worlds.ts";

const dates = ["2026-01-15", "2026-01-19", "2024-02-29", "2026-07-04"];
const worlds = dates.flatMap((date) =>
  countries.map((country, seed) => ({
    date,
    world: partitionOf({ seed, date, country, layers: seed === 0 ? ["small", "demo"] : ["small"] }),
  })),
);

const inCast = (cast: string, world: Partition) => {
  const number = world.source.rows("hris.timesheets").findIndex((row) => row.cast === cast);
  return world.collection("hris.timesheets").record(number);
};

test("all shifts lie in the two months before the date, and some employees have none", () => {
  for (const { date, world } of worlds) {
    const shifts = recordsOf(world, "hris.timesheets");
    const outside = shifts.filter(
      ({ started_at: started }) => String(started) < addDays(date, -60) || String(started) > date,
    );
    expect(outside).toEqual([]);
    const employees = new Set(shifts.map((shift) => shift["employee_id"]));
    expect(employees.size).toBeLessThan(world.collection("hris.employees").size / 2);
  }
});

test("nobody works two shifts at once, or while away or not employed", () => {
  const wrong = worlds.flatMap(({ world }) => {
    const away = Map.groupBy(
      recordsOf(world, "hris.absences").filter(({ status }) => status === "APPROVED"),
      (absence) => absence["employee_id"],
    );
    const byEmployee = Map.groupBy(recordsOf(world, "hris.timesheets"), (shift) => shift["employee_id"]);
    return [...byEmployee].flatMap(([id, shifts]) => {
      const employee = find(world, "hris.employees", id);
      const sorted = [...shifts].sort((a, b) => (String(a["started_at"]) < String(b["started_at"]) ? -1 : 1));
      return sorted.filter((shift, index) => {
        const day = String(shift["started_at"]).slice(0, 10);
        const before = sorted[index - 1];
        return (
          (before && String(before["ended_at"] ?? "9999") > String(shift["started_at"])) ||
          String(employee?.["start_date"]) > String(shift["started_at"]) ||
          away
            .get(id)
            ?.some((absence) => day >= String(absence["start_date"]) && day <= String(absence["end_date"]))
        );
      });
    });
  });
  expect(wrong).toEqual([]);
});

test("shifts have the offset from UTC of the country in which the employee works", () => {
  const offsets = (country: "US" | "GB", date: string) =>
    new Set(recordsOf(partitionOf({ country, date }), "hris.timesheets").map(({ timezone }) => timezone));
  expect(offsets("GB", "2026-01-15")).toEqual(new Set(["+00:00"]));
  expect(offsets("GB", "2026-07-04")).toEqual(new Set(["+01:00"]));
  expect(offsets("US", "2026-01-15")).toEqual(new Set(["-05:00"]));
});

test("the shifts of the cast are what their names say", () => {
  for (const { world } of worlds) {
    expect(inCast("approvedTimesheet", world)["approval_status"]).toBe("APPROVED");
    expect(inCast("approvedTimesheet", world)["approved_at"]).not.toBeNull();
    expect(inCast("openTimesheet", world)).toMatchObject({ ended_at: null, payable_hours: null });
    const breaks = inCast("timesheetWithBreaks", world)["breaks"];
    expect(Array.isArray(breaks) && breaks.length > 0).toBe(true);
  }
});
