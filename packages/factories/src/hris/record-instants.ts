import type { Choices } from "../choices.ts";
import { instantAt, timeOf } from "../instant-text.ts";
import { instantBefore } from "../instants.ts";

const minute = 60_000;

/** An instant after another one, some minutes later, or sooner when the world's date comes first. */
export function soonAfter(
  choices: Choices,
  instant: string,
  { minMinutes, maxMinutes, date }: { minMinutes: number; maxMinutes: number; date: string },
): string {
  const start = timeOf(instant);
  const left = timeOf(midnight(date)) - start;
  if (left <= 0) return instant;
  const [least, most] = [Math.min(minMinutes * minute, left), Math.min(maxMinutes * minute, left)];
  return instantAt(start + choices.integer(least, most));
}

/** When the sync ran that found what had changed at an instant: within the three hours in which one runs. */
export function syncedAfter(choices: Choices, instant: string, date: string): string {
  return soonAfter(choices, instant, { minMinutes: 1, maxMinutes: 180, date });
}

/** When a sync found that a record had gone: in the days before the date, and not before what is known of it. */
export function deletedBefore(choices: Choices, date: string, lastKnown: string | null = null): string {
  const instant = instantBefore(choices, date, { minDays: 1, maxDays: 12 });
  return lastKnown !== null && lastKnown > instant ? syncedAfter(choices, lastKnown, date) : instant;
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
