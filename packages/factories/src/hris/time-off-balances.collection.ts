import { defineCollection } from "../worlds/collection.ts";
import { rowsOfEach } from "../worlds/growing-rows.ts";
import { one } from "../worlds/relations.ts";
import type { RecordSource, RowSource, SkeletonRow } from "../worlds/skeleton.ts";
import { isLive, liveRows } from "./live-rows.ts";
import { erasedStamps } from "./record-instants.ts";
import { type HrisTimeOffBalanceInputs, hrisTimeOffBalanceFactory } from "./time-off-balances.factory.ts";
import { countryOfEmployee, hasLeft, isToCome } from "./working-employees.ts";

/** The types of absence that employees have an account of: holidays and overtime. */
const accountedTypes = ["1001", "1003"] as const;

function balanceOf(employee: SkeletonRow, type: string): SkeletonRow {
  return {
    remoteId: `${employee.remoteId}-${type}`,
    relations: { employee_id: employee.remoteId, type_id: type },
  };
}

function balancesOf(employee: SkeletonRow): readonly SkeletonRow[] {
  return accountedTypes.map((type) => {
    const row = balanceOf(employee, type);
    const told = castBalances[row.remoteId];
    return told ? { ...row, ...told } : row;
  });
}

/** Balances that are told by name; the second employee has planned all holidays of the year. */
const castBalances: Readonly<Record<string, Partial<SkeletonRow>>> = {
  "1008-1001": { cast: "balance" },
  "1005-1001": { cast: "exhaustedBalance", traits: ["exhausted"] },
};

function rows(source: RowSource): Iterable<SkeletonRow> {
  if (source.category !== "HRIS") return [];
  const own = rowsOfEach(source.eachAdded("hris.employees"), (employee) =>
    isLive(employee) && !hasLeft(employee) && !isToCome(employee) ? balancesOf(employee) : [],
  );
  return source.layer === "edge" ? [...own, ...edgeRows(source)] : own;
}

function edgeRows({ added, date }: RowSource): readonly SkeletonRow[] {
  const employee = liveRows(added("hris.employees"))[0];
  if (!employee) return [];
  return [
    { ...balanceOf(employee, "1002"), bare: true, values: { remote_id: null } },
    { ...balanceOf(employee, "1004"), traits: ["overdrawn"] },
    { ...balanceOf(employee, "1005"), values: { balance: 0.1 + 0.2, used: 1e-7 } },
    { ...balanceOf(employee, "30002"), values: { balance: 9_007_199_254_740_991, balance_unit: "HOURS" } },
    { ...balanceOf(employee, "30004"), traits: ["deleted"] },
    { ...balanceOf(employee, "30003"), bare: true, values: erasedStamps(date) },
  ];
}

/** What the approved absences of an employee and type that begin in the world's year use up, and when one changed last. */
function usedBy(
  { relations = {} }: SkeletonRow,
  source: RecordSource,
): Pick<HrisTimeOffBalanceInputs, "used" | "absencesChangedAt"> {
  const read = (absence: SkeletonRow, field: string) =>
    source.value("hris.absences", absence.remoteId, field);
  const counted = source
    .children("hris.absences", "employee_id", relations["employee_id"] ?? "")
    .filter(
      (absence) =>
        absence.relations?.["type_id"] === relations["type_id"] &&
        String(read(absence, "start_date")).startsWith(source.date.slice(0, 5)) &&
        read(absence, "status") === "APPROVED" &&
        read(absence, "remote_deleted_at") === null,
    );
  const stamps = counted.map((absence) => String(read(absence, "changed_at"))).sort();
  return {
    used: counted.reduce((sum, absence) => sum + Number(read(absence, "amount") ?? 0), 0),
    absencesChangedAt: stamps.at(-1) ?? null,
  };
}

/** How much time off employees have left: of the year's holidays, and of the hours that they worked too much. */
export const hrisTimeOffBalances = defineCollection({
  name: "hris.time-off-balances",
  model: "hris_time_off_balances",
  factory: hrisTimeOffBalanceFactory,
  shown: "HrisTimeOffBalanceWithType",
  relations: {
    type: one("hris.absence-types", "type_id"),
    employee: one("hris.employees", "employee_id"),
  },
  follows: "employee_id",
  rows,
  inputs(row, source): Partial<HrisTimeOffBalanceInputs> {
    const unit = source.value("hris.absence-types", row.relations?.["type_id"] ?? "", "unit");
    let absences: ReturnType<typeof usedBy> | undefined;
    return {
      date: source.date,
      unit: unit === "DAYS" || unit === "HOURS" ? unit : null,
      // Summed up when a field asks for it.
      get country() {
        return countryOfEmployee(row.relations?.["employee_id"] ?? "", source);
      },
      get used() {
        absences ??= usedBy(row, source);
        return absences.used;
      },
      get absencesChangedAt() {
        absences ??= usedBy(row, source);
        return absences.absencesChangedAt;
      },
    };
  },
});
