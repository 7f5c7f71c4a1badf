import type { Choices } from "../choices.ts";
import { instantBefore } from "../instants.ts";

const minute = 60_000;

/** The instant some minutes after another, but none that lies after the world's date. */
export function minutesAfter(instant: string, minutes: number, date: string): string {
  const later = new Date(Date.parse(instant) + minutes * minute).toISOString();
  const end = midnight(date);
  return later < end ? later : instant < end ? end : instant;
}

/** When the sync ran that found what had changed at an instant: within the three hours in which one runs. */
export function syncedAfter(choices: Choices, instant: string, date: string): string {
  return minutesAfter(instant, choices.integer(1, 180), date);
}

/** When a sync found that a record had gone: in the days before the date, and not before what is known of it. */
export function deletedBefore(choices: Choices, date: string, lastKnown: string | null = null): string {
  const instant = instantBefore(choices, date, { minDays: 1, maxDays: 12 });
  return lastKnown !== null && lastKnown > instant ? minutesAfter(lastKnown, 1, date) : instant;
}

/** The stamps of a record that was deleted so long ago that its values were erased. */
export function erasedStamps(date: string): {
  readonly remote_deleted_at: string;
  readonly changed_at: string;
} {
  const instant = new Date(Date.parse(midnight(date)) - 30 * 24 * 60 * minute + 155 * minute).toISOString();
  return { remote_deleted_at: instant, changed_at: instant };
}

/** A day as the API writes it where it has no days: midnight in UTC. */
export function midnight(day: string): string {
  return `${day}T00:00:00.000Z`;
}
