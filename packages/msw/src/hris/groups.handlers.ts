import { list } from "../request/behaviours.ts";
import { contains, oneOfOrNull } from "../request/filters.ts";

/** Departments, teams and cost centres. */
export const listGroups = list("GET /hris/groups", {
  filters: { types: oneOfOrNull("type"), name_contains: contains("name") },
});

/** The same records under an older name. */
export const listTeams = list("GET /hris/teams");
