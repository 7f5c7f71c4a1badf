import { action, list, recordAnswer } from "../request/behaviours.ts";
import { equalsIgnoringCase, type Filter, partsOf, where } from "../request/filters.ts";
import { findRecord } from "../request/records.ts";
import { apply } from "./applications.create.ts";

/** People whose first or a further e-mail address is this one, in upper or lower case. */
const hasEmail: Filter = where(["email_addresses"], (given) => {
  const wanted = given.toLowerCase();
  return ([addresses]) =>
    Array.isArray(addresses) &&
    addresses.some(({ email_address }) => String(email_address).toLowerCase() === wanted);
});

const appliedTo: Filter = {
  fields: ["id"],
  ids: (given, { view }) =>
    partsOf(given)
      .flatMap((id) => view("ats.applications").withValue("job_id", id))
      .map(({ candidate_id }) => String(candidate_id)),
};

/** The people who applied. */
export const listCandidates = list("GET /ats/candidates", {
  filters: {
    email: hasEmail,
    job_ids: appliedTo,
    first_name: equalsIgnoringCase("first_name"),
    last_name: equalsIgnoringCase("last_name"),
  },
});

const createdCandidate = recordAnswer("POST /ats/candidates");

/** Creates a candidate with an application: the older of two ways, answered with the candidate. */
export const createCandidate = action("POST /ats/candidates", (context) => {
  const { body } = context;
  const location = "body.application.job_id";
  const job = findRecord(context, {
    collection: "ats.jobs",
    given: body.application.job_id,
    location,
    remote: true,
  });
  const stage = { given: body.application.stage_id, location: "body.application.stage_id" };
  return createdCandidate(context, apply(context, { job, body, stage }).candidateId);
});
