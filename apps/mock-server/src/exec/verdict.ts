import {
  type CheckReport,
  plural,
  type ReportItem,
  type ReportView,
  viewOf,
} from "@kombo-mock/contract/report";
import type { Ended } from "./run-command.ts";
import type { UsageOutcome } from "./usage-task.ts";

/** A violation that a test meant and that never came. */
export interface Unmet {
  readonly rule: string;
  readonly operation: string | null;
  readonly location: string | null;
  /** The test that means it. */
  readonly label: string | null;
}

/** Why a run ends as it does. */
type Cause = "tests" | "contract" | "hostile" | "no-evidence" | "usage" | null;

/** What a hostile mode adds to a verdict. */
export interface HostileVerdict {
  readonly fails: boolean;
  readonly summary: string;
  readonly items: readonly ReportItem[];
  /** What JSON reports hold of it. */
  readonly data: object;
}

/** What a run came to as a whole. */
export interface Verdict {
  readonly cause: Cause;
  readonly exitCode: number;
  /** The last line that is printed. */
  readonly line: string;
}

/**
 * Judges a run: the command's own status wins, then the contract, then whether there was anything to judge, then what was
 * asked for beside that.
 */
export function verdictOf(
  ended: Ended,
  report: CheckReport,
  unmet: readonly Unmet[],
  hostile?: HostileVerdict,
  usage?: Pick<UsageOutcome, "lacking" | "fails">,
): Verdict {
  const asked = hostile?.fails ? "hostile" : usage?.fails ? "usage" : null;
  const cause = causeOf(ended, report, unmet) ?? asked;
  const exitCode = cause === "tests" ? ended.status : cause === null ? 0 : 1;
  const exit = {
    tests: " (tests)",
    contract: " (contract)",
    hostile: " (hostile)",
    "no-evidence": ` (${noEvidence(report)})`,
    usage: " (usage)",
    none: "",
  };
  const line = [
    `tests: ${testsOf(ended)}`,
    `contract: ${contractOf(report, unmet)}`,
    ...(hostile ? [hostile.summary] : []),
    ...(usage?.fails ? [`usage: ${usage.lacking.length} not committed`] : []),
    `exit ${exitCode}${exit[cause ?? "none"]}`,
  ].join(" · ");
  return { cause, exitCode, line };
}

/** The report as reporters write it. */
export function execView(
  report: CheckReport,
  verdict: Verdict,
  unmet: readonly Unmet[],
  hostile?: HostileVerdict,
): ReportView {
  const view = viewOf(report);
  return {
    ...view,
    items: [...unmet.map(itemOf), ...view.items, ...(hostile?.items ?? [])],
    summary: verdict.line,
    passes: verdict.cause === null,
  };
}

function causeOf(ended: Ended, report: CheckReport, unmet: readonly Unmet[]): Cause {
  if (ended.status !== 0) return "tests";
  if (report.cause === "contract" || (unmet.length > 0 && report.failOn !== "none")) return "contract";
  return report.cause;
}

function noEvidence({ seen }: CheckReport): string {
  const what = seen.exchanges === 0 ? "no request arrived" : "no request arrived that the mock could accept";
  return `${what}; --allow-empty lets that pass`;
}

function testsOf({ status, signal, timedOut }: Ended): string {
  if (timedOut) return "took too long";
  if (signal !== null) return `ended by ${signal}`;
  return status === 0 ? "passed" : `failed (${status})`;
}

function contractOf({ entries, seen }: CheckReport, unmet: readonly Unmet[]): string {
  const of = (blame: string, severity: string) =>
    entries.filter((one) => one.waived === null && one.blame === blame && one.severity === severity).length;
  const counts = [
    plural(of("consumer", "error") + unmet.length, "error"),
    ...optional(of("consumer", "warning"), "warning"),
    ...optional(of("provider", "error"), "defect", " of the mock"),
    ...optional(entries.filter(({ waived }) => waived !== null).length, "waived", "", ""),
  ].join(", ");
  const operations = Object.keys(seen.operations).length;
  return `${counts} in ${plural(seen.exchanges, "request")} to ${plural(operations, "operation")}`;
}

function optional(count: number, word: string, rest = "", many = "s"): string[] {
  return count === 0 ? [] : [`${count} ${word}${count === 1 ? "" : many}${rest}`];
}

function itemOf({ rule, operation, location, label }: Unmet): ReportItem {
  const where = location === null ? "" : ` at ${location}`;
  return {
    id: rule,
    title: "A violation that was meant never came.",
    level: "error",
    ...{ operation, location: location ?? "" },
    message: `A test expects the violation "${rule}"${where}, and it did not come.`,
    fix: "Let the test send what breaks the rule, or take expectViolation out of it.",
    count: 1,
    source: null,
    details: label === null ? [] : [`expected by: ${label}`],
    ...{ fails: true, waived: null },
  };
}
