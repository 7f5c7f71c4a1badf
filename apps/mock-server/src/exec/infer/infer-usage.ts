import { plural, type ReportOptions } from "@kombo-mock/contract/report";
import { type Candidate, type Relied, searchRelied, type Usage } from "@kombo-mock/contract/usage";
import type { Variation } from "@kombo-mock/contract/variation";
import { type ExecSettings, runTests } from "../exec.ts";
import { VariedRun } from "../hostile/varied-run.ts";
import { Recording } from "../recording.ts";
import { stoppable } from "../stopping.ts";
import type { Field } from "./candidates.ts";

/** How the tests are run again. */
export interface InferSettings {
  readonly settings: ExecSettings;
  readonly options: ReportOptions;
  /** How many further runs may be made. */
  readonly budget: number;
  /** How long the unchanged tests took, in milliseconds. */
  readonly took: number;
}

/** How much longer than unchanged tests may take, in milliseconds, before they count as failed. */
const patience = { times: 3, more: 15_000 };

/** Runs the tests again and again with fields changed, on servers of their own, and tells of it on standard error. */
export function inferRelied(
  candidates: readonly (Candidate<Variation> & Field)[],
  { settings, options, budget, took }: InferSettings,
  tell: (line: string) => void,
): Promise<Relied> {
  let runs = 0;
  tell(`${candidates.length} fields of answers can be changed; at most ${budget} runs`);
  return stoppable("The inference", (assertRunning) =>
    searchRelied(
      candidates,
      async (variations) => {
        const run = new VariedRun(variations, { varyGiven: true });
        const recording = new Recording(options);
        const timeout = took * patience.times + patience.more;
        const ended = await runTests(run.of(settings, recording), { recording, captured: true, timeout });
        run.result(ended, recording);
        assertRunning();
        const outcome = ended.status === 0 ? "green" : "red";
        const what = variations.length === 0 ? "unchanged" : `${variations.length} changed`;
        tell(`run ${++runs} of at most ${budget}: ${what}: ${outcome}`);
        return outcome;
      },
      budget,
    ),
  );
}

/** What was observed, as a usage. */
export function observedUsage(observed: readonly Field[]): Usage {
  const operations = Map.groupBy(observed, ({ operation }) => operation);
  const entries = [...operations].map(([operation, fields]) => [
    operation,
    { response_fields: Object.fromEntries(fields.map(({ place }) => [place, "observed"])) },
  ]);
  return { version: 1, operations: Object.fromEntries(entries) };
}

/** What came of it, as lines for people. */
export function linesOfInference(
  { observed, together, unknown, isFlaky, runs }: Relied,
  command: readonly string[],
): string[] {
  if (isFlaky) {
    const named = command.join(" ");
    return [
      `usage: the tests "${named}" are flaky: they fail and pass with the same answers, so nothing is inferred.`,
    ];
  }
  return [
    `usage: ${plural(observed.length, "field")} observed in ${plural(runs, "run")}${observed.length === 0 ? "." : ":"}`,
    ...observed.map((name) => `  ${name}`),
    ...together.map((set) => `  only together, so not noted: ${listed(set)}`),
    ...(unknown.length === 0
      ? []
      : [
          `  unknown, since the runs did not suffice: ${listed(unknown)}. Run it again, or with a greater --budget.`,
        ]),
  ];
}

const mostListed = 5;

function listed(names: readonly string[]): string {
  const rest = names.length - mostListed;
  return `${names.slice(0, mostListed).join(", ")}${rest > 0 ? ` and ${rest} more` : ""}`;
}
