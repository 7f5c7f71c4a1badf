import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { printVariation, type Variation, type VariationOperation } from "@kombo-mock/contract/variation";
import type { Finding } from "@kombo-mock/msw/core";
import type { ExecSettings } from "../exec.ts";
import { HabitWatch, habitLines } from "../habits/habit-watch.ts";
import type { Recording } from "../recording.ts";
import type { Ended } from "../run-command.ts";
import type { RunResult } from "./run-hostile.ts";

/** What mocks inside the tests append to the file beside the one with their variations. */
type ToldLine = Finding | { readonly webhook: string };

/** How the mocks of one run are told what to vary, and what they tell of it: the server, and those inside the tests. */
export class VariedRun {
  readonly #folder = mkdtempSync(join(tmpdir(), "kombo-mock-hostile-"));
  readonly #told: ToldLine[] = [];
  readonly #variations: readonly string[];
  readonly #watch = new HabitWatch();
  readonly #varyGiven: boolean;

  /** `varyGiven` varies also what the tests gave. */
  constructor(variations: readonly Variation[], { varyGiven = false } = {}) {
    this.#varyGiven = varyGiven;
    this.#variations = variations.map(printVariation);
    writeFileSync(this.#file, JSON.stringify(this.#variations));
  }

  /** The settings with which the tests run so; what they do is recorded there. */
  of(settings: ExecSettings, recording: Recording): ExecSettings {
    recording.onExchange((recorded) => this.#watch.add(recorded));
    return {
      ...settings,
      mock: {
        ...settings.mock,
        variations: this.#variations,
        varyGiven: this.#varyGiven,
        onFinding: (finding) => this.#told.push(finding),
        onWebhook: (webhook) => this.#told.push({ webhook }),
        onDelivery: (delivery) => this.#watch.addDelivery(delivery),
      },
      variables: [
        ...settings.variables,
        { name: "KOMBO_MOCK_VARIATIONS", template: this.#file },
        { name: "KOMBO_MOCK_VARY_GIVEN", template: this.#varyGiven ? "1" : "" },
      ],
    };
  }

  /** What the run came to; its files are gone then. */
  result(ended: Ended, recording: Recording): RunResult {
    const told = [...this.#told, ...this.#toldInside()];
    rmSync(this.#folder, { recursive: true, force: true });
    const { entries, seen } = recording.report();
    const webhooks = new Set(
      told.flatMap((one) => ("webhook" in one ? [`webhook ${one.webhook}` as const] : [])),
    );
    // The keys are operations of the document.
    const operations = Object.keys(seen.operations) as VariationOperation[];
    return {
      ...ended,
      operations: [...operations, ...webhooks],
      violations: entries
        .filter(
          ({ blame, severity, waived }) => blame === "consumer" && severity === "error" && waived === null,
        )
        .map(({ rule, operation, location }) => `${rule} in ${operation ?? "no operation"} at ${location}`),
      habits: habitLines(this.#watch.seen()),
      shown: told.flatMap((one) => ("webhook" in one ? [] : [one])),
    };
  }

  get #file(): string {
    return join(this.#folder, "variations.json");
  }

  #toldInside(): ToldLine[] {
    const file = `${this.#file}.told.ndjson`;
    if (!existsSync(file)) return [];
    const text = readFileSync(file, "utf8");
    // A process that was killed while writing leaves half a line. All others were written by our own mocks.
    return text
      .split("\n")
      .slice(0, -1)
      .filter(Boolean)
      .map((line) => JSON.parse(line) as ToldLine);
  }
}
