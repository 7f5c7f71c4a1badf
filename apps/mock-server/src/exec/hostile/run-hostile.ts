import { chooseVariants, classifyFailure, reduce } from "@kombo-mock/contract/hostile";
import { plural } from "@kombo-mock/contract/report";
import {
  possibleVariations,
  printVariation,
  type Variation,
  type VariationOperation,
} from "@kombo-mock/contract/variation";
import { type FindingKind, findingOf, type HostileFinding } from "./finding.ts";

/** What one run of the tests came to. */
export interface RunResult {
  /** The exit status. */
  readonly status: number;
  readonly signal: string | null;
  readonly timedOut: boolean;
  readonly output: string;
  /** The operations and webhooks that were used: `GET /hris/employees`, `webhook data-changed`. */
  readonly operations: readonly VariationOperation[];
  /** What was wrong with the requests, each in a line that is the same for the same fault. */
  readonly violations: readonly string[];
  /** What is wrong from request to request, each in a line; those that are told without variations too stand apart. */
  readonly habits?: { readonly all: readonly string[]; readonly plain: readonly string[] };
  /** What variations showed that no test sees, such as a forged webhook that was accepted. */
  readonly shown: readonly { readonly variation: string; readonly message: string }[];
}

/** What a hostile mode is asked to do. */
export interface HostileSettings {
  /** How many variants are run. */
  readonly variants: number;
  readonly seed: number;
  /** How many further runs may be made, to repeat and to reduce what is red. */
  readonly budget: number;
  /** Whether reads fail once, too: only clients that try again bear that. */
  readonly faults: boolean;
  /** Only these, once, in place of variants. */
  readonly replay: readonly Variation[];
  /** The OpenAPI document, parsed. */
  readonly document: unknown;
}

/** What came of it. */
export interface HostileOutcome {
  /** Whether the tests passed unchanged; if they did not, nothing was varied. */
  readonly isGreen: boolean;
  /** How often the tests ran, the unchanged run included. */
  readonly runs: number;
  readonly variants: number;
  readonly findings: readonly HostileFinding[];
}

interface Told {
  readonly kind: Exclude<FindingKind, "flaky">;
  readonly message: string;
}

/**
 * Runs the tests unchanged and then with variants of valid answers. What is red is run again, since tests may be flaky, and
 * then reduced as far as the budget goes. What was found once is left out of the variants that follow.
 */
export async function runHostile(
  settings: HostileSettings,
  runOnce: (variations: readonly Variation[]) => Promise<RunResult>,
  tell: (line: string) => void,
): Promise<HostileOutcome> {
  const green = await runOnce([]);
  if (green.status !== 0) {
    tell("the tests fail unchanged, so nothing is varied");
    return { isGreen: false, runs: 1, variants: 0, findings: [] };
  }
  const hunt = new Hunt(settings, green, runOnce, tell);
  for (const message of green.habits?.plain ?? []) hunt.addHabit(message);
  if (settings.replay.length > 0) await hunt.try(settings.replay, "replay", { isRepeated: true });
  else {
    const possible = green.operations
      .flatMap((one) => possibleVariations(one, settings.document))
      .filter(({ at }) => settings.faults || at !== "fault");
    const variants = chooseVariants(possible, { seed: settings.seed, count: settings.variants });
    const used = `${plural(green.operations.length, "operation")} with ${plural(possible.length, "variation")}`;
    tell(`unchanged: green, ${used}`);
    for (const [index, variant] of variants.entries())
      await hunt.try(variant, `variant ${index + 1} of ${variants.length}`, { isRepeated: false });
  }
  return hunt.outcome;
}

/** A hunt for what unusual answers show: how many runs were made, and what they found. */
class Hunt {
  readonly #settings: HostileSettings;
  readonly #green: RunResult;
  readonly #runOnce: (variations: readonly Variation[]) => Promise<RunResult>;
  readonly #tell: (line: string) => void;
  readonly #findings: HostileFinding[] = [];
  #runs = 1;
  #variants = 0;
  #left: number;

