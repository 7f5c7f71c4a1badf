import type { Violation } from "../violation.ts";
import { isAbout, isExpired, type Waiver } from "./waiver.ts";

/** Where a violation was seen. */
export interface Occurrence {
  /** The file, as it was named; null where there is none. */
  readonly source: string | null;
  /** Which exchange of it, counted from 1; 0 for a file that holds one body. */
  readonly exchange: number;
  /** The request without values: `GET /v1/hris/employees?page_size`. */
  readonly request?: string;
  readonly test: string | null;
}

/** Equal violations as one, with how often and where. */
export interface Entry {
  /** Its location has `[]` in place of the number of an item. */
  readonly violation: Violation;
  readonly count: number;
  readonly first: Occurrence;
  /** The tests that caused it, the first ten. */
  readonly tests: readonly string[];
  /** Null where nobody waived it. */
  readonly waiver: Waiver | null;
}

const mostEntries = 2_000;
const mostTests = 10;

/** Collects violations: equal ones once. It stays small, whatever is put into it. */
export class Tally {
  readonly #entries = new Map<string, Entry>();
  readonly #waivers: readonly Waiver[];
  readonly #used = new Set<Waiver>();
  #uncounted = 0;

  /** Waivers count until the end of their last day. */
  constructor(waivers: readonly Waiver[], today: string) {
    this.#waivers = waivers.filter((one) => !isExpired(one, today));
  }

  /** How many violations came when there were too many different ones. */
  get uncounted(): number {
    return this.#uncounted;
  }

  add(violations: readonly Violation[], seen: Occurrence): void {
    for (const one of violations) this.#add(withoutNumbers(one), seen);
  }

  entries(): Entry[] {
    return [...this.#entries.values()];
  }

  /** Waivers of which nothing was seen. */
  unused(): Waiver[] {
    return this.#waivers.filter((one) => !this.#used.has(one));
  }

  #add(violation: Violation, seen: Occurrence): void {
    const waiver = this.#waivers.find((one) => isAbout(one, violation, seen.test)) ?? null;
    if (waiver) this.#used.add(waiver);
    const { rule, operation, location, blame } = violation;
    const about = operation ?? violation.message;
    const key = JSON.stringify([rule, about, location, blame, waiver ? this.#waivers.indexOf(waiver) : -1]);
    const known = this.#entries.get(key);
    if (!known && this.#entries.size >= mostEntries) {
      this.#uncounted++;
      return;
    }
    const { count, first, tests } = known ?? { count: 0, first: seen, tests: [] as readonly string[] };
    const isNew = seen.test !== null && !tests.includes(seen.test) && tests.length < mostTests;
    this.#entries.set(key, {
      violation: known?.violation ?? violation,
      ...{ count: count + 1, first, waiver },
      tests: isNew && seen.test !== null ? [...tests, seen.test] : tests,
    });
  }
}

/** What is wrong with one item of a list is mostly wrong with all. */
function withoutNumbers(violation: Violation): Violation {
  const strip = (text: string) => text.replaceAll(/\[\d+\]/g, "[]");
  return { ...violation, location: strip(violation.location), message: strip(violation.message) };
}
