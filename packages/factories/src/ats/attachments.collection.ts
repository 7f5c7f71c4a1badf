import { recordId } from "../hash.ts";
import { defineCollection } from "../worlds/collection.ts";
import { one } from "../worlds/relations.ts";
import { atsAttachmentFactory } from "./attachments.factory.ts";
import { attachmentRows } from "./attachments.rows.ts";
import { processOf } from "./hiring-process.ts";

/** Files of candidates and of their applications. Their content is made when somebody fetches it. */
export const atsAttachments = defineCollection({
  name: "ats.attachments",
  model: null,
  factory: atsAttachmentFactory,
  relations: {
    candidate: one("ats.candidates", "candidate_id"),
    application: one("ats.applications", "application_id"),
  },
  rows: (source) => (source.category === "ATS" ? attachmentRows(source) : []),
  inputs({ remoteId, relations = {} }, source) {
    const { country, date, integrationId } = source;
    const { application_id, candidate_id } = relations;
    const nameOf = (field: string) => candidate_id && source.value("ats.candidates", candidate_id, field);
    const owner = [nameOf("first_name"), nameOf("last_name")].filter(Boolean).join(" ");
    return {
      country,
      date,
      id: recordId(integrationId, remoteId),
      owner: owner || null,
      uploadedAt: application_id ? processOf(application_id, source).from : null,
    };
  },
});
