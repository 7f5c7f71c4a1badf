import { type Operation, operations } from "@kombo-mock/openapi";
import { Command } from "commander";
import { nearestOperation } from "../exchange.ts";
import { checkBodies, checkRecordings } from "../node/check-recordings.ts";
import { InputError } from "../node/input-error.ts";
import { viewOf } from "../report/item.ts";
import type { FailOn } from "../report/report.ts";
import { type ReportTarget, writeReports } from "./output.ts";
import { collect, failOnOption, reportOption, reportOptions } from "./run-options.ts";

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

function operationNamed(text: string): Operation {
  const found = (Object.keys(operations) as Operation[]).find((one) => one === text);
  if (found) return found;
  const nearest = nearestOperation(text);
  throw new InputError(`There is no operation "${text}".${nearest ? ` Did you mean "${nearest}"?` : ""}`);
}
