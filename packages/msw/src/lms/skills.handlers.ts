import { list } from "../request/behaviours.ts";

/** What courses can teach. */
export const listSkills = list("GET /lms/skills");
