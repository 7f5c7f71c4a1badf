import type { Entity } from "@kombo-mock/factories";
import type { StoredRecord } from "@kombo-mock/factories/worlds";
import { action } from "../request/behaviours.ts";
import type { RequestContext } from "../request/context.ts";
import { fieldsOf, join } from "../request/join.ts";
import { liveRecord } from "../request/live-record.ts";
import { recordById } from "../request/records.ts";
import { filePath } from "../request/stored-files.ts";
import { attachmentOf, refuseAddedBeyondLimits } from "./attachments.input.ts";
import { isFiledWithCandidate, storeAttachment } from "./attachments.store.ts";
import { ownRemoteFields } from "./remote-fields.ts";

const collection = "ats.attachments";

/** The files of an application; of its candidate where the tool keeps files with people only. */
export const listApplicationAttachments = action(
  "GET /ats/applications/{application_id}/attachments",
  (context) => {
    const application = recordById(context, "ats.applications", "path.application_id");
    const { candidate_id } = application;
    const found = isFiledWithCandidate(context, candidate_id)
      ? context.view(collection).withValue("candidate_id", candidate_id)
      : context.view(collection).withValue("application_id", application.id);
    return { results: found.map((file) => shown<"AtsAttachment">(context, file, "AtsAttachment")) };
  },
);

/** The files of a candidate, those of the applications among them. */
export const listCandidateAttachments = action(
  "GET /ats/candidates/{candidate_id}/attachments",
  (context) => {
    const candidate = recordById(context, "ats.candidates", "path.candidate_id");
    const found = context.view(collection).withValue("candidate_id", candidate.id);
    return {
      results: found.map((file) => shown<"AtsCandidateAttachment">(context, file, "AtsCandidateAttachment")),
    };
  },
);

/** Uploads a file to an application. Attachments are read from the tool, so that they are listed at once. */
export const addApplicationAttachment = action(
  "POST /ats/applications/{application_id}/attachments",
  (context) => {
    const application = liveRecord(context, "ats.applications", "path.application_id");
    const remote_fields = ownRemoteFields(context, context.body.remote_fields);
    const attachment = attachmentOf(context, context.body.attachment, "body.attachment");
    refuseAddedBeyondLimits(context, attachment);
    const { candidate_id } = application;
    storeAttachment(context, attachment, { application_id: application.id, candidate_id, remote_fields });
    return {};
  },
);

/** Uploads a file to a candidate. */
export const addCandidateAttachment = action("POST /ats/candidates/{candidate_id}/attachments", (context) => {
  const candidate = liveRecord(context, "ats.candidates", "path.candidate_id");
  const remote_fields = ownRemoteFields(context, context.body.remote_fields);
  const attachment = attachmentOf(context, context.body.attachment, "body.attachment");
  refuseAddedBeyondLimits(context, attachment);
  storeAttachment(context, attachment, { application_id: null, candidate_id: candidate.id, remote_fields });
  return {};
});

/** An attachment as an entity, with the address at which the mock serves its content. */
function shown<Name extends "AtsAttachment" | "AtsCandidateAttachment">(
  context: RequestContext,
  file: StoredRecord,
  entity: Name,
): Entity<Name> {
  const joined = join(file, context.view(collection), fieldsOf(entity), context);
  const data_url = context.url(filePath(file.id, context.change.root.environment));
  // The collection holds records of the entity; joining shows its fields.
  return { ...joined, data_url } as unknown as Entity<Name>;
}
