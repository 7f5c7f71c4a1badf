import { list } from "../request/behaviours.ts";

/** The kinds of absence that there are. */
export const listAbsenceTypes = list("GET /hris/absence-types");
