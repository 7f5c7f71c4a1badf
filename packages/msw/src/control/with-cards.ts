import type { Environment } from "../state/environment.ts";

/** What names an integration that is to be as it was, or not to be there yet. */
const usesNone: ReadonlySet<string> = new Set(["reset", "createIntegration"]);

/** Control calls before which a test card that they name, by an id or as `integration_id`, is put there. */
export function withCards<Calls extends object>(calls: Calls, environment: Environment): Calls {
  const wrapped = Object.entries(calls).map(([name, call]: [string, (...given: unknown[]) => unknown]) => [
    name,
    usesNone.has(name)
      ? call
      : (...given: unknown[]) => {
          for (const one of given) {
            const id = integrationIdOf(one);
            if (id !== undefined) environment.useCard(id);
          }
          return call(...given);
        },
  ]);
  // Each call keeps its name, and what it takes and answers.
  return Object.fromEntries(wrapped) as Calls;
}

function integrationIdOf(given: unknown): string | undefined {
  if (typeof given === "string") return given;
  if (typeof given !== "object" || given === null || !("integration_id" in given)) return undefined;
  return typeof given.integration_id === "string" ? given.integration_id : undefined;
}
