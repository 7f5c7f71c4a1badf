import { defineCollection } from "../worlds/collection.ts";
import { one } from "../worlds/relations.ts";
import { processOf } from "./hiring-process.ts";
import { atsNoteFactory } from "./notes.factory.ts";
import { noteRows } from "./notes.rows.ts";

/** What people remark on candidates. */
export const atsNotes = defineCollection({
  name: "ats.notes",
  model: "ats_notes",
  factory: atsNoteFactory,
  relations: {
    author: one("ats.users", "author_id"),
    candidate: one("ats.candidates", "candidate_id"),
    application: one("ats.applications", "application_id"),
  },
  rows: (source) => (source.category === "ATS" ? noteRows(source) : []),
  inputs({ relations = {} }, source) {
    const { country, date } = source;
    const { application_id, candidate_id } = relations;
    if (application_id) return { country, date, from: processOf(application_id, source).from };
    const known = candidate_id && source.value("ats.candidates", candidate_id, "remote_created_at");
    return { country, date, from: typeof known === "string" ? known : null };
  },
});
