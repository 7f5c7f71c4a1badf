import type { ReportOptions } from "@kombo-mock/contract/report";
import { type ExecSettings, type RunEnded, type RunHow, runTests } from "../exec.ts";
import { Recording } from "../recording.ts";
import { stoppable } from "../stopping.ts";
import type { HostileVerdict } from "../verdict.ts";
import type { HostileFailOn } from "./hostile-flags.ts";
import { fails, hostileData, hostileItems, hostileSummary } from "./hostile-report.ts";
import { type HostileOutcome, type HostileSettings, type RunResult, runHostile } from "./run-hostile.ts";
import { VariedRun } from "./varied-run.ts";

/** How much longer than unchanged tests may take, in milliseconds, before they count as hanging. */
const patience = { times: 3, more: 15_000 };

/** The tests, run unchanged: what came of it, and how long it took in milliseconds. */
export interface Unchanged {
  readonly ended: RunEnded;
  readonly result: RunResult;
  readonly took: number;
}

/** Runs the tests unchanged, and keeps what they print beside printing it. */
export async function runUnchanged(
  settings: ExecSettings,
  how: Omit<RunHow, "captured" | "echo">,
): Promise<Unchanged> {
  const run = new VariedRun([]);
  const start = performance.now();
  const ended = await runTests(run.of(settings, how.recording), { ...how, captured: true, echo: true });
  const took = performance.now() - start;
  return { ended, result: run.result(ended, how.recording), took };
}

/** Varies what the tests are answered, each time on a server of its own, and tells of it on standard error. */
export function huntWith(
  hostile: HostileSettings,
  unchanged: Unchanged,
  { settings, options }: { readonly settings: ExecSettings; readonly options: ReportOptions },
): Promise<HostileOutcome> {
  const timeout = unchanged.took * patience.times + patience.more;
  return stoppable("The hostile mode", (assertRunning) =>
    runHostile(
      hostile,
      async (variations) => {
        if (variations.length === 0) return unchanged.result;
        const run = new VariedRun(variations);
        const recording = new Recording(options);
        const ended = await runTests(run.of(settings, recording), { recording, captured: true, timeout });
        const result = run.result(ended, recording);
        assertRunning();
        return result;
      },
      (line) => process.stderr.write(`hostile: ${line}\n`),
    ),
  );
}

/** What a hostile mode adds to the verdict and the reports. */
export function hostileVerdict(outcome: HostileOutcome, failOn: HostileFailOn): HostileVerdict {
  return {
    fails: outcome.findings.some((finding) => fails(finding, failOn)),
    summary: hostileSummary(outcome),
    items: hostileItems(outcome, failOn),
    data: hostileData(outcome),
  };
}
