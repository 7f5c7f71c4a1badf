import { list } from "../request/behaviours.ts";
import { compares, equals } from "../request/filters.ts";

/** When employees worked. */
export const listTimesheets = list("GET /hris/timesheets", {
  filters: {
    employee_id: equals("employee_id"),
    started_before: compares("started_at", "<"),
    started_after: compares("started_at", ">="),
    ended_before: compares("ended_at", "<="),
    ended_after: compares("ended_at", ">="),
  },
});
