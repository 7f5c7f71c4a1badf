import { defineCollection } from "../worlds/collection.ts";
import { type Rows, rowsOfEach } from "../worlds/growing-rows.ts";
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

function rows(source: RowSource): Rows {
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

/** Reads fields of absences that count for a balance. */
interface CountedAbsence {
  read(field: string): unknown;
}

/** The approved absences of an employee and type that begin in the world's year. */
function absencesCounted({ relations = {} }: SkeletonRow, source: RecordSource): readonly CountedAbsence[] {
  const year = source.date.slice(0, 5);
  return source
    .children("hris.absences", "employee_id", relations["employee_id"] ?? "")
    .filter(({ relations: own }) => own?.["type_id"] === relations["type_id"])
    .map(({ remoteId }) => ({ read: (field: string) => source.value("hris.absences", remoteId, field) }))
    .filter(
      ({ read }) =>
        String(read("start_date")).startsWith(year) &&
        read("status") === "APPROVED" &&
        read("remote_deleted_at") === null,
    );
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
  inputs: (row, source) => new BalanceInputs(row, source),
});

/** What a balance is made from; absences are looked at when a field asks for it. */
class BalanceInputs implements Partial<HrisTimeOffBalanceInputs> {
  readonly date: string;
  readonly unit: HrisTimeOffBalanceInputs["unit"];
  readonly #row: SkeletonRow;
  readonly #source: RecordSource;
  #absences: readonly CountedAbsence[] | undefined;

  constructor(row: SkeletonRow, source: RecordSource) {
    const unit = source.value("hris.absence-types", row.relations?.["type_id"] ?? "", "unit");
    this.date = source.date;
    this.unit = unit === "DAYS" || unit === "HOURS" ? unit : null;
    this.#row = row;
    this.#source = source;
  }

  get country() {
    return countryOfEmployee(this.#row.relations?.["employee_id"] ?? "", this.#source);
  }

  /** What these absences use up. */
  get used() {
    return this.#counted().reduce((sum, { read }) => sum + Number(read("amount") ?? 0), 0);
  }

  /** When one of them changed last. */
  get absencesChangedAt() {
    const stamps = this.#counted().map(({ read }) => String(read("changed_at")));
    return stamps.sort().at(-1) ?? null;
  }

  #counted(): readonly CountedAbsence[] {
    this.#absences ??= absencesCounted(this.#row, this.#source);
    return this.#absences;
  }
}
