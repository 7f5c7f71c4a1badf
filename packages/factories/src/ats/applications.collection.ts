import { recordId } from "../hash.ts";
import type { Country } from "../people.ts";
import { defineCollection } from "../worlds/collection.ts";
import { many, one } from "../worlds/relations.ts";
import type { RecordSource, SkeletonRow } from "../worlds/skeleton.ts";
import { type AtsApplicationInputs, atsApplicationFactory } from "./applications.factory.ts";
import { applicationRows } from "./applications.rows.ts";
import type { AskedQuestion } from "./screening-answers.ts";

/** What candidates handed in, job by job. */
export const atsApplications = defineCollection({
  name: "ats.applications",
  model: "ats_applications",
  factory: atsApplicationFactory,
  relations: {
    candidate: one("ats.candidates", "candidate_id"),
    job: one("ats.jobs", "job_id"),
    current_stage: one("ats.application-stages", "current_stage_id"),
    interviews: many("ats.interviews", "application_id"),
    offers: many("ats.offers", "application_id"),
    notes: many("ats.notes", "application_id"),
    attachments: many("ats.attachments", "application_id"),
  },
  follows: "candidate_id",
  rows: (source) => (source.category === "ATS" ? applicationRows(source) : []),
  inputs: (row, source) => new ApplicationInputs(row, source),
});

/** What an application is made from. Asked for by id, values of other records are what those collections have made. */
class ApplicationInputs implements Partial<AtsApplicationInputs> {
  readonly country: Country;
  readonly date: string;
  readonly tool: string;
  readonly remoteId: string;
  readonly jobOpenedAt: string | null;
  readonly jobClosedAt: string | null;
  readonly stagesPassed: number;
  readonly #row: SkeletonRow;
  readonly #source: RecordSource;

  constructor(row: SkeletonRow, source: RecordSource) {
    const { job_id = null, current_stage_id = null } = row.relations ?? {};
    const instantOf = (field: string) =>
      job_id === null ? null : ((source.value("ats.jobs", job_id, field) ?? null) as string | null);
    const index = current_stage_id && source.value("ats.application-stages", current_stage_id, "index");
    this.country = source.country;
    this.date = source.date;
    this.tool = source.tool;
    this.remoteId = row.remoteId;
    this.jobOpenedAt = instantOf("opened_at") ?? instantOf("remote_created_at");
    this.jobClosedAt = instantOf("closed_at");
    this.stagesPassed = typeof index === "number" ? index : atsApplicationFactory.inputs.stagesPassed;
    this.#row = row;
    this.#source = source;
  }

  get rejectionReason() {
    const id = this.#row.relations?.["rejection_reason_id"];
    const name = id && this.#source.value("ats.rejection-reasons", id, "name");
    return typeof name === "string" ? name : atsApplicationFactory.inputs.rejectionReason;
  }

  get questions() {
    const { relations, traits } = this.#row;
    const jobId = relations?.["job_id"];
    return !jobId || traits?.includes("withoutAnswers") ? [] : questionsOf(jobId, this.#source);
  }
}

const asked = new WeakMap<RecordSource, Map<string, readonly AskedQuestion[]>>();

/** The questions of a job; read once, as many answer them. */
function questionsOf(jobId: string, source: RecordSource): readonly AskedQuestion[] {
  const known = asked.get(source) ?? new Map<string, readonly AskedQuestion[]>();
  asked.set(source, known);
  const questions = known.get(jobId) ?? readQuestions(jobId, source);
  known.set(jobId, questions);
  return questions;
}

function readQuestions(jobId: string, source: RecordSource): readonly AskedQuestion[] {
  const job = source.rowOf("ats.jobs", jobId);
  return (job?.links?.["question_links"] ?? []).map(({ remoteId }) => {
    const read = (field: string) => source.value("ats.screening-questions", remoteId, field);
    // The values of that collection's own fields, by their names.
    return {
      id: recordId(source.integrationId, remoteId),
      remote_id: read("remote_id"),
      title: read("title"),
      format: read("format"),
      precondition_question_id: read("precondition_question_id"),
      precondition_options: read("precondition_options"),
    } as AskedQuestion;
  });
}
