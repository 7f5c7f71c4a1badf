import { create, list, remove } from "../request/behaviours.ts";
import { equals, type Filter, instantOf, oneOf, where } from "../request/filters.ts";
import { findRecord } from "../request/records.ts";
import { absenceAmount, refuseAgainstType } from "./absences.rules.ts";
import { bookAbsence, unbookAbsence } from "./time-off-balances.booking.ts";

const dayOf = (given: string) => new Date(instantOf(given)).toISOString().slice(0, 10);

/** Absences that have a day in common with the time from one day on, or until one day. */
const endsFrom: Filter = where(["end_date"], (given) => {
  const day = dayOf(given);
  return ([end]) => typeof end === "string" && end >= day;
});
const startsUntil: Filter = where(["start_date"], (given) => {
  const day = dayOf(given);
  return ([start]) => typeof start === "string" && start <= day;
});

/** The same by instants, for the older parameters: a day counts from its midnight in UTC. */
const touchesFrom: Filter = where(["start_date", "end_date"], (given) => {
  const instant = instantOf(given);
  return (days) => days.some((day) => typeof day === "string" && Date.parse(day) > instant);
});
const startsBefore: Filter = where(["start_date"], (given) => {
  const instant = instantOf(given);
  return ([start]) => typeof start === "string" && Date.parse(start) < instant;
});

/** The absences of all employees. */
export const listAbsences = list("GET /hris/absences", {
  filters: {
    date_from: endsFrom,
    date_until: startsUntil,
    type_ids: oneOf("type_id"),
    employee_id: equals("employee_id"),
    time_from: touchesFrom,
    time_until: startsBefore,
  },
});

/** Requests or books an absence, as far as its type and the employee's balance allow. */
export const createAbsence = create("POST /hris/absences", (context) => {
  const { body } = context;
  const employee = findRecord(context, {
    collection: "hris.employees",
    given: body.employee_id,
    location: "body.employee_id",
    remote: true,
  });
  const type = findRecord(context, {
    collection: "hris.absence-types",
    given: body.absence_type_id,
    location: "body.absence_type_id",
  });
  const start_date = dayOf(body.start_date);
  const end_date = dayOf(body.end_date);
  refuseAgainstType(context, { type, employee, start_date, end_date });
  const { amount, unit } = absenceAmount(body, type, { start_date, end_date });
  const absence = {
    employee_id: employee.id,
    type_id: type.id,
    start_date,
    end_date,
    start_half_day: type["half_days_supported"] === true ? (body.start_half_day ?? false) : null,
    end_half_day: type["half_days_supported"] === true ? (body.end_half_day ?? false) : null,
    start_time: wholeTime(body.start_time),
    end_time: wholeTime(body.end_time),
    amount,
    unit,
    status: body.status ?? "REQUESTED",
    employee_note: body.employee_note,
  };
  bookAbsence(context, absence);
  return absence;
});

/** Takes an absence out of the tool and hands it back as it was left. */
export const deleteAbsence = remove("DELETE /hris/absences/{absence_id}", {
  id: "absence_id",
  set(context, absence) {
    unbookAbsence(context, absence);
    return {};
  },
});

/** A time of day with its seconds, and with two digits everywhere. */
function wholeTime(given: string | undefined): string | null {
  if (given === undefined) return null;
  const [hours = "0", minutes = "0", seconds = "0"] = given.split(":");
  return [hours, minutes, seconds].map((part) => part.padStart(2, "0")).join(":");
}
