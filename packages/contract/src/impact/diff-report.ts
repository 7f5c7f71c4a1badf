import type { Difference } from "../diff/difference.ts";
import type { ReportItem, ReportView } from "../report/item.ts";
import { plural } from "../report/item.ts";
import type { FailOn } from "../report/report.ts";
import type { Usage } from "../usage/usage.ts";
import { impactOn } from "./impact.ts";
import { remedyOf } from "./remedy.ts";

/** A difference with whom it hits. */
export interface ImpactEntry extends Difference {
  /** *error*: breaks, and hits where consumers are known. *warning*: may hit, or is deprecated. *note*: anything else. */
  readonly severity: "error" | "warning" | "note";
  readonly remedy: string;
  /** The consumers that it hits, and those that it may hit; empty where none are given. */
  readonly hits: readonly string[];
  readonly mayHit: readonly string[];
}

/** What changed between two documents, and whom it hits. */
export interface DiffReport {
  readonly version: 1;
  readonly kind: "diff";
  /** Null where everybody is meant. */
  readonly consumers: readonly string[] | null;
  readonly failOn: FailOn;
  /** With consumers only what hits one of them, or may. */
  readonly entries: readonly ImpactEntry[];
  /** How many differences there are in all. */
  readonly differences: number;
  readonly fails: boolean;
}

/** A consumer by its name. */
export interface Consumer {
  readonly name: string;
  readonly usage: Usage;
}

/** Makes a report of differences; scoped to consumers where some are given. */
export function makeDiffReport(
  differences: readonly Difference[],
  consumers: readonly Consumer[] | null,
  failOn: FailOn,
): DiffReport {
  const all = differences.map((one) => (consumers ? scoped(one, consumers) : unscoped(one)));
  const entries = all
    .filter((one) => consumers === null || one.hits.length + one.mayHit.length > 0)
    .toSorted((a, b) => weight[a.severity] - weight[b.severity]);
  const most = { error: 0, warning: 1, none: -1 }[failOn];
  return {
    version: 1,
    kind: "diff",
    consumers: consumers?.map(({ name }) => name) ?? null,
    ...{ failOn, entries, differences: differences.length },
    fails: entries.some(({ severity }) => weight[severity] <= most),
  };
}

const weight = { error: 0, warning: 1, note: 2 } as const;

function isDeprecation({ change }: Difference): boolean {
  return change === "deprecated" || change === "operation-deprecated";
}

function unscoped(one: Difference): ImpactEntry {
  const severity = one.breaking ? "error" : isDeprecation(one) ? "warning" : "note";
  return { ...one, severity, remedy: remedyOf(one), hits: [], mayHit: [] };
}

function scoped(one: Difference, consumers: readonly Consumer[]): ImpactEntry {
  const named = (impact: string) =>
    consumers.filter(({ usage }) => impactOn(one, usage) === impact).map(({ name }) => name);
  const [hits, mayHit] = [named("hits"), named("may-hit")];
  const severity =
    hits.length > 0 && one.breaking ? "error" : hits.length + mayHit.length > 0 ? "warning" : "note";
  return { ...one, severity, remedy: remedyOf(one), hits, mayHit };
}

/** A report of differences as lines. */
export function viewOfDiff(report: DiffReport): ReportView {
  const { entries, consumers, fails, differences } = report;
  const count = (severity: string) => entries.filter((one) => one.severity === severity).length;
  const found = [
    plural(count("error"), "error"),
    plural(count("warning"), "warning"),
    plural(count("note"), "note"),
  ].join(", ");
  const whom =
    consumers === null ? "" : ` for ${plural(consumers.length, "consumer")} (${consumers.join(", ")})`;
  return {
    name: "contract diff",
    items: entries.map((one) => toItem(one, report)),
    operations: [...new Set(entries.flatMap(({ operation }) => operation ?? []))].sort(),
    remarks: [],
    summary: `diff: ${found}${whom}, of ${plural(differences, "difference")} · exit ${fails ? 1 : 0}`,
    passes: !fails,
  };
}

function toItem(entry: ImpactEntry, { failOn }: DiffReport): ReportItem {
  const { change, severity, operation, location, message, remedy, hits, mayHit, direction } = entry;
  return {
    ...{ id: change, title: `${change.replaceAll("-", " ")} (${direction})`, level: severity },
    ...{ operation, location, message, fix: remedy, count: 1, source: null, waived: null },
    details: [
      ...(hits.length > 0 ? [`hits: ${hits.join(", ")}`] : []),
      ...(mayHit.length > 0 ? [`may hit: ${mayHit.join(", ")}`] : []),
    ],
    fails: severity === "error" ? failOn !== "none" : severity === "warning" && failOn === "warning",
  };
}
