import { list } from "../request/behaviours.ts";
import { type Filter, partsOf } from "../request/filters.ts";

const forJobs: Filter = {
  fields: ["application_id"],
  ids: (given, { view }) =>
    partsOf(given)
      .flatMap((id) => view("ats.applications").withValue("job_id", id))
      .flatMap(({ id }) => view("ats.interviews").withValue("application_id", id))
      .map(({ id }) => id),
};

/** The interviews of all applications. */
export const listInterviews = list("GET /ats/interviews", { filters: { job_ids: forJobs } });
