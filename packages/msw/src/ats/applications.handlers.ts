import { list } from "../request/behaviours.ts";
import { compares, equals, oneOf, partsOf, reachedBy } from "../request/filters.ts";

/** Who applied to which job, and how far it came. */
export const listApplications = list("GET /ats/applications", {
  filters: {
    outcome: equals("outcome"),
    outcomes: oneOf("outcome"),
    job_ids: oneOf("job_id"),
    job_remote_ids: reachedBy("job_id", (given, { view }) =>
      partsOf(given).flatMap((remoteId) => view("ats.jobs").withValue("remote_id", remoteId)),
    ),
    current_stage_ids: oneOf("current_stage_id"),
    remote_created_after: compares("remote_created_at", ">="),
  },
});
