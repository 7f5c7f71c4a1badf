import { mkdirSync, renameSync, statSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { InvalidArgumentError } from "commander";
import { InputError, reasonOf } from "../node/input-error.ts";
import { githubReport } from "../report/github.ts";
import { htmlReport } from "../report/html.ts";
import type { ReportView } from "../report/item.ts";
import { junitReport } from "../report/junit.ts";
import { prettyReport } from "../report/pretty.ts";
import { sarifReport } from "../report/sarif.ts";

const formats = ["pretty", "json", "junit", "html", "sarif", "github"] as const;

/** A report that was asked for: a form, and the file that it goes into; without one it is printed. */
export interface ReportTarget {
  readonly format: (typeof formats)[number];
  readonly file?: string;
}

/** Reads `--report json=out.json,github`, also given more than once. */
export function reportTargets(text: string, before: readonly ReportTarget[] = []): ReportTarget[] {
  const given = text.split(",").map((one): ReportTarget => {
    const [name = "", ...rest] = one.trim().split("=");
    const format = formats.find((known) => known === name);
    if (!format || one.endsWith("=")) {
      throw new InvalidArgumentError(`It must be one of ${formats.join(", ")}, each with =FILE or without.`);
    }
    return rest.length > 0 ? { format, file: rest.join("=") } : { format };
  });
  return [...before, ...given];
}

/** Writes the reports that were asked for; `data` is what JSON holds. */
export function writeReports(targets: readonly ReportTarget[], view: ReportView, data: unknown): void {
  const isPrinted = targets.some(({ file }) => file === undefined);
  const all: readonly ReportTarget[] = isPrinted ? targets : [{ format: "pretty" }, ...targets];
  for (const { format, file } of all) {
    const text = renderReport(format, view, data);
    if (file === undefined) process.stdout.write(text);
    else writeReportFile(file, text);
  }
}

/** A report as text that ends with a line's end. */
export function renderReport(format: ReportTarget["format"], view: ReportView, data: unknown): string {
  const text = format === "json" ? JSON.stringify(data, null, 2) : writers[format](view);
  return text.endsWith("\n") ? text : `${text}\n`;
}

const writers: Readonly<Record<Exclude<ReportTarget["format"], "json">, (view: ReportView) => string>> = {
  pretty: prettyReport,
  junit: junitReport,
  html: htmlReport,
  sarif: sarifReport,
  github: githubReport,
};

/** Writes a report's file, and the folder that it goes into. */
export function writeReportFile(file: string, text: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    // A pipe or a device takes no other file's place.
    const isPlain = statSync(file, { throwIfNoEntry: false })?.isFile() ?? true;
    const written = isPlain ? `${file}.part` : file;
    writeFileSync(written, text);
    // Whoever reads it, or ends this process, meets a whole report: the one before or this one.
    if (isPlain) renameSync(written, file);
  } catch (error) {
    throw new InputError(`The report "${file}" cannot be written: ${reasonOf(error)}.`);
  }
}
