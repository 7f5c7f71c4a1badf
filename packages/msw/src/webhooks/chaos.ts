import type { Chaos, ChaosName, ChaosRule } from "./webhook-state.ts";

/** How long a delay lasts where nothing is said. */
export const usualDelayMs = 60_000;

/** What is to go wrong with the so many-th delivery. */
export function chaosOf(chaos: Chaos, number: number): ChaosName[] {
  return Object.entries(chaos).flatMap(([name, rule]) =>
    // The keys are the names of the type.
    rule && hits(rule, number) ? [name as ChaosName] : [],
  );
}

function hits({ first, every }: ChaosRule, number: number): boolean {
  return (first !== undefined && number <= first) || (every !== undefined && number % every === 0);
}
