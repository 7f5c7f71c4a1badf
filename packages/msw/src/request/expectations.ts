import type { Rule, Violation } from "@kombo-mock/contract/judge";
import type { Operation } from "@kombo-mock/openapi";

/** A violation of the contract that a test means to bring about. */
export interface Expectation {
  /** Counts from 1. */
  readonly id: number;
  readonly rule: Rule;
  /** Null for any. */
  readonly operation: Operation | null;
  /** Where it is to be: `query.page_size`; null for anywhere. */
  readonly location: string | null;
  /** How many such violations are meant; null for all. */
  readonly times: number | null;
  /** The test that means it. */
  readonly label: string | null;
  /** How many were seen. */
  readonly seen: number;
  /** Whether as many came as are meant; one at least, where all are. */
  readonly met: boolean;
  /** Whether it still takes violations: a reset ends it. */
  readonly open: boolean;
}

const mostKept = 1_000;

/** The meant violations of an environment: open until they are met or `reset`, and listed for good where they are not met. */
export class Expectations {
  #all: Expectation[] = [];
  #made = 0;

  add(given: Pick<Expectation, "rule" | "operation" | "location" | "times" | "label">): Expectation {
    const { rule, operation, location, times, label } = given;
    const id = ++this.#made;
    const made = { ...{ id, rule, operation, location, times, label }, seen: 0, met: false, open: true };
    this.#all = [...this.#all, made].slice(-mostKept);
    return made;
  }

  /** Whether a violation is meant: it counts for the first that still waits for one like it. */
  take(violation: Violation): boolean {
    const index = this.#all.findIndex((one) => one.open && isLike(one, violation));
    const taken = this.#all[index];
    if (!taken) return false;
    const seen = taken.seen + 1;
    const isFull = taken.times !== null && seen >= taken.times;
    this.#all = this.#all.with(index, {
      ...taken,
      ...{ seen, met: taken.times === null || isFull, open: !isFull },
    });
    return true;
  }

  /** Ends all of them, and forgets those that were met. */
  end(): void {
    this.#all = this.#all.filter(({ met }) => !met).map((one) => ({ ...one, open: false }));
  }

  list(): readonly Expectation[] {
    return this.#all;
  }
}

function isLike({ rule, operation, location }: Expectation, violation: Violation): boolean {
  return (
    rule === violation.rule &&
    (operation === null || operation === violation.operation) &&
    (location === null || location === violation.location)
  );
}
