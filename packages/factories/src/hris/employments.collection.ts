import type { Country } from "../people.ts";
import type { Level } from "../work.ts";
import { defineCollection } from "../worlds/collection.ts";
import { rowsOfEach } from "../worlds/growing-rows.ts";
import { one } from "../worlds/relations.ts";
import type { RecordSource, RowSource, SkeletonRow } from "../worlds/skeleton.ts";
import { earlierDay } from "./employee-dates.ts";
import { departmentOf } from "./employees.collection.ts";
import { levelOf } from "./employees.traits.ts";
import { hrisEmploymentFactory } from "./employments.factory.ts";
import { erasedStamps } from "./record-instants.ts";
import { countryOf } from "./sites.ts";

/** The terms of employment over time, the current ones last. */
export const hrisEmployments = defineCollection({
  name: "hris.employments",
  model: "hris_employments",
  factory: hrisEmploymentFactory,
  relations: { employee: one("hris.employees", "employee_id") },
  follows: "employee_id",
  rows(source) {
    if (source.category !== "HRIS") return [];
    const rows = rowsOfEach(source.eachAdded("hris.employees"), (employee) =>
      employmentsOf(employee, source),
    );
    return source.layer === "edge" ? [...rows, ...edgeExtras(source.date)].map(edgeRow) : rows;
  },
  inputs(row, source) {
    const employeeId = row.relations?.["employee_id"] ?? "";
    const employee = source.rowOf("hris.employees", employeeId);
    const place = placeAmong(row, source.children("hris.employments", "employee_id", employeeId));
    const { date, country } = source;
    return employee ? new Terms(employee, source, place) : { date, country, ...place };
  },
});

/** How many employments somebody had: more than one only after years. */
function employmentsOf(
  { remoteId, bare, cast, traits = [] }: SkeletonRow,
  { choices }: RowSource,
): SkeletonRow[] {
  if (bare) return [];
  const some = choices(`employments/${remoteId}`);
  const several = traits.includes("longServing") || traits.includes("chiefExecutive");
  const count = cast === "withSeveralEmployments" ? 3 : several && some.chance(0.7) ? some.integer(2, 3) : 1;
  return Array.from({ length: count }, (_, index) => ({
    remoteId: `${remoteId}-${index + 1}`,
    relations: { employee_id: remoteId },
  }));
}

const edgeChanges: Readonly<Record<string, Partial<SkeletonRow>>> = {
  "30002-1": { traits: ["unmapped"] },
  "30003-1": {
    values: { pay_rate: 0, pay_currency: "XTS", pay_period: "HALF_YEAR", pay_frequency: "PRO_RATA" },
  },
  "30004-1": { values: { remote_id: null } },
  "30006-1": { traits: ["withoutPay"] },
  "30011-1": { values: { pay_rate: 9_007_199_254_740_991, pay_currency: "IDR" } },
  "30012-1": { values: { pay_rate: 1_234.567_89, effective_date: "2024-02-29T00:00:00.000Z" } },
};

const edgeRow = (row: SkeletonRow): SkeletonRow => ({ ...row, ...edgeChanges[row.remoteId] });

function edgeExtras(date: string): readonly SkeletonRow[] {
  const relations = { employee_id: "30009" };
  return [
    { remoteId: "30009-2", bare: true, relations, values: { remote_id: null } },
    { remoteId: "30009-3", bare: true, relations, values: erasedStamps(date) },
    { remoteId: "30009-4", traits: ["deleted"], relations },
  ];
}

/** What the employee's own record says about the terms, each read when a field asks for it. */
class Terms {
  readonly date: string;
  readonly country: Country;
  readonly level: Level;
  readonly leadsCompany: boolean;
  readonly person: string;
  readonly index: number;
  readonly count: number;
  readonly #employee: SkeletonRow;
  readonly #source: RecordSource;

  constructor(employee: SkeletonRow, source: RecordSource, { index, count }: ReturnType<typeof placeAmong>) {
    const { remoteId, traits = [] } = employee;
    this.date = source.date;
    this.country = countryOf(employee, source);
    this.level = levelOf(traits);
    this.leadsCompany = traits.includes("chiefExecutive");
    this.person = `${source.integrationId}/${remoteId}`;
    this.index = index;
    this.count = count;
    this.#employee = employee;
    this.#source = source;
  }

  get department() {
    return departmentOf(this.#employee, this.#source);
  }

  get from() {
    return this.#text("start_date")?.slice(0, 10) ?? this.date;
  }

  get until() {
    return earlierDay(this.#text("termination_date")?.slice(0, 10) ?? this.date, this.date);
  }

  get employmentType() {
    return this.#text("employment_type");
  }

  get currentTitle() {
    return this.#text("job_title");
  }

  get weeklyHours() {
    const hours = this.#value("weekly_hours");
    return typeof hours === "number" ? hours : null;
  }

  get deletedAt() {
    return this.#text("remote_deleted_at");
  }

  #text(field: string): string | null {
    const found = this.#value(field);
    return typeof found === "string" ? found : null;
  }

  #value(field: string): unknown {
    return this.#source.value("hris.employees", this.#employee.remoteId, field);
  }
}

function placeAmong(row: SkeletonRow, siblings: readonly SkeletonRow[]) {
  const alive = siblings.filter((sibling) => !sibling.bare && !sibling.traits?.includes("deleted"));
  const index = alive.findIndex(({ remoteId }) => remoteId === row.remoteId);
  return index === -1 ? { index: 0, count: 1 } : { index, count: alive.length };
}
