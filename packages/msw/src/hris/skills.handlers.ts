import { list } from "../request/behaviours.ts";
import { contains } from "../request/filters.ts";

/** What people of the company can be good at. */
export const listSkills = list("GET /hris/skills", { filters: { name_contains: contains("name") } });
