import { globSync } from "node:fs";
import { basename, dirname, resolve } from "node:path";
import { Command } from "commander";
import { diffDocuments } from "../diff/diff-documents.ts";
import type { Difference } from "../diff/difference.ts";
import { DocumentError } from "../diff/document.ts";
import { type Consumer, makeDiffReport, viewOfDiff } from "../impact/diff-report.ts";
import { InputError } from "../node/input-error.ts";
import { readOpenApi } from "../node/read-document.ts";
import type { FailOn } from "../report/report.ts";
import { type ReportTarget, writeReports } from "./output.ts";
import { collect, failOnOption, reportOption } from "./run-options.ts";
import { usageIn } from "./usage-command.ts";

interface DiffFlags {
  readonly failOn: FailOn;
  readonly report?: readonly ReportTarget[];
  readonly consumer?: readonly string[];
}

/** `contract diff`: what changed between two documents, and whom it hits. */
export function diffCommand(): Command {
  return new Command("diff")
    .description(
      "compare two versions of the document: breaking changes for everybody, or for your consumers",
    )
    .argument("<old>", "a document, the folder of an installed package, or an installed package's name")
    .argument("<new>", "the same, later")
    .option("--consumer <glob>", "usage files of consumers, also given more than once", collect)
    .addOption(failOnOption())
    .addOption(reportOption())
    .action((before: string, after: string, flags: DiffFlags) => {
      const consumers = flags.consumer ? flags.consumer.flatMap(readConsumers) : null;
      const report = makeDiffReport(compare(before, after), consumers, flags.failOn);
      writeReports(flags.report ?? [], viewOfDiff(report), report);
      process.exitCode = report.fails ? 1 : 0;
    });
}

function compare(before: string, after: string): Difference[] {
  const [past, present] = [readOpenApi(before), readOpenApi(after)];
  try {
    return diffDocuments(past, present);
  } catch (error) {
    if (error instanceof DocumentError) throw new InputError(error.message);
    throw error;
  }
}

function readConsumers(pattern: string): Consumer[] {
  const files = globSync(pattern).sort();
  if (files.length === 0)
    throw new InputError(`No file matches "${pattern}", so nothing is known of a consumer.`);
  return files.map((file) => {
    const usage = usageIn(file);
    return { name: usage.consumer ?? basename(dirname(resolve(file))), usage };
  });
}
