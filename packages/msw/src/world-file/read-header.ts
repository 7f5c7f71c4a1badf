import { nearestName } from "@kombo-mock/contract/judge";
import { generation, type World, worlds } from "@kombo-mock/factories/worlds";
import * as v from "valibot";
import { inputFaults, instant } from "../control/inputs.ts";
import { isObject, shown } from "../control/seed-values.ts";
import type { ClockState } from "../state/root.ts";
import { environmentParts } from "./environment-parts.ts";
import { FaultList } from "./fault-list.ts";
import type { FileClock, WorldFile } from "./world-file.ts";

/** The world that a file differs from; refuses a file of which nothing else can be judged. */
export function worldOfFile(file: unknown): World {
  const faults = new FaultList();
  const values = isObject(file) ? file : undefined;
  if (!values) faults.add(`The file must hold an object, but holds ${shown(file)}.`);
  else checkGeneration(values["generation"], faults);
  const name = values?.["extends"];
  const known = Object.keys(worlds);
  if (values && !(typeof name === "string" && Object.hasOwn(worlds, name))) {
    const meant = typeof name === "string" ? nearestName(name, known) : undefined;
    const hint = meant === undefined ? "" : ` Did you mean "${meant}"?`;
    faults.add(
      name === undefined
        ? `extends is missing; name the world that the file differs from: ${known.join(", ")}.`
        : `extends: ${shown(name)} is no world.${hint} There are ${known.join(", ")}.`,
    );
  }
  faults.refuse();
  // Looked up above.
  return worlds[name as keyof typeof worlds];
}

/** Holds the generation of a file against the one that is made here. */
export function checkGeneration(given: unknown, faults: FaultList): void {
  if (given === generation) return;
  if (given === undefined) {
    faults.add(
      `generation is missing; it says which bytes of the world are meant: "generation": ${generation}.`,
    );
    return;
  }
  faults.add(
    `generation: the file is of generation ${shown(given)}, and this version of Kombo Mock makes worlds of generation ${generation}, whose records have other values. Use the version that wrote the file, or write it anew with this one: GET /_mock/state, or mock.exportState().`,
  );
}

const clock = v.strictObject({
  mode: v.picklist(["system", "real", "frozen"]),
  at: v.optional(instant),
  offset_ms: v.optional(v.pipe(v.number(), v.integer())),
});

const day = v.pipe(v.string(), v.isoDate("must be a day such as 2026-01-15"));

/** All of a file but what its integrations hold. */
const header = v.strictObject({
  $schema: v.optional(v.string()),
  extends: v.string(),
  generation: v.number(),
  seed: v.optional(v.pipe(v.number(), v.integer())),
  date: v.optional(day),
  clock: v.optional(clock),
  integrations: v.optional(v.record(v.string(), v.unknown())),
  order: v.optional(v.array(v.string())),
  ai_apply: v.optional(v.strictObject({ records: v.optional(v.unknown()) })),
  ...Object.fromEntries(Object.values(environmentParts).map(({ key, schema }) => [key, v.optional(schema)])),
});

/** Adds every fault of a file but those of its integrations. Paths begin with the file's own keys. */
export function checkHeader(file: WorldFile, faults: FaultList): void {
  faults.add(...inputFaults(header, file, "").map((fault) => fault.replace(/^\./, "")));
}

/** Seed and date of a file, as far as they can be used; whatever else is wrong is told with everything else. */
export function settingsOfFile({ seed, date, clock }: WorldFile): Pick<WorldFile, "seed" | "date" | "clock"> {
  return {
    ...(Number.isSafeInteger(seed) && seed !== undefined ? { seed } : {}),
    ...(v.is(day, date) ? { date } : {}),
    ...(isClock(clock) ? { clock } : {}),
  };
}

function isClock(given: unknown): given is FileClock {
  return v.is(clock, given);
}

/** The clock of a file. */
export function readClock({ mode, at, offset_ms = 0 }: FileClock, date: string): ClockState {
  return mode === "frozen"
    ? { mode, at: Date.parse(at ?? `${date}T09:00:00.000Z`) }
    : // The schema has no other mode.
      { mode: mode as "system" | "real", offset: offset_ms };
}
