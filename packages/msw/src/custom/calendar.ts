import { instantOf } from "../request/filters.ts";
import { isoString } from "../state/clock.ts";

/** The day of a date that was given, `yyyy-MM-dd`; refuses one that the calendar does not have. */
export function dayOf(given: string, location: string): string {
  return isoString(instantOf(given, location)).slice(0, 10);
}

/** The month of a date that was given, `yyyy-MM`. */
export function monthOf(given: string, location: string): string {
  return dayOf(given, location).slice(0, 7);
}

/** The last day of a month, `yyyy-MM-dd`. */
export function lastDayOf(month: string): string {
  const [year = 0, number = 0] = month.split("-").map(Number);
  return isoString(Date.UTC(year, number, 0)).slice(0, 10);
}

/** A day some days after another. */
export function daysAfter(day: string, days: number): string {
  return isoString(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).slice(0, 10);
}
