import { action, create, list } from "../request/behaviours.ts";
import { oneOf } from "../request/filters.ts";
import { recordById } from "../request/records.ts";
import { isoString } from "../state/clock.ts";
import { formOf } from "./application-form.ts";
import { collections } from "./collections.ts";
import { newPosting } from "./postings.values.ts";
import { refuseUnapplyable } from "./refuse-unapplyable.ts";
import { nextReading, scheduleStepAt } from "./step.ts";
import { writeToken } from "./submission-token.ts";

/** The postings, archived ones too. */
export const listPostings = list("GET /ai-apply/postings", {
  filters: { career_site_ids: oneOf("career_site_id"), job_codes: oneOf("job_code") },
});

/** Takes up a posting; what it is asked for is read some seconds later. */
export const createPosting = create("POST /ai-apply/postings", (context) => {
  const { body, change } = context;
  const site = recordById(context, collections.careerSites, "body.career_site_id");
  context.assume("posting-outcome");
  const due = nextReading(change, context.assume("posting-read-seconds"))(0);
  scheduleStepAt(change, due);
  const { url, job_code = null, location = null } = body;
  const values = { career_site_id: site.id, due_at: isoString(due) };
  return newPosting(context, { url, job_code, location, ...values });
});

/** Hands out the form of a posting, with a token to answer it with. */
export const inquirePosting = action("POST /ai-apply/postings/{posting_id}/inquire", (context) => {
  const posting = recordById(context, collections.postings, "path.posting_id");
  refuseUnapplyable(context, posting, "path.posting_id");
  return {
    application_form: formOf(posting),
    submission_token: writeToken(posting.id, context.now, context.seed),
  };
});
