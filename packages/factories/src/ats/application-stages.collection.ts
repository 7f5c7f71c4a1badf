import type { Choices } from "../choices.ts";
import { defineCollection } from "../worlds/collection.ts";
import { many } from "../worlds/relations.ts";
import type { RowSource, SkeletonRow } from "../worlds/skeleton.ts";
import { atsApplicationStageFactory } from "./application-stages.factory.ts";
import { erasedRow } from "./erased-row.ts";
import { edgeJobIds, fullJobIds } from "./jobs.rows.ts";
import { type StageKind, stageKinds } from "./stage-kinds.ts";

const sometimes: Partial<Readonly<Record<StageKind, number>>> = { screening: 0.75, secondInterview: 0.5 };

/** Every job has stages of its own, four to six, named after the job: `1001-1` begins where `1001` does. */
function stagesOf(jobId: string, decide: Choices): SkeletonRow[] {
  return stageKinds
    .map((kind, index) => ({ kind, remoteId: `${jobId}-${index + 1}` }))
    .filter(({ kind }) => jobId === openJobId || decide.at(kind).chance(sometimes[kind] ?? 1))
    .map(({ kind, remoteId }, index) => ({
      remoteId,
      traits: [kind],
      // An application shows its stage with the place among the job's, which it cannot learn from the stage alone.
      values: { index },
      ...(casts[remoteId] ? { cast: casts[remoteId] } : {}),
    }));
}

const openJobId = "1001";
const casts: Readonly<Record<string, string>> = { "1001-1": "firstStage", "1001-6": "lastStage" };

/** The stage of the edge world that was deleted while its job stays. */
const deletedStageId = `${edgeJobIds.unusual}-7`;

const edge = (source: RowSource): readonly SkeletonRow[] => [
  // Stages that belong to no job any more.
  { remoteId: "30101", bare: true, values: { index: null } },
  erasedRow("ats.application-stages", "30102", source),
  { remoteId: "30103", traits: ["inactive"], values: { name: "Überprüfung 🔍 مراجعة הערכה", index: null } },
  {
    remoteId: "30104",
    values: { name: "Waiting for the works council ".repeat(20).trim(), remote_id: null },
  },
  { remoteId: deletedStageId, traits: ["deleted"], values: { name: "Trial day", index: 7 } },
];

/** The steps that applications go through, of all jobs. */
export const atsApplicationStages = defineCollection({
  name: "ats.application-stages",
  model: "ats_application_stages",
  factory: atsApplicationStageFactory,
  relations: { applications: many("ats.applications", "current_stage_id") },
  rows(source) {
    const { category, choices, layer } = source;
    if (category !== "ATS") return [];
    const ofJobs = fullJobIds(layer).flatMap((jobId) => stagesOf(jobId, choices(`stages/${jobId}`)));
    return layer === "edge" ? [...ofJobs, ...edge(source)] : ofJobs;
  },
  inputs: (_, { date, tool }) => ({ date, tool }),
});
