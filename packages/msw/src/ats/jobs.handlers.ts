import { list } from "../request/behaviours.ts";
import { compares, contains, equals, oneOf } from "../request/filters.ts";

/** The jobs that people can apply to, with their stages, questions, postings and hiring team. */
export const listJobs = list("GET /ats/jobs", {
  filters: {
    job_codes: oneOf("job_code"),
    post_url: equals("post_url"),
    status: equals("status"),
    statuses: oneOf("status"),
    employment_types: oneOf("employment_type"),
    visibilities: oneOf("visibility"),
    remote_created_after: compares("remote_created_at", ">="),
    name_contains: contains("name"),
  },
});
