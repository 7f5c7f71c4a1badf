import { list } from "../request/behaviours.ts";
import { oneOfIgnoringCase } from "../request/filters.ts";

/** The people who work with the recruiting tool. */
export const listUsers = list("GET /ats/users", { filters: { emails: oneOfIgnoringCase("email") } });
