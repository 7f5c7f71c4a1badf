import type { RowSource, SkeletonRow } from "../worlds/skeleton.ts";
import { presentIds, stagesOf } from "./row-lookup.ts";

interface Plan {
  /** The candidate's id in the tool, and which of their applications it is. */
  readonly remoteId: `${string}-${number}`;
  /** The job, by the name that the cast has for it. */
  readonly job: string;
  /** How many stages lie behind it, at the most all but the last; null where the tool tells of no stage. */
  readonly passed: number | "all" | null;
  readonly cast?: string;
  readonly traits?: readonly string[];
}

const plans: readonly Plan[] = [
  { remoteId: "1001-1", job: "jobWithEveryQuestion", passed: 1, cast: "applicationWithAnswers" },
  { remoteId: "1002-1", job: "remoteJob", passed: 0 },
  { remoteId: "1003-1", job: "closedJob", passed: 2, traits: ["rejected"] },
  { remoteId: "1003-2", job: "jobWithoutSalary", passed: 0, traits: ["rejected"] },
  { remoteId: "1003-3", job: "openJob", passed: 2 },
  { remoteId: "1004-1", job: "openJob", passed: 4 },
  { remoteId: "1005-1", job: "remoteJob", passed: 1 },
  { remoteId: "1006-1", job: "jobWithoutQuestions", passed: 1 },
  { remoteId: "1007-1", job: "openJob", passed: 0, traits: ["deleted"] },
  { remoteId: "1009-1", job: "confidentialJob", passed: 1 },
  { remoteId: "1010-1", job: "openJob", passed: 1, cast: "pendingApplication" },
  { remoteId: "1011-1", job: "openJob", passed: "all", cast: "applicationInLastStage" },
  { remoteId: "1012-1", job: "closedJob", passed: "all", cast: "hiredApplication", traits: ["hired"] },
  { remoteId: "1013-1", job: "openJob", passed: 2, cast: "rejectedApplication", traits: ["rejected"] },
  { remoteId: "1014-1", job: "jobClosingLater", passed: null, cast: "applicationWithoutStage" },
  { remoteId: "1015-1", job: "archivedJob", passed: "all", traits: ["hired"] },
  { remoteId: "1016-1", job: "jobWithEveryQuestion", passed: 0, traits: ["rejected"] },
  { remoteId: "1016-2", job: "openJob", passed: 1, traits: ["withoutAnswers"] },
  { remoteId: "1017-1", job: "unmappedJobStatus", passed: 1 },
  { remoteId: "1017-2", job: "jobClosingLater", passed: 0 },
];

/** The applications of the small world. */
export function smallApplications(source: RowSource): readonly SkeletonRow[] {
  const jobs = new Map(source.added("ats.jobs").map((row) => [row.cast, row]));
  const reasons = presentIds(source, "ats.rejection-reasons");
  return plans.map(({ remoteId, job: name, passed, cast, traits = [] }) => {
    const job = jobs.get(name);
    const stages = stagesOf(job);
    const stage = passed === "all" ? stages.at(-1) : stages[Math.min(passed ?? -1, stages.length - 2)];
    const isRejected = traits.includes("rejected") && reasons.length > 0;
    const decide = source.choices(`applications/${remoteId}`);
    return {
      remoteId,
      relations: {
        candidate_id: remoteId.split("-")[0] ?? null,
        job_id: job?.remoteId ?? null,
        current_stage_id: stage ?? null,
        rejection_reason_id: isRejected ? decide.at("reason").pick(reasons) : null,
      },
      traits,
      ...(cast ? { cast } : {}),
    };
  });
}
