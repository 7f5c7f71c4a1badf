import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { InputError, type ReportTarget, renderReport, writeReportFile } from "@kombo-mock/contract/cli";
import type { CheckReport, ReportView } from "@kombo-mock/contract/report";

const reports = [
  ["json", "report.json"],
  ["junit", "junit.xml"],
  ["html", "report.html"],
] as const;

/** The folder of `--artifacts`: what stands in it is as complete as the run, at any time. */
export class Artifacts {
  readonly #folder: string;

  /** Makes the folder, and takes out what an earlier run has left of its own files. */
  constructor(folder: string) {
    this.#folder = folder;
    try {
      mkdirSync(folder, { recursive: true });
      for (const name of ["run.json", "journal", ...reports.map(([, file]) => file)])
        rmSync(join(folder, name), { recursive: true, force: true });
      writeFileSync(join(folder, "journal.ndjson"), "");
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new InputError(`The folder "${folder}" of --artifacts cannot be written to: ${reason}.`);
    }
  }

  /** The journal, and what reports call it. */
  get journal(): { readonly file: string; readonly shown: string } {
    const file = join(this.#folder, "journal.ndjson");
    return { file, shown: relative(process.cwd(), file).split(sep).join("/") };
  }

  /** Where mocks inside the tests write. */
  get inProcess(): string {
    return join(this.#folder, "journal");
  }

  write(run: object, view: ReportView, report: CheckReport): void {
    for (const [format, file] of reports)
      writeReportFile(join(this.#folder, file), renderReport(format, view, report));
    // Last, so that whoever finds it finds the others too.
    writeReportFile(join(this.#folder, "run.json"), `${JSON.stringify(run, null, 2)}\n`);
  }
}

/** Writes those reports that go into files. */
export function writeFiles(targets: readonly ReportTarget[], view: ReportView, report: CheckReport): void {
  for (const { format, file } of targets)
    if (file !== undefined) writeReportFile(file, renderReport(format, view, report));
}
