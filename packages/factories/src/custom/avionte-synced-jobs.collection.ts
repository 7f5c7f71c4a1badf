import { defineWrittenCollection } from "../worlds/collection.ts";

/** The jobs that an Avionté integration syncs: those of the world, until some are added or taken off. */
export const avionteSyncedJobs = defineWrittenCollection({
  name: "custom.avionte-synced-jobs",
  fields: ["job_remote_id", "created_at"],
  references: {},
  rows: ({ tool, category, date, added }) =>
    tool === "avionte" && category === "ATS"
      ? added("ats.jobs").map(({ remoteId }) => ({
          remoteId,
          values: { job_remote_id: remoteId, created_at: `${date}T00:00:00.000Z` },
        }))
      : [],
});
