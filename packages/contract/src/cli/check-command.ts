import { existsSync } from "node:fs";
import { type Operation, operations } from "@kombo-mock/openapi";
import { Command, Option } from "commander";
import { nearestOperation } from "../exchange.ts";
import { checkBodies, checkRecordings } from "../node/check-recordings.ts";
import { InputError } from "../node/input-error.ts";
import { readData, shownPath } from "../node/read-files.ts";
import { viewOf } from "../report/item.ts";
import type { FailOn, ReportOptions } from "../report/report.ts";
import { readContractFile, type Waiver } from "../report/waiver.ts";
import { type ReportTarget, reportTargets, writeReports } from "./output.ts";

interface CheckFlags {
  readonly failOn: FailOn;
  readonly report?: readonly ReportTarget[];
  readonly allowEmpty?: true;
  readonly config?: string;
  readonly baseUrl?: readonly string[];
}

/** `contract check`: judges recordings, or files that hold bodies. */
export function checkCommand(): Command {
  return new Command("check")
    .description("judge recorded exchanges, or bodies of an operation, against the document")
    .argument(
      "<files...>",
      'recordings and folders; or an operation such as "GET /hris/employees" and files with its answers',
    )
    .addOption(failOnOption())
    .addOption(reportOption())
    .option("--allow-empty", "pass also when nothing was there to judge")
    .option("--config <file>", "waivers; kombo-contract.json where there is one")
    .option("--base-url <url>", "another address of the API, also given more than once", collect)
    .action(async (files: readonly string[], flags: CheckFlags) => {
      const options = reportOptions("check", flags, flags.allowEmpty === true);
      const [first = "", ...rest] = files;
      const report = /^[A-Za-z]+ \//.test(first)
        ? checkBodies(operationNamed(first), rest, options)
        : await checkRecordings(files, {
            ...options,
            baseUrls: flags.baseUrl ?? [],
            tell: (line) => process.stderr.write(`${line}\n`),
          });
      writeReports(flags.report ?? [], viewOf(report), report);
      process.exitCode = report.cause === null ? 0 : 1;
    });
}

/** `--fail-on`, the same for every command that judges. */
export function failOnOption(): Option {
  return new Option("--fail-on <severity>", "from which severity on the exit code is 1")
    .choices(["error", "warning", "none"])
    .default("error");
}

/** `--report`, the same for every command. */
export function reportOption(): Option {
  return new Option(
    "--report <format[=file]>",
    "pretty, json, junit, html, sarif or github; comma-separated or given more than once",
  ).argParser(reportTargets);
}

/** Collects the values of an option that may be given more than once. */
export function collect(value: string, before: readonly string[] = []): string[] {
  return [...before, value];
}

/** How a run is judged as a whole, by its flags and the file of waivers. */
export function reportOptions(
  kind: ReportOptions["kind"],
  flags: { readonly failOn: FailOn; readonly config?: string },
  allowEmpty: boolean,
): ReportOptions {
  // The clock is read here, at the edge, and nowhere below.
  const today = new Date().toISOString().slice(0, 10);
  return { kind, failOn: flags.failOn, allowEmpty, waivers: readWaivers(flags.config), today };
}

const contractFile = "kombo-contract.json";

function readWaivers(given: string | undefined): readonly Waiver[] {
  if (given === undefined && !existsSync(contractFile)) return [];
  const path = given ?? contractFile;
  const { file, faults } = readContractFile(readData(path));
  if (faults.length > 0) throw new InputError([`"${shownPath(path)}" is not right:`, ...faults].join("\n  "));
  return file.waivers;
}

function operationNamed(text: string): Operation {
  const found = (Object.keys(operations) as Operation[]).find((one) => one === text);
  if (found) return found;
  const nearest = nearestOperation(text);
  throw new InputError(`There is no operation "${text}".${nearest ? ` Did you mean "${nearest}"?` : ""}`);
}
