import type { RowSource, SkeletonRow } from "../worlds/skeleton.ts";
import { erasedRow } from "./erased-row.ts";
import { isPresent, presentIds, stagesOf } from "./row-lookup.ts";
import { leapDayBefore } from "./timeline.ts";

/** The applications of the edge world: what a tool can deliver and few programs expect. */
export function edgeApplications(source: RowSource): readonly SkeletonRow[] {
  const jobs = source.all("ats.jobs").filter((row) => stagesOf(row).length > 1);
  const present = jobs.filter(isPresent);
  const deletedJob = jobs.find(({ traits }) => traits?.includes("deleted"));
  const reason = presentIds(source, "ats.rejection-reasons").at(-1) ?? null;
  const to = (candidateId: string | null, job: SkeletonRow | undefined, passed: number | null = 0) => ({
    relations: {
      candidate_id: candidateId,
      job_id: job?.remoteId ?? null,
      current_stage_id: passed === null ? null : (stagesOf(job)[passed] ?? null),
      rejection_reason_id: reason,
    },
  });
  const at = (number: number) => present[number % Math.max(present.length, 1)];
  return [
    // Of nobody, for nothing, in no stage.
    { remoteId: "30001-1", ...to(null, undefined), bare: true, values: { remote_id: null } },
    { remoteId: "30002-1", ...to("30002", at(0)), traits: ["deleted"] },
    { ...erasedRow("ats.applications", "30003-1", source), ...to("30003", undefined) },
    // The candidate is gone, the application is still there.
    { remoteId: "30002-2", ...to("30002", at(1), 1) },
    { remoteId: "30004-1", ...to("30004", deletedJob, 1) },
    // Handed in on a leap day, and still undecided.
    {
      remoteId: "30005-1",
      ...to("30005", at(2)),
      values: { remote_created_at: `${leapDayBefore(source.date)}T23:59:59.999Z` },
    },
    {
      remoteId: "30006-1",
      ...to("30006", at(0), null),
      traits: ["withoutOutcome"],
      values: { screening_question_answers: longAnswers },
    },
    {
      remoteId: "30007-1",
      ...to("30007", at(1)),
      traits: ["rejected"],
      values: { rejection_reason_name: "" },
    },
    // The same job again, by a person of the same name and address.
    { remoteId: "30008-1", ...to("30008", at(1)) },
    {
      remoteId: "30009-1",
      ...to("30009", at(2), 1),
      traits: ["rejected"],
      values: { remote_created_at: "1999-12-31T23:00:00.000Z", screening_question_answers: null },
    },
  ];
}

const asked = (remote_id: string | null, title: string, type: string) => ({ remote_id, title, type });

const longAnswers = [
  {
    question: asked("901", "Anything else? 🤷", "TEXT"),
    answer: { content: "Viel zu erzählen. ".repeat(500) },
  },
  { question: asked(null, "", "TEXT"), answer: { content: null } },
  { question: asked("902", "هل يمكنك السفر؟", "BOOLEAN"), answer: { checked: null } },
  { question: asked("903", "Expected salary", "NUMBER"), answer: { number: 0.1 + 0.2 } },
  { question: asked("904", "Since when?", "NUMBER"), answer: { number: null } },
  { question: asked("905", "Date of birth", "DATE"), answer: { date: "1960-02-29T00:00:00.000Z" } },
  { question: asked("906", "Earliest start", "DATE"), answer: { date: null } },
  { question: asked("907", "Gender", "SINGLE_SELECT"), answer: { choice: null } },
  { question: asked("908", "Languages", "MULTI_SELECT"), answer: { choices: [] } },
  { question: asked("909", "Signature", "UNKNOWN"), answer: { raw: null } },
];
