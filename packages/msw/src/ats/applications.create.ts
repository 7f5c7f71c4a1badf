import type { Entity } from "@kombo-mock/factories";
import type { StoredRecord } from "@kombo-mock/factories/worlds";
import type { RequestContext } from "../request/context.ts";
import { KomboError } from "../request/kombo-error.ts";
import { findLiveRecord } from "../request/live-record.ts";
import { blankRecord, touched } from "../request/records.ts";
import { isPresent } from "../state/presence.ts";
import { attachmentOf, refuseBeyondLimits } from "./attachments.input.ts";
import { storeAttachment } from "./attachments.store.ts";
import { candidateByEmail, candidateValues } from "./candidates.input.ts";
import { refuseClosed, stageOf, stagesOf } from "./job-process.ts";
import { ownRemoteFields } from "./remote-fields.ts";
import { readAnswers } from "./screening-answers.ts";

const applications = "ats.applications";
const candidates = "ats.candidates";

/** What both ways of applying to a job come to. */
interface Applying {
  readonly job: StoredRecord;
  readonly body: Entity<"AtsApplicationInput"> & {
    readonly remote_fields?: Readonly<Record<string, unknown>>;
  };
  /** The stage to start in, and where the request names it. */
  readonly stage: { readonly given: string | undefined; readonly location: string };
}

/** Hands in an application of a new or a known candidate; answers the ids of both. */
export function apply(
  context: RequestContext,
  { job, body, stage: { given, location } }: Applying,
): { readonly applicationId: string; readonly candidateId: string } {
  const { candidate, gdpr_consent = null, source = null } = body;
  const remote_fields = ownRemoteFields(context, body.remote_fields);
  const attachments = (body.attachments ?? []).map((one, index) =>
    attachmentOf(context, one, `body.attachments[${index}]`),
  );
  const sourcer = sourcerOf(context, body.sourced_by);
  const stage = given === undefined ? stagesOf(context, job)[0] : stageOf(context, job, { given, location });
  refuseClosed(job);
  const known = candidateByEmail(context, candidate.email_address);
  if (known) refuseApplied(context, { known, job, email: candidate.email_address });
  const { answers, files } = readAnswers(context, job, body.screening_question_answers);
  refuseBeyondLimits(context, attachments);

  const values = candidateValues(candidate, body.source);
  const candidateId = known
    ? keepCandidate(context, known, values)
    : insert(context, candidates, { ...values, tag_links: [] });
  const applicationId = insert(context, applications, {
    outcome: "PENDING",
    job_id: job.id,
    candidate_id: candidateId,
    current_stage_id: stage?.id ?? null,
    screening_question_answers: answers,
    // Kept, although no answer shows it.
    ...{ source, sourced_by_user_id: sourcer?.id ?? null, gdpr_consent, remote_fields },
  });
  for (const file of [...attachments, ...files]) {
    storeAttachment(context, file, { application_id: applicationId, candidate_id: candidateId });
  }
  return { applicationId, candidateId };
}

function sourcerOf(
  context: RequestContext,
  sourcedBy: Entity<"AtsUserReference"> | undefined,
): StoredRecord | undefined {
  if (!sourcedBy) return undefined;
  const location = "body.sourced_by.user_id";
  return findLiveRecord(context, {
    collection: "ats.users",
    given: sourcedBy.user_id,
    location,
    remote: true,
  });
}

function refuseApplied(
  { view }: RequestContext,
  { known, job, email }: { readonly known: StoredRecord; readonly job: StoredRecord; readonly email: string },
): void {
  const earlier = view(applications)
    .withValue("candidate_id", known.id)
    .find((application) => application["job_id"] === job.id && isPresent(application));
  if (!earlier) return;
  const person = [known["first_name"], known["last_name"]].filter(Boolean).join(" ");
  throw new KomboError(
    "ATS.APPLICATION_ALREADY_EXISTS",
    `${person} (${email}) has already applied to the job "${String(job["name"])}" ("${job.id}"), with the application "${earlier.id}". Apply to another job, or with another e-mail address.`,
  );
}

/** A known candidate stays as the tool has them, unless tools are said to take over what is sent. */
function keepCandidate(
  context: RequestContext,
  { id }: StoredRecord,
  values: Readonly<Record<string, unknown>>,
): string {
  if (context.assume("known-candidate-values") === "replace") {
    const at = { integrationId: context.integration.id, collection: candidates, id };
    context.change.patch(at, touched(context, candidates, values));
  }
  return id;
}

function insert(
  context: RequestContext,
  collection: typeof applications | typeof candidates,
  values: Readonly<Record<string, unknown>>,
): string {
  const { change, integration } = context;
  const remoteId = change.newRemoteId(integration.id, collection);
  const page = collection === applications ? "applications" : "candidates";
  return change.insert(
    { integrationId: integration.id, collection, remoteId },
    blankRecord(context, collection, {
      remote_id: remoteId,
      remote_url: `https://${integration.inputs.tool}.example.com/${page}/${remoteId}`,
      ...values,
    }),
  );
}
