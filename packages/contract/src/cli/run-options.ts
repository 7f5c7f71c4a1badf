import { existsSync, writeFileSync } from "node:fs";
import { Option } from "commander";
import { InputError, reasonOf } from "../node/input-error.ts";
import { readData, shownPath } from "../node/read-files.ts";
import type { CheckReport, FailOn, ReportEntry, ReportOptions } from "../report/report.ts";
import {
  type BaselineEntry,
  baselineReason,
  type ContractFile,
  readContractFile,
  waiversOf,
} from "../report/waiver.ts";
import { reportTargets } from "./output.ts";

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
  return { kind, failOn: flags.failOn, allowEmpty, waivers: waiversOf(readFile(flags.config)), today };
}

const contractFile = "kombo-contract.json";

function readFile(given: string | undefined): ContractFile {
  if (given === undefined && !existsSync(contractFile)) return { waivers: [], baseline: [] };
  const path = given ?? contractFile;
  const { file, faults } = readContractFile(readData(path));
  if (faults.length > 0) throw new InputError([`"${shownPath(path)}" is not right:`, ...faults].join("\n  "));
  return file;
}

/**
 * Writes what a run found and nobody waived into the file of waivers, as what is there today; its other contents stay.
 * Answers the file's name and how many entries it holds.
 */
export function writeBaseline(
  given: string | undefined,
  { entries }: CheckReport,
): { readonly file: string; readonly count: number } {
  const path = given ?? contractFile;
  const baseline = entries.filter(isOfBaseline).map(toBaselineEntry);
  const before = existsSync(path) ? readData(path) : {};
  readFile(existsSync(path) ? path : undefined);
  try {
    // It was just held against its form, so it is an object.
    writeFileSync(path, `${JSON.stringify({ ...(before as object), baseline }, null, 2)}\n`);
  } catch (error) {
    throw new InputError(`The baseline "${shownPath(path)}" cannot be written: ${reasonOf(error)}.`);
  }
  return { file: shownPath(path), count: baseline.length };
}

/** What an earlier baseline held is in the next one only if it is still seen. */
function isOfBaseline({ blame, severity, waived }: ReportEntry): boolean {
  return blame === "consumer" && severity !== "note" && (waived === null || waived === baselineReason);
}

function toBaselineEntry({ rule, operation, location, message }: ReportEntry): BaselineEntry {
  return { rule, operation, location, ...(operation === null ? { message } : {}) };
}
