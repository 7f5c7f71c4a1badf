import { ruleTexts } from "../rules.ts";
import type { CheckReport, ReportEntry } from "./report.ts";

/** One line of any report, whether a violation or a difference between documents. */
export interface ReportItem {
  /** The name of the rule, or of the change. */
  readonly id: string;
  /** What the rule is about. */
  readonly title: string;
  readonly level: "error" | "warning" | "note";
  readonly operation: string | null;
  readonly location: string;
  readonly message: string;
  /** What to do. */
  readonly fix: string;
  readonly count: number;
  /** The file in which it was seen first. */
  readonly source: string | null;
  /** Further facts, one a line. */
  readonly details: readonly string[];
  readonly fails: boolean;
  readonly waived: string | null;
}

/** Something beside the judgement, such as coverage. */
export interface ReportSection {
  readonly title: string;
  readonly lines: readonly string[];
}

/** What every reporter writes about. */
export interface ReportView {
  /** What ran: `contract check`. */
  readonly name: string;
  readonly items: readonly ReportItem[];
  /** Operations that were seen; each without a failure counts as passed. */
  readonly operations: readonly string[];
  /** Sentences about the run as a whole. */
  readonly remarks: readonly string[];
  /** What else was asked for, as lines of text; only reports for people have it. */
  readonly sections?: readonly ReportSection[];
  /** The last line, with the cause of the exit code. */
  readonly summary: string;
  readonly passes: boolean;
}

/** A check's report as lines. */
export function viewOf(report: CheckReport): ReportView {
  return {
    name: report.kind === "exec" ? "exec" : `contract ${report.kind}`,
    items: report.entries.map(toItem),
    operations: Object.keys(report.seen.operations),
    remarks: remarksOf(report),
    summary: summaryOf(report),
    passes: report.cause === null,
  };
}

function toItem(entry: ReportEntry): ReportItem {
  const { rule, severity, blame, operation, location, message, count, first, tests, fails, waived } = entry;
  const { title, effect, fix } = ruleTexts[rule];
  const number = first.exchange === 0 ? null : `exchange ${first.exchange}`;
  const place = [first.source, number].filter((one) => one !== null).join(", ");
  const where = place === "" ? [] : [`first seen: ${place}`];
  const what = first.request === undefined ? [] : [`request: ${first.request}`];
  const who = tests.length > 0 ? [`sent by: ${tests.join("; ")}`] : [];
  return {
    ...{ id: rule, title, level: severity, operation, location, message, fix, count, fails, waived },
    source: first.source,
    details: [`what follows: ${effect}`, ...what, ...where, ...who, `to blame: the ${blame}`],
  };
}

function remarksOf({ waivers, uncounted, seen }: CheckReport): string[] {
  const named = (one: { rule: string; operation: string }) => `${one.rule} at ${one.operation}`;
  return [
    ...waivers.expired.map((one) => `The waiver of ${named(one)} ran out on ${one.until}: ${one.reason}`),
    ...waivers.unused.map((one) => `The waiver of ${named(one)} is not needed any more: ${one.reason}`),
    ...(uncounted > 0
      ? [`${uncounted} more violations are not listed, since there are too many different ones.`]
      : []),
    ...(seen.skipped > 0 ? [`${plural(seen.skipped, "exchange")} with other hosts skipped.`] : []),
  ];
}

function summaryOf(report: CheckReport): string {
  const { seen, cause, kind } = report;
  const count = (level: string) =>
    report.entries.filter((one) => one.severity === level && one.waived === null).length;
  const found = [
    plural(count("error"), "error"),
    plural(count("warning"), "warning"),
    plural(count("note"), "note"),
  ].join(", ");
  const waived = report.entries.filter((one) => one.waived !== null).length;
  const where = `${plural(seen.exchanges, "exchange")} with ${plural(Object.keys(seen.operations).length, "operation")}`;
  const exit = {
    contract: "exit 1 (contract)",
    "no-evidence": "exit 1 (nothing was there to judge; --allow-empty lets that pass)",
    ok: "exit 0",
  }[cause ?? "ok"];
  return `${kind}: ${found}${waived > 0 ? `, ${waived} waived` : ""} in ${where} · ${exit}`;
}

/** A number with its noun. */
export function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? "" : "s"}`;
}
