import type { Choices } from "../choices.ts";
import { defineFactory, type Entity } from "../define-factory.ts";
import { instantBefore } from "../instants.ts";
import { absenceNote } from "../prose.ts";
import { deletedBefore, midnight, soonAfter, syncedAfter } from "./record-instants.ts";
import { addDays, addWorkdays, countWorkdays, type Day, longestSpan, workdayFrom } from "./workdays.ts";

/** What an absence is made from. */
export interface HrisAbsenceInputs {
  /** The world's date, `yyyy-MM-dd`. */
  readonly date: Day;
  /** What absences of its type are counted in, and what they may hold. */
  readonly unit: Entity<"HrisTimeUnit">;
  readonly halfDays: boolean;
  readonly exactTimes: boolean;
  /** The days in which it has to lie; null for some time of the year before the date, or after it. */
  readonly from: Day | null;
  readonly within: number;
  readonly upcoming: boolean;
  /** How many workdays it may last. */
  readonly workdays: { readonly min: number; readonly max: number };
  /** Whether it was asked for ahead, unlike an illness. */
  readonly planned: boolean;
  /** Whether the request was answered. */
  readonly answered: boolean;
}

const inputs: HrisAbsenceInputs = {
  date: "2026-01-15",
  unit: "DAYS",
  halfDays: true,
  exactTimes: false,
  from: null,
  within: 240,
  upcoming: false,
  workdays: { min: 1, max: 10 },
  planned: true,
  answered: true,
};

/** Statuses as tools have them that none of the known ones fits. */
const rawStatuses = ["ZZ_Pending_HR_Review", "Partially approved (1/2)", "Vorläufig genehmigt"] as const;
const refusals = ["DECLINED", "CANCELLED"] as const;
const hourNotes = [
  ...[
    "Leaving early after last week's overtime.",
    "Appointment at the town hall.",
    "Dentist, back after lunch.",
  ],
] as const;

const hasTimes = ({ unit, exactTimes }: HrisAbsenceInputs) => unit === "HOURS" && exactTimes;
const hasHalfDays = ({ unit, halfDays }: HrisAbsenceInputs) => unit === "DAYS" && halfDays;

function firstDay(choices: Choices, { date, from, within, upcoming, workdays }: HrisAbsenceInputs): Day {
  const begin = from ?? addDays(date, upcoming ? 5 : -20 - within);
  const free = within - longestSpan(workdays.max);
  return workdayFrom(addDays(begin, choices.integer(0, Math.max(free, 0))));
}

function statusOf(choices: Choices, isAhead: boolean, { answered, planned }: HrisAbsenceInputs): string {
  if (isAhead) return answered ? "APPROVED" : "REQUESTED";
  // Whoever is ill is not asked, and what nobody answered in time was withdrawn.
  if (!answered) return "CANCELLED";
  return planned && choices.at("refused").chance(0.1) ? choices.at("refusal").pick(refusals) : "APPROVED";
}

const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
const timeAt = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}:00`;

/** Builds an absence: an approved vacation of the last months unless told. */
export const hrisAbsenceFactory = defineFactory("HrisAbsence")({
  inputs,
  fields: {
    id: ({ id }) => id(),
    remote_id: ({ integer }) => String(integer(10_000, 99_999)),
    employee_id: ({ id }) => id(),
    approver_id: ({ id, get }) => (get("status") === "REQUESTED" ? null : id()),
    type_id: ({ id }) => id(),
    start_date: (context) => firstDay(context, context.input),
    end_date({ input, get, integer }) {
      const start = get("start_date") ?? input.date;
      return hasTimes(input)
        ? start
        : addWorkdays(start, integer(input.workdays.min, input.workdays.max) - 1);
    },
    start_half_day: ({ input, chance }) => (hasHalfDays(input) ? chance(0.12) : null),
    end_half_day({ input, get, chance }) {
      if (!hasHalfDays(input)) return null;
      const isWhole = get("start_half_day") === true && get("start_date") === get("end_date");
      return isWhole ? false : chance(0.12);
    },
    start_time: ({ input, integer }) => (hasTimes(input) ? timeAt(integer(16, 28) * 30) : null),
    end_time({ get, integer }) {
      const start = get("start_time");
      return start === null ? null : timeAt(minutesOf(start) + integer(2, 8) * 30);
    },
    amount({ input, get }) {
      if (input.unit === null) return null;
      const [start, end] = [get("start_time"), get("end_time")];
      if (start !== null && end !== null) return (minutesOf(end) - minutesOf(start)) / 60;
      const days = countWorkdays(get("start_date") ?? input.date, get("end_date") ?? input.date);
      const halves = Number(get("start_half_day") === true) + Number(get("end_half_day") === true);
      return input.unit === "HOURS" ? days * 8 : days - halves / 2;
    },
    unit: ({ input }) => input.unit,
    status: (context) =>
      statusOf(context, (context.get("start_date") ?? "") > context.input.date, context.input),
    employee_note(context) {
      // Nobody writes down what they are ill with.
      if (!context.input.planned || !context.at("has").chance(0.6)) return null;
      return context.input.unit === "HOURS" ? context.pick<string>(hourNotes) : absenceNote(context);
    },
    remote_created_at(context) {
      const { date, planned } = context.input;
      const start = context.get("start_date") ?? date;
      const isPast = start < date;
      if (planned) return instantBefore(context, isPast ? start : date, { minDays: 3, maxDays: 45 });
      const day = midnight(isPast ? start : addDays(date, -1));
      return soonAfter(context, day, { minMinutes: 300, maxMinutes: 600, date });
    },
    remote_updated_at(context) {
      const created = context.get("remote_created_at") ?? midnight(context.input.date);
      if (context.get("status") === "REQUESTED") return created;
      return soonAfter(context, created, {
        minMinutes: 10,
        maxMinutes: 4 * 24 * 60,
        date: context.input.date,
      });
    },
    changed_at: (context) =>
      syncedAfter(
        context,
        context.get("remote_updated_at") ?? midnight(context.input.date),
        context.input.date,
      ),
    remote_deleted_at: () => null,
    remote_data: () => null,
  },
  traits: {
    requested: { input: { answered: false, upcoming: true } },
    approved: { values: { status: "APPROVED" } },
    declined: { values: { status: "DECLINED" } },
    cancelled: { values: { status: "CANCELLED" } },
    unmapped: { fields: { status: ({ pick }) => pick(rawStatuses) } },
    sick: { input: { planned: false, halfDays: false, workdays: { min: 1, max: 5 } } },
    week: {
      input: { workdays: { min: 5, max: 5 } },
      fields: {
        start_half_day: ({ input }) => (hasHalfDays(input) ? false : null),
        end_half_day: ({ input }) => (hasHalfDays(input) ? false : null),
      },
    },
    inHours: { input: { unit: "HOURS", exactTimes: true, halfDays: false } },
    halfDay: {
      input: { unit: "DAYS", halfDays: true, workdays: { min: 1, max: 1 } },
      fields: { start_half_day: () => true },
    },
    running: {
      input: { workdays: { min: 20, max: 60 } },
      fields: {
        start_date: ({ input, integer }) => workdayFrom(addDays(input.date, -integer(4, 20))),
        status: () => "APPROVED",
      },
    },
    deleted: {
      fields: {
        remote_deleted_at: (context) =>
          deletedBefore(context, context.input.date, context.get("remote_updated_at")),
        changed_at: ({ get, input }) => get("remote_deleted_at") ?? midnight(input.date),
      },
    },
  },
});
