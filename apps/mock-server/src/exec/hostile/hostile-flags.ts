import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { faultOfVariation, parseVariation, type Variation } from "@kombo-mock/contract/variation";
import { type Command, InvalidArgumentError, Option } from "commander";
import { option } from "../../option.ts";
import { wholeNumber } from "../../option-values.ts";
import type { HostileSettings } from "./run-hostile.ts";

/** From which kind of finding on a hostile mode fails. */
export type HostileFailOn = "crash" | "assertion" | "none";

/** What the command line says of a hostile mode. */
export interface HostileFlags {
  readonly hostile?: true | number;
  readonly hostileSeed: number;
  readonly budget: number;
  readonly hostileFaults?: true;
  readonly hostileReplay?: readonly Variation[];
  readonly hostileFailOn: HostileFailOn;
}

const usualVariants = 10;

/** Adds the options of the hostile mode. */
export function addHostileFlags(command: Command): Command {
  return command
    .addOption(
      new Option(
        "--hostile [variants]",
        `run the tests again with answers that are unusual yet valid, in so many variants (${usualVariants} unless told)`,
      ).argParser(wholeNumber(1, 1_000)),
    )
    .addOption(
      option("--hostile-seed <number>", "chooses the variants; the same seed gives the same ones")
        .default(1)
        .argParser(wholeNumber(0, 4_294_967_295)),
    )
    .addOption(
      option(
        "--budget <runs>",
        "how many further runs --hostile may repeat and reduce with, and --infer-usage may make",
      )
        .default(30)
        .argParser(wholeNumber(0, 100_000)),
    )
    .addOption(
      option(
        "--hostile-faults",
        "also let a read fail once, with 429, 503 or a lost connection: for clients that try again",
      ),
    )
    .addOption(
      new Option(
        "--hostile-replay <variation>",
        'run the tests again with this alone, such as "GET /hris/employees work_email=null"; may be repeated',
      ).argParser(replayed),
    )
    .addOption(
      new Option(
        "--hostile-fail-on <kind>",
        "what makes the exit code 1; what violates the contract counts as a crash",
      )
        .choices(["crash", "assertion", "none"])
        .default("crash"),
    );
}

/** What a hostile mode is to do; undefined where none was asked for. */
export function hostileSettings(flags: HostileFlags): HostileSettings | undefined {
  const { hostile, hostileSeed, budget, hostileFaults = false, hostileReplay = [] } = flags;
  if (hostile === undefined && hostileReplay.length === 0) return undefined;
  const variants = typeof hostile === "number" ? hostile : usualVariants;
  return {
    variants,
    seed: hostileSeed,
    budget,
    faults: hostileFaults,
    replay: hostileReplay,
    document: readDocument(),
  };
}

/** The document of the API: large, so that it is read only where it is needed. */
function readDocument(): unknown {
  return JSON.parse(
    readFileSync(fileURLToPath(import.meta.resolve("@kombo-mock/openapi/openapi.json")), "utf8"),
  );
}

function replayed(text: string, before: readonly Variation[] = []): Variation[] {
  const variation = read(text);
  const fault = faultOfVariation(variation, readDocument());
  if (fault !== undefined) throw new InvalidArgumentError(fault);
  return [...before, variation];
}

function read(text: string): Variation {
  try {
    return parseVariation(text);
  } catch (error) {
    throw new InvalidArgumentError(error instanceof Error ? error.message : String(error));
  }
}
