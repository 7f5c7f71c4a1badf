import type { Change, Difference, Direction } from "./difference.ts";
import type { JsonValue } from "./json.ts";
import { describeChange } from "./sentence.ts";

/** Which side a change breaks: who sends such a value, who receives it, both, or nobody. */
export type Breaks = "sender" | "receiver" | "both" | "nobody";

/** A difference before it is known in which operation and direction it stands; `at` is relative to where one looked. */
export interface Finding {
  readonly at: string;
  readonly change: Change;
  readonly before: JsonValue;
  readonly after: JsonValue;
  readonly breaks: Breaks;
}

/** Where findings stand. */
export interface Place {
  readonly operation: string | null;
  readonly direction: Direction;
  readonly location: string;
  /** Whether it is an error's answer, whose codes have changes of their own. */
  readonly failure?: boolean;
}

/** A finding at the place itself. */
export function finding(
  change: Change,
  values: { before?: JsonValue | undefined; after?: JsonValue | undefined },
  breaks: Breaks,
): Finding {
  return { at: "", change, before: values.before ?? null, after: values.after ?? null, breaks };
}

/** Findings as seen from one step further out. */
export function under(step: string, findings: readonly Finding[]): Finding[] {
  return findings.map((one) => ({ ...one, at: step + one.at }));
}

/** Whom a change breaks: what is no longer allowed breaks who sends it, what is newly allowed who receives it. */
export function breaksWhom({ narrowed, widened }: { narrowed: boolean; widened: boolean }): Breaks {
  if (narrowed) return widened ? "both" : "sender";
  return widened ? "receiver" : "nobody";
}

/** The findings at a place as differences. */
export function toDifferences(place: Place, findings: readonly Finding[]): Difference[] {
  const { operation, direction } = place;
  return findings.map(({ at, change: found, before, after, breaks }) => {
    const location = place.location + at;
    const change = place.failure && at === ".error.code" ? (errorCodeChanges[found] ?? found) : found;
    const breaking = breaks === "both" || breaks === (direction === "request" ? "sender" : "receiver");
    const told = { operation, direction, location, change, before, after, breaking };
    return { ...told, message: describeChange(told) };
  });
}

const errorCodeChanges: Partial<Record<Change, Change>> = {
  "enum-value-added": "error-code-added",
  "enum-value-removed": "error-code-removed",
};
