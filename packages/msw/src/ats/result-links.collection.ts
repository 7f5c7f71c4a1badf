import { defineWrittenCollection } from "@kombo-mock/factories/worlds";

/** Links to results that were left in the tool. */
export const resultLinks = defineWrittenCollection({
  name: "ats.result-links",
  fields: ["remote_id", "label", "url", "details", "remote_fields", "created_at"],
  references: { application_id: "ats.applications", candidate_id: "ats.candidates" },
});
