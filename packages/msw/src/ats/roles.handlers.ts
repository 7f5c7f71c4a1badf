import { list } from "../request/behaviours.ts";
import { oneOf } from "../request/filters.ts";

/** What users can be in the tool, or for one job. */
export const listRoles = list("GET /ats/roles", { filters: { scopes: oneOf("scope") } });
