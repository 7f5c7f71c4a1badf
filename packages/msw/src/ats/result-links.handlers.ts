import type { Entity } from "@kombo-mock/factories";
import { action } from "../request/behaviours.ts";
import type { RequestContext } from "../request/context.ts";
import { liveRecord } from "../request/live-record.ts";
import { isoString } from "../state/clock.ts";
import { ownRemoteFields } from "./remote-fields.ts";

const collection = "ats.result-links";

/** Leaves a link with an application. It cannot be read back through the API; the control calls show it. */
export const addApplicationResultLink = action(
  "POST /ats/applications/{application_id}/result-links",
  (context) => {
    const { id, candidate_id } = liveRecord(context, "ats.applications", "path.application_id");
    return addLink(context, context.body, { application_id: id, candidate_id: candidate_id ?? null });
  },
);

/** Leaves a link with a candidate. */
export const addCandidateResultLink = action(
  "POST /ats/candidates/{candidate_id}/result-links",
  (context) => {
    const { id } = liveRecord(context, "ats.candidates", "path.candidate_id");
    return addLink(context, context.body, { application_id: null, candidate_id: id });
  },
);

function addLink(
  context: RequestContext,
  { label, url, details, remote_fields: sent }: Entity<"AtsResultLinkCreateRequest">,
  owner: { readonly application_id: string | null; readonly candidate_id: unknown },
): Record<string, never> {
  const { change, integration, now } = context;
  const remote_fields = ownRemoteFields(context, sent);
  const remote_id = change.newRemoteId(integration.id, collection);
  change.insert(
    { integrationId: integration.id, collection, remoteId: remote_id },
    { remote_id, label, url, details: details ?? null, remote_fields, created_at: isoString(now), ...owner },
  );
  return {};
}
