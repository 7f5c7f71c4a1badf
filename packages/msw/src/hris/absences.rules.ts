import { countWorkdays, type StoredRecord } from "@kombo-mock/factories/worlds";
import type { Body } from "@kombo-mock/openapi";
import type { Context } from "../request/context.ts";
import { KomboError } from "../request/kombo-error.ts";
import { isPresent } from "../state/presence.ts";

type Absence = Body<"POST /hris/absences">;

interface Planned {
  readonly type: StoredRecord;
  readonly employee: StoredRecord;
  readonly start_date: string;
  readonly end_date: string;
}

const refuse = (message: string): never => {
  throw new KomboError("PLATFORM.INPUT_INVALID", message);
};

/** Refuses an absence that contradicts itself or its type, or that another one of the employee stands in the way of. */
export function refuseAgainstType(context: Context<"POST /hris/absences">, planned: Planned): void {
  const { body } = context;
  const { type, start_date, end_date } = planned;
  const name = String(type["name"] ?? type.id);
  if (end_date < start_date) refuse(`body.end_date: ${end_date} lies before body.start_date, ${start_date}.`);
  for (const [one, other] of [
    ["amount", "unit"],
    ["start_time", "end_time"],
  ] as const) {
    if ((body[one] === undefined) !== (body[other] === undefined))
      refuse(`body.${one} and body.${other} go together: send both or neither.`);
  }
  if (body.unit !== undefined && type["unit"] !== null && body.unit !== type["unit"])
    refuse(`body.unit: "${name}" is counted in ${String(type["unit"])}, not in ${body.unit}.`);
  for (const key of ["start_half_day", "end_half_day"] as const) {
    if (body[key] && type["half_days_supported"] !== true)
      refuse(`body.${key}: "${name}" has no half days (its half_days_supported is not true).`);
  }
  for (const key of ["start_time", "end_time"] as const) {
    if (body[key] !== undefined && type["exact_times_supported"] !== true)
      refuse(`body.${key}: "${name}" takes no times (its exact_times_supported is not true).`);
  }
  const [start_time, end_time] = [wholeTime(body.start_time), wholeTime(body.end_time)];
  if (start_date === end_date && start_time !== null && end_time !== null && end_time <= start_time)
    refuse(`body.end_time: ${end_time} is not after body.start_time, ${start_time}.`);
  if (start_date === end_date && body.start_half_day && body.end_half_day)
    refuse("body.end_half_day: a single day cannot both begin and end at midday.");
  refuseOverlap(context, planned);
}

function refuseOverlap(
  context: Context<"POST /hris/absences">,
  { employee, start_date, end_date }: Planned,
): void {
  const { body } = context;
  const planned = spanOf({ ...body, start_date, end_date });
  const inTheWay = context
    .view("hris.absences")
    .withValue("employee_id", employee.id)
    .find(
      (other) =>
        isPresent(other) &&
        (other["status"] === "REQUESTED" || other["status"] === "APPROVED") &&
        // Some hours of a day that nobody knows stand in nothing's way.
        (other["unit"] !== "HOURS" || other["start_time"] !== null) &&
        overlap(spanOf(other), planned),
    );
  if (!inTheWay || context.assume("overlapping-absences") === "accept") return;
  throw new KomboError(
    "REMOTE.INPUT_INVALID",
    `body.start_date: the employee is away already from ${String(inTheWay["start_date"])} to ${String(inTheWay["end_date"])} (absence "${inTheWay.id}", ${String(inTheWay["status"])}).`,
    { assumes: "overlapping-absences" },
  );
}

/** From when to when somebody is away; midday parts a day into halves. */
function spanOf(absence: Readonly<Record<string, unknown>>): readonly [from: string, until: string] {
  const { start_date, end_date, start_time, end_time, start_half_day, end_half_day } = absence;
  const from =
    typeof start_time === "string" ? wholeTime(start_time) : start_half_day === true ? midday : "00";
  const until = typeof end_time === "string" ? wholeTime(end_time) : end_half_day === true ? midday : "24";
  return [`${String(start_date)} ${from}`, `${String(end_date)} ${until}`];
}

const midday = "12:00:00";

function overlap(one: ReturnType<typeof spanOf>, other: ReturnType<typeof spanOf>): boolean {
  return one[0] < other[1] && other[0] < one[1];
}

/** A time of day with its seconds, and with two digits everywhere. */
export function wholeTime(given: string | undefined): string | null {
  if (given === undefined) return null;
  const [hours = "0", minutes = "0", seconds = "0"] = given.split(":");
  return [hours, minutes, seconds].map((part) => part.padStart(2, "0")).join(":");
}

/** How much an absence uses up: what is sent, or else its workdays or hours, as its type counts. */
export function absenceAmount(
  body: Absence,
  type: StoredRecord,
  { start_date, end_date }: Pick<Planned, "start_date" | "end_date">,
): { readonly amount: number | null; readonly unit: "DAYS" | "HOURS" | null } {
  if (body.amount !== undefined) return { amount: body.amount, unit: body.unit ?? null };
  const days = countWorkdays(start_date, end_date);
  if (type["unit"] === "DAYS") {
    const halves = [body.start_half_day && start_date, body.end_half_day && end_date]
      // Half of a Sunday is no time off.
      .filter((day) => typeof day === "string" && workdaysOf(day) > 0);
    return { amount: days - halves.length / 2, unit: "DAYS" };
  }
  if (type["unit"] !== "HOURS") return { amount: null, unit: null };
  const { start_time, end_time } = body;
  if (start_time === undefined || end_time === undefined) return { amount: days * hoursADay, unit: "HOURS" };
  const [from, until] = [hoursOf(start_time), hoursOf(end_time)];
  const ofEnds =
    workdaysOf(start_date) * ofDay(evening - from) + workdaysOf(end_date) * ofDay(until - morning);
  const between = days - workdaysOf(start_date) - workdaysOf(end_date);
  const hours = start_date === end_date ? until - from : ofEnds + between * hoursADay;
  return { amount: Math.round(hours * 100) / 100, unit: "HOURS" };
}

const morning = 9;
const evening = 17;
const hoursADay = evening - morning;
const ofDay = (hours: number) => Math.min(hoursADay, Math.max(0, hours));
const workdaysOf = (day: string) => countWorkdays(day, day);

function hoursOf(time: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = time.split(":").map(Number);
  return hours + minutes / 60 + seconds / 3_600;
}
