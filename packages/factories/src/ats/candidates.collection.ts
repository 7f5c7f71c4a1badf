import { defineCollection } from "../worlds/collection.ts";
import { links, many } from "../worlds/relations.ts";
import { atsCandidateFactory } from "./candidates.factory.ts";
import { candidateRows } from "./candidates.rows.ts";

/** The people who applied, or whom recruiters found. */
export const atsCandidates = defineCollection({
  name: "ats.candidates",
  model: "ats_candidates",
  factory: atsCandidateFactory,
  relations: {
    applications: many("ats.applications", "candidate_id"),
    tags: links("ats.tags", "tag_links", { model: "ats_join_candidates_tags" }),
    notes: many("ats.notes", "candidate_id"),
    attachments: many("ats.attachments", "candidate_id"),
  },
  rows: (source) => (source.category === "ATS" ? candidateRows(source) : []),
  inputs({ remoteId }, source) {
    const { country, date, tool } = source;
    const applied = source
      .children("ats.applications", "candidate_id", remoteId)
      .map((row) => source.value("ats.applications", row.remoteId, "remote_created_at"))
      .filter((instant) => typeof instant === "string");
    return { country, date, tool, remoteId, firstAppliedAt: applied.toSorted()[0] ?? null };
  },
});