  constructor(
    settings: HostileSettings,
    green: RunResult,
    runOnce: (variations: readonly Variation[]) => Promise<RunResult>,
    tell: (line: string) => void,
  ) {
    this.#settings = settings;
    this.#green = green;
    this.#runOnce = runOnce;
    this.#tell = tell;
    this.#left = settings.budget;
  }

  get outcome(): HostileOutcome {
    return { isGreen: true, runs: this.#runs, variants: this.#variants, findings: this.#findings };
  }

  /** Notes what the tests do from request to request, whatever they are answered. */
  addHabit(message: string): void {
    this.#tell(`unchanged: ${message}`);
    this.#add({ kind: "habit", message, variations: [], isSmallest: true });
  }

  /** Runs one set; what is red is run again and reduced. A replay is as small as somebody wants it. */
  async try(
    given: readonly Variation[],
    name: string,
    { isRepeated }: { readonly isRepeated: boolean },
  ): Promise<void> {
    const variations = isRepeated ? given : this.#withoutFound(given);
    if (variations.length === 0) return;
    this.#variants++;
    const told = await this.#run(variations);
    this.#tell(
      `${name}: ${told ? `${told.kind}, ${told.message || "no line of output tells why"}` : "green"}`,
    );
    if (!told) return;
    if (isRepeated) this.#add({ ...told, variations, isSmallest: true });
    else if (this.#left === 0) this.#add({ ...told, variations, isSmallest: false });
    else await this.#confirm(variations, told, name);
  }

  async #confirm(variations: readonly Variation[], first: Told, name: string): Promise<void> {
    this.#left--;
    const again = await this.#run(variations);
    if (!again) {
      this.#tell(`${name}: green when it runs again, so the tests are flaky`);
      this.#add({ ...first, kind: "flaky", variations, isSmallest: false });
      return;
    }
    let { message } = again;
    const { left, isSmallest, runs } = await reduce(
      variations,
      async (part) => {
        const now = await this.#run(part);
        const isSame = now?.kind === again.kind;
        if (isSame) message = now.message;
        this.#tell(
          `${name}: ${plural(part.length, "variation")} of ${variations.length}: ${isSame ? "red" : "green"}`,
        );
        return isSame ? "red" : "green";
      },
      this.#left,
    );
    this.#left -= runs;
    if (!isSmallest) this.#tell(`${name}: the budget of ${this.#settings.budget} runs is used up`);
    this.#add({ kind: again.kind, message, variations: left, isSmallest });
  }

  async #run(variations: readonly Variation[]): Promise<Told | undefined> {
    this.#runs++;
    const result = await this.#runOnce(variations);
    this.#noteShown(result, variations);
    if (result.status !== 0) return classifyFailure(result, this.#green);
    const violation = result.violations.find((one) => !this.#green.violations.includes(one));
    if (violation !== undefined) return { kind: "violation", message: violation };
    const isKnown = (one: string) =>
      this.#green.habits?.all.includes(one) || this.#findings.some(({ message }) => message === one);
    const habit = result.habits?.all.find((one) => !isKnown(one));
    return habit === undefined ? undefined : { kind: "habit", message: habit };
  }

  /** What a variation shows by itself needs no reducing. */
  #noteShown({ shown }: RunResult, variations: readonly Variation[]): void {
    for (const { variation, message } of shown) {
      const shows = variations.filter((one) => printVariation(one) === variation);
      const isKnown = this.#findings.some((finding) => finding.message === message);
      if (shows.length === 0 || isKnown) continue;
      this.#tell(`${variation}: ${message}`);
      this.#add({ kind: "violation", message, variations: shows, isSmallest: true });
    }
  }

  #add(finding: Omit<HostileFinding, "replay">): void {
    this.#findings.push(findingOf(finding));
  }

  /** A set without what is known to be red by itself, or together with others in it. */
  #withoutFound(variations: readonly Variation[]): readonly Variation[] {
    const found = this.#findings.filter(
      ({ kind, variations: needed, isSmallest }) =>
        kind !== "flaky" && isSmallest && needed.every((one) => variations.includes(one)),
    );
    return variations.filter((one) => !found.some((finding) => finding.variations.includes(one)));
  }
}
