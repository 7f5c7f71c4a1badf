import { defineFactory } from "../define-factory.ts";
import { instantBefore } from "../instants.ts";
import { deletedBefore } from "./record-instants.ts";

/** What an absence type is made from. */
export interface HrisAbsenceTypeInputs {
  readonly kind: AbsenceKind;
  /** The world's date, `yyyy-MM-dd`. */
  readonly date: string;
}

/** Why people are away. */
export type AbsenceKind = keyof typeof kinds;

// Names by which tools offer them, with what each is counted in.
const kinds = {
  vacation: {
    names: ["Vacation", "Annual leave", "Paid time off"],
    unit: "DAYS",
    halfDays: true,
    times: false,
  },
  sick: { names: ["Sick leave", "Sickness"], unit: "DAYS", halfDays: false, times: false },
  hours: { names: ["Overtime compensation", "Time in lieu"], unit: "HOURS", halfDays: false, times: true },
  parental: { names: ["Parental leave"], unit: "DAYS", halfDays: false, times: false },
  unpaid: { names: ["Unpaid leave"], unit: null, halfDays: false, times: false },
  study: { names: ["Study leave", "Educational leave"], unit: "DAYS", halfDays: true, times: false },
  volunteering: {
    names: ["Volunteering", "Volunteer time off"],
    unit: "HOURS",
    halfDays: false,
    times: false,
  },
  bereavement: { names: ["Bereavement leave"], unit: "DAYS", halfDays: true, times: false },
  appointment: { names: ["Medical appointment"], unit: "HOURS", halfDays: false, times: true },
} as const;

const inputs: HrisAbsenceTypeInputs = { kind: "vacation", date: "2026-01-15" };

/** Builds a kind of absence: a vacation that is counted in days unless told. */
export const hrisAbsenceTypeFactory = defineFactory("HrisAbsenceType")({
  inputs,
  fields: {
    id: ({ id }) => id(),
    remote_id: ({ integer }) => String(integer(1_000, 9_999)),
    name: ({ input, pick }) => pick<string>(kinds[input.kind].names),
    unit: ({ input }) => kinds[input.kind].unit,
    half_days_supported: ({ input }) => kinds[input.kind].halfDays,
    exact_times_supported: ({ input }) => kinds[input.kind].times,
    custom_fields: () => null,
    changed_at: (context) => instantBefore(context, context.input.date, { minDays: 60, maxDays: 700 }),
    remote_deleted_at: () => null,
    remote_data: () => null,
  },
  traits: {
    inHours: { input: { kind: "hours" } },
    withoutUnit: { input: { kind: "unpaid" } },
    deleted: {
      fields: {
        remote_deleted_at: (context) => deletedBefore(context, context.input.date),
        changed_at: ({ get, input }) => get("remote_deleted_at") ?? `${input.date}T00:00:00.000Z`,
      },
    },
  },
});
