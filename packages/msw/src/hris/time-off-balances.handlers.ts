import { list } from "../request/behaviours.ts";
import { equals } from "../request/filters.ts";

/** What employees have left of each kind of absence. */
export const listTimeOffBalances = list("GET /hris/time-off-balances", {
  filters: { employee_id: equals("employee_id") },
});
