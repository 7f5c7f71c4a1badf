import { list } from "../request/behaviours.ts";
import { oneOf } from "../request/filters.ts";

/** What was written down about candidates and applications. */
export const listNotes = list("GET /ats/notes", {
  filters: { candidate_ids: oneOf("candidate_id"), application_ids: oneOf("application_id") },
});
