import { list } from "../request/behaviours.ts";
import { contains } from "../request/filters.ts";

/** Where people work. */
export const listLocations = list("GET /hris/locations", { filters: { name_contains: contains("name") } });
