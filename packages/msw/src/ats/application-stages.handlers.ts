import { list } from "../request/behaviours.ts";

/** The stages of all jobs. */
export const listApplicationStages = list("GET /ats/application-stages");
