import { list } from "../request/behaviours.ts";
import { equals, type Filter, instantOf, oneOf, where } from "../request/filters.ts";

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
