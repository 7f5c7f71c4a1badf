import { defineCollection } from "../worlds/collection.ts";
import { one } from "../worlds/relations.ts";
import type { RecordSource, SkeletonRow } from "../worlds/skeleton.ts";
import { type AbsenceSlot, absenceSlot, mostWorkdays } from "./absence-plan.ts";
import { type HrisAbsenceInputs, hrisAbsenceFactory } from "./absences.factory.ts";
import { absenceRows } from "./absences.rows.ts";
import { numberIn } from "./employee-row-number.ts";

/** The times in which employees do not work; those of one employee do not overlap. */
export const hrisAbsences = defineCollection({
  name: "hris.absences",
  model: "hris_absences",
  factory: hrisAbsenceFactory,
  shown: "HrisAbsenceWithType",
  relations: {
    type: one("hris.absence-types", "type_id"),
    employee: one("hris.employees", "employee_id"),
  },
  references: { approver_id: "hris.employees" },
  follows: "employee_id",
  rows: absenceRows,
  inputs: (row, source) => new AbsenceInputs(row, source),
});

/** What an absence is made from; where it lies among the employee's others is found out when a field asks for it. */
class AbsenceInputs implements Partial<HrisAbsenceInputs> {
  readonly date: string;
  readonly unit: HrisAbsenceInputs["unit"];
  readonly halfDays: boolean;
  readonly exactTimes: boolean;
  readonly #row: SkeletonRow;
  readonly #source: RecordSource;
  #slot: AbsenceSlot | null | undefined;

  constructor(row: SkeletonRow, source: RecordSource) {
    const type = row.relations?.["type_id"] ?? "";
    const ofType = (field: string) => source.value("hris.absence-types", type, field);
    const unit = ofType("unit");
    this.date = source.date;
    this.unit = unit === "DAYS" || unit === "HOURS" ? unit : null;
    this.halfDays = ofType("half_days_supported") === true;
    this.exactTimes = ofType("exact_times_supported") === true;
    this.#row = row;
    this.#source = source;
  }

  get from() {
    return this.#placed()?.from ?? hrisAbsenceFactory.inputs.from;
  }

  get within() {
    return this.#placed()?.within ?? hrisAbsenceFactory.inputs.within;
  }

  get workdays() {
    const room = this.#placed();
    return room ? { min: 1, max: mostWorkdays(room.within, 10) } : hrisAbsenceFactory.inputs.workdays;
  }

  #placed(): AbsenceSlot | null {
    const employee = this.#row.relations?.["employee_id"] ?? "";
    const number = numberIn(this.#row.remoteId, employee);
    this.#slot ??= number === null ? null : absenceSlot(number, employee, this.#source);
    return this.#slot;
  }
}
