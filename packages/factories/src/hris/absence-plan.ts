import type { RecordSource } from "../worlds/skeleton.ts";
import { addDays, type Day, daysBetween, longestSpan } from "./workdays.ts";

/** Days among which an absence may lie, without touching another one of the same employee. */
export interface AbsenceSlot {
  readonly from: Day;
  /** How many days there are. */
  readonly within: number;
}

/** Slots 1 to 5 lie before the world's date and 6 to 8 after it, for whoever is employed all that time. */
export const pastSlots = [1, 2, 3, 4, 5] as const;
export const futureSlots = [6, 7, 8] as const;

const slotCount = pastSlots.length + futureSlots.length;
const reach = { back: 320, ahead: 230 };
/** No absence in these days before the date: people fill in timesheets then. */
const workedDays = 13;
/** The least that the slots of a kind need together. */
const least = { past: 60, future: 40, all: 90 };

/** The slot of an absence, within the time in which the employee is employed. */
export function absenceSlot(number: number, employee: string, source: RecordSource): AbsenceSlot {
  const { date } = source;
  const hired = dayOf(source.value("hris.employees", employee, "start_date"), addDays(date, -10_000), date);
  const left = dayOf(
    source.value("hris.employees", employee, "termination_date"),
    addDays(date, 1_000),
    date,
  );
  const today = left < date ? left : later(hired, date);
  const first = later(hired, addDays(today, -reach.back));
  const last = earlier(left, addDays(today, reach.ahead));
  const worked = left < date ? today : addDays(today, -workedDays);
  const [past, future] = [daysBetween(first, worked), daysBetween(today, last)];
  const isPast = number <= pastSlots.length;

  if (past >= least.past && future >= least.future)
    return isPast
      ? slotIn(first, past, number - 1, pastSlots.length)
      : slotIn(addDays(today, 1), future, number - pastSlots.length - 1, futureSlots.length);
  // Whoever has just come takes everything ahead, whoever goes has taken everything before.
  if (future >= least.all) return slotIn(addDays(today, 1), future, number - 1, slotCount);
  const begin = past >= least.all ? first : addDays(worked, -reach.back);
  return slotIn(begin, daysBetween(begin, worked), number - 1, slotCount);
}

/** The most workdays that an absence in so many days may last, up to a limit. */
export function mostWorkdays(within: number, limit: number): number {
  let workdays = limit;
  while (workdays > 1 && longestSpan(workdays) > within) workdays--;
  return workdays;
}

function slotIn(first: Day, days: number, index: number, count: number): AbsenceSlot {
  const width = Math.floor(days / count);
  return { from: addDays(first, index * width), within: width };
}

/** The day of an instant, or another one where there is none or one of another age. */
function dayOf(instant: unknown, otherwise: Day, date: Day): Day {
  if (typeof instant !== "string") return otherwise;
  const day = instant.slice(0, 10);
  const distance = daysBetween(date, day);
  return distance > -10_000 && distance < 400 ? day : otherwise;
}

function later(one: Day, other: Day): Day {
  if (one > other) return one;
  return other;
}

function earlier(one: Day, other: Day): Day {
  if (one < other) return one;
  return other;
}
