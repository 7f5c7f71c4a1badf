import { create, list, remove } from "../request/behaviours.ts";
import { equals, type Filter, instantOf, oneOf, where } from "../request/filters.ts";
import { findLiveRecord } from "../request/live-record.ts";
import { isoString } from "../state/clock.ts";
import { absenceAmount, refuseAgainstType, wholeTime } from "./absences.rules.ts";
import { bookAbsence, unbookAbsence } from "./time-off-balances.booking.ts";

const dayOf = (given: string, location: string) => isoString(instantOf(given, location)).slice(0, 10);

/** Absences that have a day in common with the time from one day on, or until one day. */
const endsFrom: Filter = where(["end_date"], (given, _, location) => {
  const day = dayOf(given, location);
  return ([end]) => typeof end === "string" && end >= day;
});
const startsUntil: Filter = where(["start_date"], (given, _, location) => {
  const day = dayOf(given, location);
  return ([start]) => typeof start === "string" && start <= day;
});

/** The same by instants, for the older parameters: a day counts from its midnight in UTC. */
const touchesFrom: Filter = where(["start_date", "end_date"], (given, _, location) => {
  const instant = instantOf(given, location);
  return (days) => days.some((day) => typeof day === "string" && Date.parse(day) > instant);
});
const startsBefore: Filter = where(["start_date"], (given, _, location) => {
  const instant = instantOf(given, location);
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
  const employee = findLiveRecord(context, {
    collection: "hris.employees",
    given: body.employee_id,
    location: "body.employee_id",
    remote: true,
  });
  const type = findLiveRecord(context, {
    collection: "hris.absence-types",
    given: body.absence_type_id,
    location: "body.absence_type_id",
  });
  const start_date = dayOf(body.start_date, "body.start_date");
  const end_date = dayOf(body.end_date, "body.end_date");
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
