import { createHash } from "node:crypto";

/** What a step made, and whether it had to run for that. */
interface Recalled<T> {
  readonly result: T;
  readonly isNew: boolean;
}

/** Runs a step, or gives what it made of the same inputs the last time. */
export type Recall = <T>(step: string, inputs: unknown, run: () => T) => Recalled<T>;

/** Makes a memory that holds the last result of each step until its inputs change. */
export function createMemory(): Recall {
  const known = new Map<string, { readonly hash: string; readonly result: unknown }>();
  return <T>(step: string, inputs: unknown, run: () => T): Recalled<T> => {
    const hash = createHash("sha256")
      .update(typeof inputs === "string" ? inputs : JSON.stringify(inputs))
      .digest("base64");
    const before = known.get(step);
    // A step makes one kind of result, so that what is kept under its name has that type.
    if (before?.hash === hash) return { result: before.result as T, isNew: false };
    known.delete(step);
    const result = run();
    known.set(step, { hash, result });
    return { result, isNew: true };
  };
}
