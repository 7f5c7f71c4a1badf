import type { Violation } from "@kombo-mock/contract/judge";
import { Expectations } from "./expectations.ts";

/** Equal violations of the contract, counted. */
export interface LedgerEntry {
  readonly violation: Violation;
  readonly count: number;
  /** How many of them were meant, as `expectViolation` said. */
  readonly meant: number;
  /** The first exchange in which it was seen. */
  readonly firstExchange: number;
}

const mostEntries = 1_000;
const none: readonly Violation[] = Object.freeze([]);

/** Every violation that was seen, equal ones once. It outlives `reset` and is bounded. */
export class Ledger {
  readonly expectations = new Expectations();
  readonly #entries = new Map<string, LedgerEntry>();
  #uncounted = 0;

  /** How many violations came after the ledger was full. */
  get uncounted(): number {
    return this.#uncounted;
  }

  /** Counts violations, and gives back those that a test meant. */
  add(violations: readonly Violation[], exchange: number): readonly Violation[] {
    if (violations.length === 0) return none;
    const taken: Violation[] = [];
    for (const violation of violations) {
      const { rule, operation, location } = violation;
      const key = `${rule}\n${operation}\n${location}`;
      const known = this.#entries.get(key);
      const isMeant = this.expectations.take(violation);
      if (isMeant) taken.push(violation);
      const meant = (known?.meant ?? 0) + Number(isMeant);
      if (known) this.#entries.set(key, { ...known, count: known.count + 1, meant });
      else if (this.#entries.size < mostEntries) {
        this.#entries.set(key, { violation, count: 1, meant, firstExchange: exchange });
      } else this.#uncounted++;
    }
    return taken;
  }

  list(): LedgerEntry[] {
    return [...this.#entries.values()];
  }
}
