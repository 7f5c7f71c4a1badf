import type { Choices } from "../choices.ts";
import { type Rows, rowsOfEach } from "../worlds/growing-rows.ts";
import type { RowSource, SkeletonRow } from "../worlds/skeleton.ts";
import { edgeApplications } from "./applications.edge.ts";
import { smallApplications } from "./applications.small.ts";
import { presentIds, stagesOf } from "./row-lookup.ts";

/** The rows of the applications, each named after its candidate: `1003-2` is the second one of `1003`. */
export function applicationRows(source: RowSource): Rows {
  if (source.layer === "small") return smallApplications(source);
  if (source.layer === "edge") return edgeApplications(source);
  const market = marketOf(source);
  return rowsOfEach(source.eachAdded("ats.candidates"), ({ remoteId }) =>
    applicationsOf(remoteId, source, market),
  );
}

/** What applications of a layer can be for, and rejected for. */
interface Market {
  readonly open: readonly string[];
  readonly any: readonly string[];
  readonly stages: ReadonlyMap<string, readonly string[]>;
  readonly reasons: readonly string[];
}

function marketOf(source: RowSource): Market {
  const has = (traits: readonly string[], row: SkeletonRow) =>
    row.traits?.some((trait) => traits.includes(trait));
  const jobs = source
    .all("ats.jobs")
    .filter((row) => !row.bare && !has(["draft", "deleted"], row) && stagesOf(row).length > 1);
  return {
    open: jobs.filter((row) => !has(["closed", "archived"], row)).map(({ remoteId }) => remoteId),
    any: jobs.map(({ remoteId }) => remoteId),
    stages: new Map(jobs.map((row) => [row.remoteId, stagesOf(row)])),
    reasons: presentIds(source, "ats.rejection-reasons"),
  };
}

/** Most apply once, some twice, and a few were only sourced. */
function applicationsOf(candidateId: string, { choices }: RowSource, market: Market): SkeletonRow[] {
  const decide = choices(`applications/${candidateId}`);
  if (market.open.length < 2 || decide.at("sourced").chance(0.02)) return [];
  const first = applicationOf(candidateId, 1, decide, market);
  if (!decide.at("second").chance(0.13)) return [first];
  const second = applicationOf(candidateId, 2, decide, market);
  return second.relations?.["job_id"] === first.relations?.["job_id"] ? [first] : [first, second];
}

function applicationOf(candidateId: string, number: number, choices: Choices, market: Market): SkeletonRow {
  const decide = choices.at(String(number));
  const outcome = outcomeOf(decide.at("outcome").integer(1, 100));
  const jobId = decide.at("job").pick(outcome === "pending" ? market.open : market.any);
  const path = market.stages.get(jobId) ?? [];
  const last = path.length - 1;
  const isRejected = outcome === "rejected" && market.reasons.length > 0;
  const withoutAnswers = decide.at("without-answers").chance(0.15) ? ["withoutAnswers"] : [];
  return {
    remoteId: `${candidateId}-${number}`,
    relations: {
      candidate_id: candidateId,
      job_id: jobId,
      current_stage_id: path[outcome === "hired" ? last : decide.at("stage").integer(0, last - 1)] ?? null,
      rejection_reason_id: isRejected ? decide.at("reason").pick(market.reasons) : null,
    },
    traits: outcome === "pending" ? withoutAnswers : [outcome, ...withoutAnswers],
  };
}

/** Of a hundred applications, eight end in a contract and forty in a rejection. */
function outcomeOf(percentile: number): "hired" | "rejected" | "pending" {
  if (percentile <= 8) return "hired";
  return percentile <= 48 ? "rejected" : "pending";
}
