import type { SeedPlan } from "../control/seed-plan.ts";
import { isObject, type Values } from "../control/seed-values.ts";
import { KomboError } from "../request/kombo-error.ts";
import { own } from "../state/own.ts";
import type { FaultList } from "./fault-list.ts";

/** A seed with only one of its values, and where that really stands. */
interface Part {
  readonly seed: unknown;
  relocate(message: string): string;
}

/**
 * Plans something that a seed says; when it is refused, every value of the seed is tried alone too, so that all of its
 * faults are told and not only the first. What a fault leaves in the plan does not matter: nothing is done then.
 */
export function planSeed(
  given: Values,
  { collection, location, faults }: { collection: string; location: string; faults: FaultList },
  plan: SeedPlan,
  run: (seed: Values) => void,
): void {
  const before = faults.count;
  faults.attempt(() => run(given));
  if (faults.count === before) return;
  for (const { seed, relocate } of partsOf(given, collection, location, plan)) {
    try {
      run(seed as Values);
    } catch (error) {
      if (!(error instanceof KomboError)) throw error;
      // A part that was planned already is no fault of the file.
      if (!error.message.includes(" exists already in ")) faults.add(relocate(error.message));
    }
  }
}

function partsOf(given: unknown, collection: string, location: string, plan: SeedPlan): Part[] {
  const alone: Part[] = [{ seed: given, relocate: (message) => message }];
  if (!isObject(given)) return alone;
  return Object.entries(given).flatMap(([key, value]) => {
    const target = own(plan.recipe(collection).relations, key)?.collection;
    const at = `${location}.${key}`;
    const wrap = (inner: (part: unknown) => unknown, parts: readonly Part[]) =>
      parts.map(({ seed, relocate }) => ({ seed: { [key]: inner(seed) }, relocate }));
    if (target === undefined) return wrap((part) => part, [{ ...alone[0], seed: value } as Part]);
    if (!Array.isArray(value)) return wrap((part) => part, partsOf(value, target, at, plan));
    return value.flatMap((one: unknown, index) =>
      wrap((part) => [part], partsOf(one, target, `${at}[0]`, plan)).map(({ seed, relocate }) => ({
        seed,
        relocate: (message: string) => relocate(message).replace(`${at}[0]`, `${at}[${index}]`),
      })),
    );
  });
}
