import { Command, InvalidArgumentError, Option } from "commander";
import { coverageLines } from "../coverage/coverage-text.ts";
import { suggestionsOf } from "../coverage/suggestions.ts";
import { coverRecordings } from "../node/cover-recordings.ts";
import { type ReportTarget, reportTargets, writeReportFile } from "./output.ts";
import { collect } from "./run-options.ts";

interface CoverageFlags {
  readonly report?: readonly ReportTarget[];
  readonly baseUrl?: readonly string[];
}

/** `contract coverage`: which errors, states, pages and null values recordings hold, of the operations that they use. */
export function coverageCommand(): Command {
  return new Command("coverage")
    .description("tell what recorded tests never met of the operations that they use, and what to test next")
    .argument("<files...>", "recordings and folders, as `check` reads them")
    .addOption(
      new Option(
        "--report <format[=file]>",
        "pretty or json; comma-separated or given more than once",
      ).argParser(coverageTargets),
    )
    .option("--base-url <url>", "another address of the API, also given more than once", collect)
    .action(async (files: readonly string[], flags: CoverageFlags) => {
      const report = await coverRecordings(files, {
        baseUrls: flags.baseUrl ?? [],
        tell: (line) => process.stderr.write(`${line}\n`),
      });
      const targets = flags.report ?? [];
      const isPrinted = targets.some(({ file }) => file === undefined);
      for (const { format, file } of isPrinted
        ? targets
        : [{ format: "pretty", file: undefined }, ...targets]) {
        const text =
          format === "json"
            ? JSON.stringify({ ...report, next: suggestionsOf(report) }, null, 2)
            : coverageLines(report).join("\n");
        if (file === undefined) process.stdout.write(`${text}\n`);
        else writeReportFile(file, `${text}\n`);
      }
    });
}

function coverageTargets(text: string, before: readonly ReportTarget[] = []): ReportTarget[] {
  const targets = reportTargets(text, before);
  if (targets.every(({ format }) => format === "pretty" || format === "json")) return targets;
  throw new InvalidArgumentError("It must be pretty or json, each with =FILE or without.");
}
