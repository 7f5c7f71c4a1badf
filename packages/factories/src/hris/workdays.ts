import { dayText } from "../instant-text.ts";

/** Days as `yyyy-MM-dd`. Who works does so from Monday to Friday; public holidays are not known here. */
export type Day = string;

const dayLength = 86_400_000;

// Worlds have few days and ask for each of them often.
const times = new Map<Day, number>();

function timeOf(day: Day): number {
  const known = times.get(day);
  if (known !== undefined) return known;
  const time = Date.parse(`${day}T00:00:00.000Z`);
  times.set(day, time);
  return time;
}

function dayAt(time: number): Day {
  return dayText(Math.floor(time / dayLength));
}

/** The day a number of days later, or earlier when it is negative. */
export function addDays(day: Day, count: number): Day {
  return dayAt(timeOf(day) + count * dayLength);
}

/** How many days lie between two days; negative when the second comes first. */
export function daysBetween(from: Day, to: Day): number {
  return (timeOf(to) - timeOf(from)) / dayLength;
}

/** Whether people work on that day. */
export function isWorkday(day: Day): boolean {
  return new Date(timeOf(day)).getUTCDay() % 6 !== 0;
}

/** The day itself, or the Monday after when it lies on a weekend. */
export function workdayFrom(day: Day): Day {
  return isWorkday(day) ? day : workdayFrom(addDays(day, 1));
}

/** The workday that comes a number of workdays after a day, or before it when the number is negative. */
export function addWorkdays(day: Day, workdays: number): Day {
  const step = workdays < 0 ? -1 : 1;
  let at = day;
  for (let left = workdays * step; left > 0; ) {
    at = addDays(at, step);
    if (isWorkday(at)) left--;
  }
  return at;
}

/** How many workdays there are from a first to a last day, both included. */
export function countWorkdays(first: Day, last: Day): number {
  const days = daysBetween(first, last) + 1;
  const weeks = Math.floor(days / 7);
  let count = weeks * 5;
  for (let day = weeks * 7; day < days; day++) if (isWorkday(addDays(first, day))) count++;
  return count;
}

/** The most days of the calendar that so many workdays take, when they may begin on any day of the week. */
export function longestSpan(workdays: number): number {
  return workdays + 2 * Math.ceil(workdays / 5) + 2;
}
