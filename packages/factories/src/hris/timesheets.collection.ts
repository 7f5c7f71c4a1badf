import { defineCollection } from "../worlds/collection.ts";
import { type Rows, rowsOfEach } from "../worlds/growing-rows.ts";
import type { Layer } from "../worlds/layers.ts";
import { one } from "../worlds/relations.ts";
import type { RowSource, SkeletonRow } from "../worlds/skeleton.ts";
import { numberIn } from "./employee-row-number.ts";
import { liveRows } from "./live-rows.ts";
import { erasedStamps } from "./record-instants.ts";
import { hrisTimesheetFactory } from "./timesheets.factory.ts";
import { addWorkdays } from "./workdays.ts";
import { countryOfEmployee, isAtWork } from "./working-employees.ts";

/** How many of the employees fill in timesheets, where not everybody has to. */
const shareOf: Readonly<Record<Layer, number>> = { base: 0, small: 0.25, demo: 0.2, edge: 0, large: 0.05 };

/** The workdays before the date whose shifts are told; nobody is on holiday in them. */
const workdaysBack = [1, 2, 3, 4, 5, 6, 7, 8] as const;

/** The row of a shift that was worked some workdays before the world's date. */
function shift(employee: SkeletonRow, ago: number | string, rest: Partial<SkeletonRow> = {}): SkeletonRow {
  return {
    remoteId: `${employee.remoteId}-${ago}`,
    relations: { employee_id: employee.remoteId },
    ...rest,
  };
}

function rows(source: RowSource): Rows {
  const { layer, category, eachAdded, choices } = source;
  if (category !== "HRIS") return [];
  if (layer === "edge") return edgeRows(source);
  return rowsOfEach(eachAdded("hris.employees"), (employee) => {
    if (!isAtWork(employee)) return [];
    const told = castShifts(employee);
    const own = choices(`timesheets/${employee.remoteId}`);
    if (told || !own.chance(shareOf[layer])) return told ?? [];
    const traits = own.at("breaks").chance(0.5) ? ["withBreaks"] : [];
    return workdaysBack
      .filter((ago) => own.at(String(ago)).chance(0.7))
      .map((ago) => shift(employee, ago, { traits }));
  });
}

/** The shifts of the small company's employees whose shifts are told by name. */
function castShifts(employee: SkeletonRow): readonly SkeletonRow[] | undefined {
  if (employee.remoteId === "1008")
    return [
      shift(employee, 4, { traits: ["approved"], cast: "approvedTimesheet" }),
      shift(employee, 3, { traits: ["approved", "withBreaks"], cast: "timesheetWithBreaks" }),
      shift(employee, 2),
      shift(employee, 1, { traits: ["pending"] }),
    ];
  if (employee.remoteId === "1007")
    return [
      shift(employee, 3),
      shift(employee, 2, { traits: ["rejected"] }),
      shift(employee, "now", { traits: ["open"], cast: "openTimesheet" }),
    ];
  return undefined;
}

function edgeRows({ added, date }: RowSource): readonly SkeletonRow[] {
  const employee = liveRows(added("hris.employees"))[0];
  if (!employee) return [];
  const longComment = `Schichtübergabe 🌙 ${"mit vielen Einzelheiten, ".repeat(200)}وانتهى`;
  return [
    shift(employee, "bare", { bare: true, values: { remote_id: null } }),
    shift(employee, "unmapped", { traits: ["unmapped"] }),
    shift(employee, "comment", { values: { comment: longComment } }),
    // Neither approved nor paid: it ended as it began.
    shift(employee, "nothing", {
      traits: ["pending"],
      values: {
        started_at: `${addWorkdays(date, -9)}T08:00:00.000Z`,
        ended_at: `${addWorkdays(date, -9)}T08:00:00.000Z`,
        payable_hours: 0,
        unpaid_break_minutes: 0,
        breaks: [],
      },
    }),
    shift(employee, "far-east", { values: { timezone: "+14:00" } }),
    shift(employee, "half-hour-zone", { values: { timezone: "-09:30", payable_hours: 7.333333333333333 } }),
    shift(employee, "deleted", { traits: ["deleted"] }),
    shift(employee, "erased", { bare: true, values: erasedStamps(date) }),
  ];
}

/** The hours that some employees worked in the last weeks. */
export const hrisTimesheets = defineCollection({
  name: "hris.timesheets",
  model: "hris_timesheets",
  factory: hrisTimesheetFactory,
  relations: { employee: one("hris.employees", "employee_id") },
  rows,
  inputs({ remoteId, relations }, source) {
    const employee = relations?.["employee_id"] ?? "";
    const { date } = source;
    const ago = numberIn(remoteId, employee);
    return {
      date,
      country: countryOfEmployee(employee, source),
      day: ago === null ? null : addWorkdays(date, -ago),
    };
  },
});
