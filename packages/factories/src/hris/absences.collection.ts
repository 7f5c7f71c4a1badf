import { defineCollection } from "../worlds/collection.ts";
import { one } from "../worlds/relations.ts";
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
  inputs({ remoteId, relations }, source): Partial<HrisAbsenceInputs> {
    const employee = relations?.["employee_id"] ?? "";
    const type = relations?.["type_id"] ?? "";
    const ofType = (field: string) => source.value("hris.absence-types", type, field);
    const unit = ofType("unit");
    const number = numberIn(remoteId, employee);
    let slot: AbsenceSlot | null | undefined;
    // Where it lies among the employee's others is found out when a field asks for it.
    const placed = () => (slot ??= number === null ? null : absenceSlot(number, employee, source));
    const { inputs } = hrisAbsenceFactory;
    return {
      date: source.date,
      unit: unit === "DAYS" || unit === "HOURS" ? unit : null,
      halfDays: ofType("half_days_supported") === true,
      exactTimes: ofType("exact_times_supported") === true,
      get from() {
        return placed()?.from ?? inputs.from;
      },
      get within() {
        return placed()?.within ?? inputs.within;
      },
      get workdays() {
        const room = placed();
        return room ? { min: 1, max: mostWorkdays(room.within, 10) } : inputs.workdays;
      },
    };
  },
});
