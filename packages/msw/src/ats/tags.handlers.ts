import { list } from "../request/behaviours.ts";

/** The labels that candidates can have. */
export const listTags = list("GET /ats/tags");
