import type { Choices } from "../choices.ts";
import { instantAt, timeOf } from "../instant-text.ts";
import { instantBetween } from "../instants.ts";
import type { Country } from "../people.ts";

const dayLength = 86_400_000;

/** The instant so many days later, or earlier when negative. */
export function daysAfter(instant: string, days: number): string {
  return shift(instant, Math.round(days * dayLength));
}

/** The beginning of a day; all that happened lies before that of the world's date. */
export function midnight(date: string): string {
  return `${date}T00:00:00.000Z`;
}

/** The last 29 February before a date. */
export function leapDayBefore(date: string): string {
  const isLeap = (year: number) => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  let year = Number(date.slice(0, 4));
  while (!isLeap(year) || `${year}-02-29` >= date) year--;
  return `${year}-02-29`;
}

/** The first of some instants. */
export function earliest(first: string, ...others: readonly string[]): string {
  let found = first;
  for (const other of others) if (other < found) found = other;
  return found;
}

/** The last of some instants. */
export function latest(first: string, ...others: readonly string[]): string {
  let found = first;
  for (const other of others) if (other > found) found = other;
  return found;
}

/** An instant from a stamp on and before the date; the stamp itself when it is no earlier, as of a planned event. */
export function someTimeAfter(choices: Choices, stamp: string | null, date: string): string {
  const today = midnight(date);
  const from = stamp ?? daysAfter(today, -60);
  return instantBetween(choices, from, latest(from, today));
}

interface StampedContext extends Choices {
  readonly input: { readonly date: string };
  get(field: "remote_updated_at"): string | null;
}

/** The trait of a record that was found missing in the last days before the date, after its own last change. */
export const deletedSinceUpdate = {
  fields: {
    // Any earlier, and it would have been erased by now.
    changed_at(context: StampedContext): string {
      const today = midnight(context.input.date);
      const from = latest(context.get("remote_updated_at") ?? "", daysAfter(today, -10));
      return instantBetween(context, from, latest(from, today));
    },
    remote_deleted_at: ({ get }: { readonly get: (field: "changed_at") => string }) => get("changed_at"),
  },
};

/** When people meet: in the office hours of a working day, between the days of two instants where there is one. */
export function meetingBetween(
  choices: Choices,
  country: Country,
  { from, until }: { readonly from: string; readonly until: string },
): string {
  const first = timeOf(midnight(from.slice(0, 10))) + dayLength;
  const count = Math.max(1, Math.floor((timeOf(until) - first) / dayLength));
  const days = Array.from({ length: Math.min(count, 120) }, (_, index) => first + index * dayLength);
  const workingDays = days.filter(isWorkingDay);
  const candidates = workingDays.length > 0 ? workingDays : days;
  const day = candidates[choices.at("day").integer(0, candidates.length - 1)] ?? first;
  const halfHours = choices.at("time").integer(16, 31) + (country === "US" ? 12 : 0);
  return instantAt(day + halfHours * 1_800_000);
}

/** From Monday to Friday; the first day of all was a Thursday. */
function isWorkingDay(day: number): boolean {
  return (day / dayLength + 4) % 7 !== 0 && (day / dayLength + 5) % 7 !== 0;
}

function shift(instant: string, milliseconds: number): string {
  return instantAt(timeOf(instant) + milliseconds);
}
