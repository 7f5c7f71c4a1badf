import type { StoredRecord } from "@kombo-mock/factories/worlds";
import type { RequestContext } from "../request/context.ts";
import { isoString } from "../state/clock.ts";
import { collections } from "./collections.ts";
import type { SentAnswer } from "./form-answers.ts";
import { scheduleStepAt } from "./step.ts";

/** What came with an application. */
interface Submission {
  readonly candidate_email: string;
  readonly answers: readonly SentAnswer[];
  readonly query_params?: Readonly<Record<string, string>> | undefined;
  readonly additional_clicks?: number | undefined;
  readonly additional_clicks_scatter_duration?: number | undefined;
}

/** Takes an application in: it is PENDING, and submitted some seconds later. Answers its id. */
export function storeApplication(
  context: RequestContext,
  posting: StoredRecord,
  submission: Submission,
): string {
  const { change, integration, now } = context;
  context.assume("application-outcome");
  const due = now + context.assume("application-submit-seconds") * 1_000;
  const insert = (collection: string, values: Readonly<Record<string, unknown>>) => {
    const remoteId = change.newRemoteId(integration.id, collection);
    return change.insert({ integrationId: integration.id, collection, remoteId }, values);
  };
  const stamp = isoString(now);
  const id = insert(collections.applications, {
    ...{ job_posting_id: posting.id, status: "PENDING", created_at: stamp, updated_at: stamp },
    due_at: isoString(due),
  });
  const { candidate_email, query_params = null, additional_clicks = null } = submission;
  insert(collections.submissions, {
    application_id: id,
    // One person, however the address is written.
    candidate_email: candidate_email.toLowerCase(),
    answers: submission.answers.map(withoutContent),
    ...{ query_params, additional_clicks },
    additional_clicks_scatter_duration: submission.additional_clicks_scatter_duration ?? null,
  });
  scheduleStepAt(change, due);
  return id;
}

/** The content of a file is not kept. */
function withoutContent({ question_id, answer }: SentAnswer): SentAnswer {
  if (typeof answer !== "object" || answer === null || Array.isArray(answer)) return { question_id, answer };
  const { data: _, ...rest } = answer as Readonly<Record<string, unknown>>;
  return { question_id, answer: rest };
}
