import type { Entity } from "../define-factory.ts";
import type { Country } from "../people.ts";
import { defineCollection } from "../worlds/collection.ts";
import { links, one } from "../worlds/relations.ts";
import type { RecordSource, SkeletonRow } from "../worlds/skeleton.ts";
import { partOf, processOf } from "./hiring-process.ts";
import { type AtsInterviewInputs, atsInterviewFactory } from "./interviews.factory.ts";
import { interviewRows } from "./interviews.rows.ts";

/** Meetings with candidates, past and to come. */
export const atsInterviews = defineCollection({
  name: "ats.interviews",
  model: "ats_interviews",
  factory: atsInterviewFactory,
  relations: {
    application: one("ats.applications", "application_id"),
    users: links("ats.users", "user_links", { model: "ats_join_interviews_users", changes: "interviewers" }),
  },
  references: { stage_id: "ats.application-stages" },
  follows: "application_id",
  rows: (source) => (source.category === "ATS" ? interviewRows(source) : []),
  inputs: (row, source) => new InterviewInputs(row, source),
});

/** What an interview is made from; the office is looked up when a field asks for it. */
class InterviewInputs implements AtsInterviewInputs {
  readonly country: Country;
  readonly date: string;
  readonly from: string;
  readonly until: string;
  readonly #applicationId: string | null;
  readonly #source: RecordSource;

  constructor(row: SkeletonRow, source: RecordSource) {
    const applicationId = row.relations?.["application_id"] ?? null;
    const all = applicationId ? source.children("ats.interviews", "application_id", applicationId) : [];
    const count = Math.max(all.length, 1);
    const number = Math.max(all.indexOf(row), 0);
    // One after the other, in the first four fifths of the process; what follows is for offers and decisions.
    const process = processOf(applicationId, source);
    const slot = partOf(process, (0.8 * number) / count, (0.8 * (number + 1)) / count);
    this.country = source.country;
    this.date = source.date;
    this.from = slot.from;
    this.until = slot.until;
    this.#applicationId = applicationId;
    this.#source = source;
  }

  get office() {
    return officeOf(this.#applicationId, this.#source);
  }
}

/** Where the job is, if its address is known. */
function officeOf(applicationId: string | null, source: RecordSource): Entity<"Address"> | null {
  const application = source.rowOf("ats.applications", applicationId ?? "");
  const jobId = application?.relations?.["job_id"];
  if (!jobId) return null;
  // The value of that collection's own field.
  const location = source.value("ats.jobs", jobId, "location") as Entity<"AtsJob">["location"];
  return location?.street_1 ? location : null;
}
