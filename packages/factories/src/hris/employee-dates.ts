import { instantAt, timeOf } from "../instant-text.ts";
import { instantBetween } from "../instants.ts";
import type { EmployeeContext } from "./employees.inputs.ts";
import { midnight } from "./record-instants.ts";
import { addDays, daysBetween } from "./workdays.ts";

/** The first day of work. */
export function startDate({ input: { date, hiredDaysAgo }, integer }: EmployeeContext): string {
  const [least, most] = hiredDaysAgo;
  return midnight(addDays(date, -integer(least, most)));
}

/** The last day of work, where one is known of. */
export function terminationDate({ input: { date, end }, get, integer }: EmployeeContext): string | null {
  const start = get("start_date")?.slice(0, 10) ?? addDays(date, -365);
  if (end === "none") return null;
  if (end === "ahead") return midnight(addDays(start > date ? start : date, integer(30, 300)));
  const days = daysBetween(start, date);
  return midnight(addDays(start, integer(Math.ceil(days / 2), Math.max(days - 5, Math.ceil(days / 2)))));
}

/** How old people are when they begin at each level. */
const ages = { 0: [38, 52], 1: [32, 50], 2: [27, 45], 3: [22, 45], 4: [18, 26] } as const;

/** A birthday that lies at least 18 years before the first day of work. */
export function dateOfBirth({ input: { date, level }, get, at }: EmployeeContext): string {
  const start = get("start_date")?.slice(0, 10) ?? date;
  const [youngest, oldest] = ages[level];
  const year = Number(start.slice(0, 4)) - at("age").integer(youngest, oldest) - 1;
  return midnight(addDays(`${year}-01-01`, at("day").integer(0, 364)));
}

/** The earlier of two days. */
export function earlierDay(one: string, other: string): string {
  return one < other ? one : other;
}

/** When the person was entered into the tool: in the weeks before the first day of work. */
export function createdAt(context: EmployeeContext): string {
  const { date } = context.input;
  const start = context.get("start_date")?.slice(0, 10) ?? date;
  const day = addDays(earlierDay(start, date), -context.at("days").integer(3, 40));
  return instantAt(timeOf(midnight(day)) + context.at("time").integer(7 * 3_600, 18 * 3_600) * 1_000);
}

/** When a sync last found the person's own values changed: after what it tells of, as far as that lies back. */
export function changedAt(context: EmployeeContext): string {
  const { get, input } = context;
  const deletedAt = get("remote_deleted_at");
  if (deletedAt !== null) return deletedAt;
  const today = midnight(input.date);
  const told = [get("remote_created_at"), get("start_date"), get("termination_date"), firstSync(input.date)];
  const past = told.filter((instant) => instant !== null && instant <= today);
  return instantBetween(context, past.toSorted().at(-1) ?? today, today);
}

/** No sync ran before a customer was connected, which of most is a year ago or two. */
export function firstSync(date: string): string {
  return midnight(addDays(date, -500));
}
