import type { StoredRecord } from "@kombo-mock/factories/worlds";
import { type Body, entityFields } from "@kombo-mock/openapi";
import type { RequestContext } from "../request/context.ts";
import { instantOf } from "../request/filters.ts";
import { KomboError } from "../request/kombo-error.ts";
import { findLiveRecord } from "../request/live-record.ts";
import { waitingRecords } from "../request/write-visibility.ts";
import { isoString } from "../state/clock.ts";

/** What a create or an update makes of the stored employee: only what was sent, in the form that reads have. */
export function employeeValues(
  context: RequestContext,
  body: Partial<Body<"POST /hris/employees"> & Body<"PATCH /hris/employees/{employee_id}">>,
  before?: StoredRecord,
): Readonly<Record<string, unknown>> {
  const {
    legal_entity_id,
    location_id,
    home_address,
    home_phone_number: _,
    remote_fields: __,
    ...own
  } = body;
  const days = ["date_of_birth", "start_date", "termination_date"] as const;
  const values: Record<string, unknown> = { ...own };
  for (const day of days) if (own[day] !== undefined) values[day] = midnight(own[day], `body.${day}`);
  if (own.work_email !== undefined) values["work_email"] = readableEmail(own.work_email);
  if (legal_entity_id !== undefined) {
    values["legal_entity_id"] = idOf(context, "hris.legal-entities", legal_entity_id, "body.legal_entity_id");
  }
  if (location_id !== undefined) {
    values["work_location_id"] = idOf(context, "hris.locations", location_id, "body.location_id");
  }
  if (home_address !== undefined) {
    const known = (before?.["home_address"] ?? emptyAddress) as Readonly<Record<string, unknown>>;
    const moved = Object.entries(home_address).some(([part, value]) => known[part] !== value);
    // The whole address in one line is the tool's own; what it makes of a new one, a sync would tell.
    if (moved) values["home_address"] = { ...known, ...home_address, raw: null };
  }
  return values;
}

/** An address as reads have it: its domain in small letters, and null where it is none that they can show. */
export function readableEmail(given: string): string | null {
  const address = given.replace(/@.*$/, (domain) => domain.toLowerCase());
  return emailPattern.test(address) ? address : null;
}

const emailPattern = new RegExp(entityFields["HrisEmployeeBase"]?.["work_email"]?.pattern ?? "");

const emptyAddress = {
  city: null,
  country: null,
  raw: null,
  state: null,
  street_1: null,
  street_2: null,
  zip_code: null,
};

/** Refuses a person whom the tool has already: by the e-mail address, or without one by name and birthday. */
export function refuseKnownEmployee(
  context: RequestContext,
  values: Readonly<Record<string, unknown>>,
): void {
  const known = knownEmployee(context, isSamePerson(values));
  if (known === undefined) return;
  const { first_name, last_name, work_email } = values;
  const address = typeof work_email === "string" ? ` <${work_email}>` : "";
  throw new KomboError(
    "HRIS.EMPLOYEE_ALREADY_EXISTS",
    `${String(first_name)} ${String(last_name)}${address} is an employee already: "${known}".`,
  );
}

type ReadField = (field: string) => unknown;

function isSamePerson(values: Readonly<Record<string, unknown>>): (read: ReadField) => boolean {
  const { first_name, last_name, work_email, date_of_birth = null } = values;
  if (typeof work_email === "string") {
    const address = work_email.toLowerCase();
    return (read) => String(read("work_email")).toLowerCase() === address;
  }
  return (read) =>
    read("last_name") === last_name &&
    read("first_name") === first_name &&
    (read("date_of_birth") ?? null) === date_of_birth;
}

/** The id of an employee whom the tool has, also of one that no sync has brought yet; reads no whole records. */
function knownEmployee(context: RequestContext, isMeant: (read: ReadField) => boolean): string | undefined {
  const employees = context.view("hris.employees");
  for (const number of employees.numbers(0)) {
    const read: ReadField = (field) => employees.value(number, field);
    if ((read("remote_deleted_at") ?? null) === null && isMeant(read)) return employees.at(number)?.id;
  }
  return waitingRecords(context, "hris.employees").find((one) => isMeant((field) => one[field]))?.id;
}

/** What a person is at this time by the dates of the employment. */
export function statusAt(
  now: number,
  values: Readonly<Record<string, unknown>>,
): "PENDING" | "ACTIVE" | "INACTIVE" {
  const { start_date, termination_date } = values;
  if (typeof termination_date === "string" && Date.parse(termination_date) < now) return "INACTIVE";
  return typeof start_date === "string" && Date.parse(start_date) > now ? "PENDING" : "ACTIVE";
}

/** A day as records have it: the instant at which it begins, in UTC. */
function midnight(given: string, location: string): string {
  const day = isoString(instantOf(given, location)).slice(0, 10);
  return `${day}T00:00:00.000Z`;
}

function idOf(context: RequestContext, collection: string, given: string, location: string): string {
  return findLiveRecord(context, { collection, given, location }).id;
}
