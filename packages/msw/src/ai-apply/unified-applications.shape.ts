import { base58Id, type Entity } from "@kombo-mock/factories";
import type { StoredRecord } from "@kombo-mock/factories/worlds";
import type { Body } from "@kombo-mock/openapi";
import { candidateValues } from "../ats/candidates.input.ts";
import type { RequestContext } from "../request/context.ts";
import { isoString } from "../state/clock.ts";
import { titleOf } from "./unified-jobs.shape.ts";

type Applying = "POST /ai-apply/unified-api/jobs/{job_id}/applications";

/** An application that was taken in, in the shape of an ATS application: nothing but what was sent is known. */
export function createdApplication(
  { now }: RequestContext,
  {
    id,
    posting,
    body,
  }: { readonly id: string; readonly posting: StoredRecord; readonly body: Body<Applying> },
): Entity<"AtsCreatedApplication"> {
  const stamp = isoString(now);
  const candidateId = base58Id(`${id}\ncandidate`);
  const stamps = { remote_created_at: stamp, remote_updated_at: stamp, changed_at: stamp };
  const unknown = {
    ...{ custom_fields: null, integration_fields: [], remote_url: null, remote_deleted_at: null },
    remote_data: null,
  };
  const { candidate } = body;
  // What an ATS keeps of a candidate, as far as answers show it.
  const { email_addresses, phone_numbers, social_media, location } = candidateValues(
    candidate,
    undefined,
  ) as Required<
    Pick<Entity<"AtsCandidateProfile">, "email_addresses" | "phone_numbers" | "social_media" | "location">
  >;
  return {
    ...{ id, remote_id: null, outcome: "PENDING", rejection_reason_name: null, rejected_at: null },
    ...{ current_stage_id: null, current_stage: null, job_id: posting.id, candidate_id: candidateId },
    ...{ screening_question_answers: [], ...stamps, ...unknown },
    job: { id: posting.id, remote_id: posting.id, name: titleOf(String(posting["url"])) },
    candidate: {
      ...{ id: candidateId, remote_id: candidateId },
      ...{ first_name: candidate.first_name, last_name: candidate.last_name },
      ...{ company: candidate.company ?? null, title: candidate.title ?? null },
      ...{ confidential: null, source: null, tags: [], ...stamps, ...unknown },
      ...{ email_addresses, phone_numbers, social_media, location },
    },
  };
}
