import type { Given } from "./given.ts";

/** Calls that give records, settings or answers. All others only look, or say when something happens. */
const giving = /^(?:create|update|remove|purge|set(?!Label)|add|connect|order|import|trigger)/;

/** Control calls of which all that they are given is noted. */
export function noting<Calls extends object>(calls: Calls, given: Given): Calls {
  const noted = Object.entries(calls).map(([name, call]: [string, (...input: unknown[]) => unknown]) => [
    name,
    giving.test(name)
      ? (...input: unknown[]) => {
          given.note(input);
          return call(...input);
        }
      : call,
  ]);
  // Each call keeps its name, and what it takes and answers.
  return Object.fromEntries(noted) as Calls;
}
