import type { Choices } from "../choices.ts";
import { defineFactory, type Entity } from "../define-factory.ts";
import type { Country } from "../people.ts";
import { timezoneOf } from "../places.ts";
import { timesheetComment } from "../prose.ts";
import { deletedBefore, midnight, soonAfter, syncedAfter } from "./record-instants.ts";
import { addDays, addWorkdays, type Day } from "./workdays.ts";

/** What a timesheet is made from. */
export interface HrisTimesheetInputs {
  readonly country: Country;
  /** The world's date, `yyyy-MM-dd`. */
  readonly date: Day;
  /** The day of the shift; null for one of the last weeks' workdays. */
  readonly day: Day | null;
  /** Whether the tool records when breaks begin and end, not only how long they are. */
  readonly recordsBreaks: boolean;
}

const inputs: HrisTimesheetInputs = { country: "DE", date: "2026-01-15", day: null, recordsBreaks: false };

const minute = 60_000;
const breakLengths = [30, 45, 60] as const;

/** Raw words of tools that nobody mapped. */
const rawStatuses = ["ZZ_Submitted_To_Client", "Freigegeben (2. Stufe)"] as const;

/** The instant at a time of day, in minutes, where the offset from UTC is this one. */
function instantAt(day: Day, minutes: number, offset: string): string {
  const [hours = 0, rest = 0] = offset.slice(1).split(":").map(Number);
  const ahead = (hours * 60 + rest) * (offset.startsWith("-") ? -1 : 1);
  return new Date(Date.parse(midnight(day)) + (minutes - ahead) * minute).toISOString();
}

function breaksOf(choices: Choices, started: string, ended: string): Entity<"HrisTimesheetBreak">[] {
  const middle = Math.floor((Date.parse(started) + Date.parse(ended)) / 2 / minute) * minute;
  const length = choices.at("length").pick(breakLengths);
  const lunch = {
    started_at: new Date(middle).toISOString(),
    ended_at: new Date(middle + length * minute).toISOString(),
    paid: false,
  };
  const isPaused = choices.at("pause").chance(0.4);
  const pause = new Date(middle - 90 * minute).toISOString();
  return isPaused && pause > started
    ? [{ started_at: pause, ended_at: new Date(middle - 80 * minute).toISOString(), paid: true }, lunch]
    : [lunch];
}

const lengthOf = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / minute;

/** Builds a timesheet: a shift of the last weeks, mostly approved, unless told. */
export const hrisTimesheetFactory = defineFactory("HrisTimesheet")({
  inputs,
  fields: {
    id: ({ id }) => id(),
    remote_id: ({ integer }) => String(integer(10_000, 99_999)),
    employee_id: ({ id }) => id(),
    started_at(context) {
      const { country, date, day } = context.input;
      const worked = day ?? addWorkdays(date, -context.at("day").integer(2, 30));
      const offset = context.get("timezone") ?? timezoneOf(country, worked);
      return instantAt(worked, context.at("time").integer(24, 36) * 15, offset);
    },
    ended_at({ get, integer }) {
      const started = get("started_at");
      return started === null
        ? null
        : new Date(Date.parse(started) + integer(26, 38) * 15 * minute).toISOString();
    },
    timezone: ({ input }) => timezoneOf(input.country, input.day ?? input.date),
    payable_hours({ get }) {
      const [started, ended] = [get("started_at"), get("ended_at")];
      if (started === null || ended === null) return null;
      const minutes = lengthOf(started, ended) - (get("unpaid_break_minutes") ?? 0);
      return Math.round((minutes / 60) * 100) / 100;
    },
    unpaid_break_minutes({ get, pick }) {
      if (get("ended_at") === null) return null;
      const breaks = get("breaks");
      if (!breaks) return pick(breakLengths);
      const unpaid = breaks.filter(({ paid }) => !paid);
      return unpaid.reduce((sum, { started_at, ended_at }) => sum + lengthOf(started_at, ended_at), 0);
    },
    breaks(context) {
      const [started, ended] = [context.get("started_at"), context.get("ended_at")];
      if (!context.input.recordsBreaks || started === null) return null;
      return ended === null ? [] : breaksOf(context, started, ended);
    },
    approval_status(context) {
      if (context.get("ended_at") === null || context.at("pending").chance(0.25)) return "PENDING";
      return context.at("rejected").chance(0.05) ? "REJECTED" : "APPROVED";
    },
    approved_at(context) {
      const { date } = context.input;
      const ended = context.get("ended_at");
      if (context.get("approval_status") !== "APPROVED" || ended === null) return null;
      return soonAfter(context, ended, { minMinutes: 20, maxMinutes: 3 * 24 * 60, date });
    },
    comment: (context) => (context.at("has").chance(0.35) ? timesheetComment(context) : null),
    custom_fields: () => null,
    integration_fields: () => [],
    changed_at(context) {
      const { date } = context.input;
      const known = context.get("approved_at") ?? context.get("ended_at") ?? context.get("started_at");
      return syncedAfter(context, known ?? midnight(date), date);
    },
    remote_deleted_at: () => null,
    remote_data: () => null,
  },
  traits: {
    approved: { values: { approval_status: "APPROVED" } },
    pending: { values: { approval_status: "PENDING" } },
    rejected: { values: { approval_status: "REJECTED" } },
    unmapped: { fields: { approval_status: ({ pick }) => pick<string>(rawStatuses) } },
    withBreaks: { input: { recordsBreaks: true } },
    open: {
      fields: {
        // In the evening before the world's date, so that it goes on while the date begins.
        started_at: ({ input, integer }) =>
          instantAt(addDays(input.date, -1), integer(72, 88) * 15, "+00:00"),
        ended_at: () => null,
      },
    },
    deleted: {
      fields: {
        remote_deleted_at: (context) =>
          deletedBefore(
            context,
            context.input.date,
            context.get("approved_at") ?? context.get("ended_at") ?? context.get("started_at"),
          ),
        changed_at: ({ get, input }) => get("remote_deleted_at") ?? midnight(input.date),
      },
    },
  },
});
