import { action, list } from "../request/behaviours.ts";
import { oneOf } from "../request/filters.ts";
import { KomboError } from "../request/kombo-error.ts";
import { isoString } from "../state/clock.ts";
import { questionsOf } from "./application-form.ts";
import { storeApplication } from "./applications.store.ts";
import { collections } from "./collections.ts";
import { refuseUnfit } from "./form-answers.ts";
import { refuseUnapplyable } from "./refuse-unapplyable.ts";
import { readToken } from "./submission-token.ts";

/** The applications, with what became of each. */
export const listApplications = list("GET /ai-apply/applications", {
  filters: { job_posting_ids: oneOf("job_posting_id") },
});

/** Takes in the answers of a candidate to the form that the token stands for. */
export const applyToPosting = action("POST /ai-apply/apply", (context) => {
  const { body, now, seed } = context;
  const refuse = (message: string): never => {
    throw new KomboError("PLATFORM.INPUT_INVALID", message);
  };
  const advice = "Inquire about the posting: POST /ai-apply/postings/{posting_id}/inquire.";
  const at = "body.submission_token";
  const claims =
    readToken(body.submission_token, seed) ?? refuse(`${at} is not one that was handed out. ${advice}`);
  if (claims.exp * 1_000 <= now)
    refuse(`${at} expired at ${isoString(claims.exp * 1_000)}, after 12 hours. ${advice}`);
  const posting =
    context.view(collections.postings).get(claims.posting_id) ??
    refuse(`${at} is about the posting "${claims.posting_id}", which is not there. ${advice}`);
  refuseUnapplyable(context, posting, at);
  const { additional_clicks, additional_clicks_scatter_duration, screening_question_answers } = body;
  if (additional_clicks_scatter_duration !== undefined && additional_clicks === undefined)
    refuse("body.additional_clicks_scatter_duration is allowed only together with additional_clicks.");
  refuseUnfit(questionsOf(posting), screening_question_answers);
  const id = storeApplication(context, posting, {
    ...{ candidate_email: body.candidate_email, answers: screening_question_answers },
    ...{ query_params: body.query_params, additional_clicks, additional_clicks_scatter_duration },
  });
  const stamp = isoString(now);
  return { id, posting_id: posting.id, status: "PENDING", created_at: stamp, updated_at: stamp };
});
