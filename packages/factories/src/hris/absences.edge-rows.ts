import type { RowSource, SkeletonRow } from "../worlds/skeleton.ts";
import { absenceIn } from "./absence-row.ts";
import { liveRows } from "./live-rows.ts";
import { erasedStamps } from "./record-instants.ts";

const longNote = `Reise nach Łódź und عمان 🧳 — ${"wie besprochen, siehe Anhang; ".repeat(200)}`;

/** Absences that break whoever trusts too much; they overlap with each other. */
export function edgeAbsences({ added, date }: RowSource): readonly SkeletonRow[] {
  const employee = liveRows(added("hris.employees"))[0];
  if (!employee) return [];
  const absence = (
    slot: string,
    traits: readonly string[],
    values: SkeletonRow["values"] = {},
  ): SkeletonRow => ({
    ...absenceIn(employee, slot, { type: "1001", traits }),
    values,
  });
  const withoutType = { employee_id: employee.remoteId, type_id: null, approver_id: null };
  const leapDay = { start_date: "2028-02-29", end_date: "2028-02-29" };
  return [
    { ...absence("bare", [], { remote_id: null }), relations: withoutType, bare: true },
    absence("unmapped", ["unmapped"]),
    absence("withdrawn", [], { status: "DELETED" }),
    absence("deleted", ["deleted"]),
    { ...absence("erased", [], erasedStamps(date)), relations: withoutType, bare: true },
    absence("note", ["approved"], { employee_note: longNote }),
    absence("leap-day", [], { ...leapDay, start_half_day: true, end_half_day: false, amount: 0.5 }),
    absence("open-ended", [], { start_date: "2020-02-29", end_date: "9999-12-31", amount: null }),
    absence("long-ago", [], { start_date: "1970-01-01", end_date: "1970-01-02", amount: 2 }),
    absence("fraction", [], { amount: 0.123456789 }),
    absence("nothing", ["approved"], { amount: 0 }),
    // Two of the same days and the same text.
    absence("twin-1", [], { start_date: "2025-12-24", end_date: "2025-12-24", employee_note: "Weihnachten" }),
    absence("twin-2", [], { start_date: "2025-12-24", end_date: "2025-12-24", employee_note: "Weihnachten" }),
  ];
}
