import type { StoredRecord } from "@kombo-mock/factories/worlds";
import type { Body } from "@kombo-mock/openapi";
import type { RequestContext } from "../request/context.ts";
import { instantOf } from "../request/filters.ts";
import { KomboError } from "../request/kombo-error.ts";
import { findRecord } from "../request/records.ts";
import { isoString } from "../state/clock.ts";

/** What a create or an update makes of the stored employee: only what was sent, in the form that reads have. */
export function employeeValues(
  context: RequestContext,
  body: Partial<Body<"POST /hris/employees"> & Body<"PATCH /hris/employees/{employee_id}">>,
  before?: StoredRecord,
): Readonly<Record<string, unknown>> {
  const { legal_entity_id, location_id, home_address, home_phone_number: _, remote_fields: __, ...own } = body;
  const days = ["date_of_birth", "start_date", "termination_date"] as const;
  const values: Record<string, unknown> = { ...own };
  for (const day of days) if (own[day] !== undefined) values[day] = midnight(own[day]);
  if (legal_entity_id !== undefined) {
    values["legal_entity_id"] = idOf(context, "hris.legal-entities", legal_entity_id, "body.legal_entity_id");
  }
  if (location_id !== undefined) {
    values["work_location_id"] = idOf(context, "hris.locations", location_id, "body.location_id");
  }
  if (home_address !== undefined) {
    const known = (before?.["home_address"] ?? emptyAddress) as object;
    values["home_address"] = { ...known, ...home_address };
  }
  return values;
}

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
  { view }: Pick<RequestContext, "view">,
  values: Readonly<Record<string, unknown>>,
): void {
  const employees = view("hris.employees");
  const email = values["work_email"];
  const same =
    typeof email === "string"
      ? employees.withValue("work_email", email)
      : employees
          .withValue("last_name", values["last_name"])
          .filter(
            (one) =>
              one["first_name"] === values["first_name"] &&
              one["date_of_birth"] === (values["date_of_birth"] ?? null),
          );
  const known = same.find((one) => (one["remote_deleted_at"] ?? null) === null);
  if (!known) return;
  throw new KomboError(
    "HRIS.EMPLOYEE_ALREADY_EXISTS",
    `${String(values["first_name"])} ${String(values["last_name"])}${typeof email === "string" ? ` <${email}>` : ""} is an employee already: "${known.id}".`,
  );
}

/** What a person is at this time by the dates of the employment. */
export function statusAt(now: number, values: Readonly<Record<string, unknown>>): "PENDING" | "ACTIVE" | "INACTIVE" {
  const { start_date, termination_date } = values;
  if (typeof termination_date === "string" && Date.parse(termination_date) < now) return "INACTIVE";
  return typeof start_date === "string" && Date.parse(start_date) > now ? "PENDING" : "ACTIVE";
}

/** A day as records have it: the instant at which it begins, in UTC. */
export function midnight(given: string): string {
  const day = isoString(instantOf(given)).slice(0, 10);
  return `${day}T00:00:00.000Z`;
}

function idOf(context: RequestContext, collection: string, given: string, location: string): string {
  return findRecord(context, { collection, given, location }).id;
}
