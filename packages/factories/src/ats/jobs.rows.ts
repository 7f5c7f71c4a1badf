import { type Layer, serialIds } from "../worlds/layers.ts";
import type { SkeletonRow } from "../worlds/skeleton.ts";

/**
 * The jobs of the small world, without what they link to. The rows of `ats.jobs` have it: a job's stages stand in
 * their order under `row.links.stage_links`.
 */
export const smallJobs = [
  { remoteId: "1001", cast: "openJob", values: { visibility: "PUBLIC" } },
  { remoteId: "1002", cast: "closedJob", traits: ["closed"] },
  { remoteId: "1003", cast: "draftJob", traits: ["draft"] },
  { remoteId: "1004", cast: "archivedJob", traits: ["archived"] },
  { remoteId: "1005", cast: "confidentialJob", traits: ["confidential"] },
  { remoteId: "1006", cast: "jobClosingLater", traits: ["closingLater"] },
  { remoteId: "1007", cast: "jobWithEveryQuestion" },
  { remoteId: "1008", cast: "remoteJob", traits: ["remote"] },
  { remoteId: "1009", cast: "jobWithoutQuestions" },
  { remoteId: "1010", cast: "unmappedJobStatus", traits: ["unmappedStatus"] },
  { remoteId: "1011", cast: "jobWithoutSalary", traits: ["withoutSalary"] },
  { remoteId: "1012", cast: "deletedJob", traits: ["deleted"] },
] as const satisfies readonly SkeletonRow[];

const counts = { demo: 32, edge: 6, large: 400 };

/** Jobs of the edge world: one of which the tool tells nothing, and what can be odd about one. */
export const edgeJobIds = {
  bare: "30001",
  unmapped: "30002",
  unusual: "30003",
  deleted: "30004",
  erased: "30005",
  namesake: "30006",
} as const;

/** Ids in the tool of the jobs that a layer adds, which what belongs to a job is named after. */
export function jobIds(layer: Layer): readonly string[] {
  return layer === "small" ? smallJobs.map(({ remoteId }) => remoteId) : serialIds(layer, counts);
}

/** Those of them that may have stages, questions, postings and people: all but the erased one. */
export function fullJobIds(layer: Layer): readonly string[] {
  return jobIds(layer).filter((remoteId) => layer !== "edge" || remoteId !== edgeJobIds.erased);
}
