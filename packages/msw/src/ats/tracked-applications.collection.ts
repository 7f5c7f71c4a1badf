import { defineWrittenCollection } from "@kombo-mock/factories/worlds";

/** Applications that were imported although they were not created through the API. */
export const trackedApplications = defineWrittenCollection({
  name: "ats.tracked-applications",
  fields: ["remote_id", "tracked_at", "imported_id", "created_at"],
  references: { application_id: "ats.applications" },
});
