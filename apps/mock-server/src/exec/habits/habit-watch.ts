import type { ToldDelivery } from "@kombo-mock/msw/core";
import type { Recorded } from "../recording.ts";
import { habits } from "./habits.ts";
import { askedIn, type Step, toldIn } from "./step.ts";

/** A habit that was seen in a run. */
export interface SeenHabit {
  readonly name: string;
  /** The operation or webhook about which it was seen. */
  readonly operation: string;
  readonly message: string;
  /** Whether it says something only where a variation, and no test, made a request fail. */
  readonly onlyVaried: boolean;
}

/** Looks at a run for what a program does from request to request. */
export class HabitWatch {
  readonly #steps: Step[] = [];
  readonly #asked = new Map<string, Set<string>>();

  add(recorded: Recorded): void {
    const asked = askedIn(recorded);
    if (!asked) return;
    this.#steps.push(asked);
    if (asked.integration === null || asked.method !== "GET" || asked.status !== 200) return;
    const lists = this.#asked.get(asked.integration) ?? new Set();
    this.#asked.set(asked.integration, lists.add(asked.operation));
  }

  /** Takes note of a delivery, and looks at once which of the lists that were read show what it tells of. */
  addDelivery(delivery: ToldDelivery): void {
    const lists = this.#asked.get(delivery.integration ?? "") ?? [];
    this.#steps.push(toldIn(delivery, delivery.showing([...lists])));
  }

  seen(): SeenHabit[] {
    return habits.flatMap(({ name, message, seenIn, onlyVaried = false }) =>
      seenIn(this.#steps).map((operation) => ({ name, operation, message, onlyVaried })),
    );
  }
}

/** Habits as lines that are the same for the same habit: all, and those that are told without variations too. */
export function habitLines(seen: readonly SeenHabit[]): {
  readonly all: readonly string[];
  readonly plain: readonly string[];
} {
  const lineOf = ({ name, operation, message }: SeenHabit) => `${name} in ${operation}: ${message}`;
  return { all: seen.map(lineOf), plain: seen.filter(({ onlyVaried }) => !onlyVaried).map(lineOf) };
}
