import { existsSync } from "node:fs";
import { InputError, usageIn, writeReportFile } from "@kombo-mock/contract/cli";
import type { ReportItem } from "@kombo-mock/contract/report";
import {
  compareUsages,
  mergeUsages,
  type Usage,
  type UsageComparison,
  type UsageGap,
  writeUsage,
} from "@kombo-mock/contract/usage";
import { InvalidArgumentError } from "commander";
import { OptionError } from "../option-values.ts";

/** What is to be done with the file that says what the consumer uses. */
export interface UsageTask {
  readonly what: "write" | "check";
  readonly file: string;
}

const usageFile = "kombo-usage.json";

/** Reads `--usage write`, `--usage check=payroll/kombo-usage.json`. */
export function usageTask(text: string): UsageTask {
  const [, what, file = usageFile] = /^(write|check)(?:=(.+))?$/s.exec(text) ?? [];
  if (what === "write" || what === "check") return { what, file };
  throw new InvalidArgumentError("It must be write or check, each with =FILE or without.");
}

/** The task that the options ask for: what is inferred is written, and never only checked. */
export function usageTaskOf({
  usage,
  inferUsage,
}: {
  readonly usage?: UsageTask;
  readonly inferUsage?: true;
}): UsageTask | undefined {
  if (inferUsage && usage?.what === "check")
    throw new OptionError("--infer-usage writes what it finds: use it with --usage write, or alone.");
  return usage ?? (inferUsage ? { what: "write", file: usageFile } : undefined);
}

/** What the file says before the tests run; what is wrong with it is told at once. */
export function committedUsage({ what, file }: UsageTask): Usage {
  if (existsSync(file)) return usageIn(file);
  if (what === "write") return { version: 1, operations: {} };
  throw new InputError(`"${file}" is not there. Write it with --usage write, and commit it.`);
}

/** What came of the task, as it stands in reports. */
export interface UsageOutcome extends UsageComparison {
  readonly file: string;
  /** Whether the run fails for what the file lacks. */
  readonly fails: boolean;
}

/** Compares what a run used with the file. A run whose tests failed may have used less than it would. */
export function usageOutcome(
  { what, file }: UsageTask,
  committed: Usage,
  used: Usage,
  isComplete: boolean,
): UsageOutcome {
  const { lacking, unused } = compareUsages(committed, used);
  return {
    ...{ file, lacking, unused: isComplete ? unused : [] },
    fails: what === "check" && lacking.length > 0,
  };
}

/** Adds what was used to what the file says, which stays: also what a person has declared. */
export function writeUsageFile({ file }: UsageTask, committed: Usage, used: Usage): void {
  const named = committed.consumer === undefined ? {} : { consumer: committed.consumer };
  writeReportFile(file, writeUsage({ ...mergeUsages([committed, used]), ...named }));
}

/** What the file lacks, as lines of a report. */
export function itemsOfUsage({ file, lacking, fails }: UsageOutcome): ReportItem[] {
  if (!fails) return [];
  return lacking.map((gap) => ({
    id: "usage-not-committed",
    title: "The run uses what the file of usages does not name.",
    level: "error",
    ...{ operation: gap.operation, location: gap.what ?? "", source: file, count: 1 },
    message: `The tests ${verbOf(gap)}, which ${file} does not name.`,
    fix: `Run this once with --usage write in place of check, and commit ${file}.`,
    ...{ details: [], fails: true, waived: null },
  }));
}

/** What became of the file, and what it names that no test uses, each with what to do. */
export function linesOfUsage({ what, file }: UsageTask, outcome: UsageOutcome, isWritten: boolean): string[] {
  const { lacking, unused } = outcome;
  const counted = `${lacking.length} ${lacking.length === 1 ? "entry" : "entries"}`;
  const told = isWritten
    ? `usage: ${counted} added to ${file}.`
    : `usage: ${file} stays as it is until the tests pass.`;
  return [
    ...unused.map((gap) => {
      const named = gap.what === null ? gap.operation : `${gap.what} of ${gap.operation}`;
      return `${file} names ${named}, and no test uses it any more: test it, or take it out of the file.`;
    }),
    ...(what === "write" ? [told] : []),
  ];
}

function verbOf({ operation, what }: UsageGap): string {
  if (what === null) return `use ${operation}`;
  return `${/^[A-Z]/.test(what) ? "meet" : "send"} ${what}`;
}
