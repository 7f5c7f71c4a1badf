import type { Change, JsonValue } from "@kombo-mock/contract/diff";

/** A pair of schemas, and what has to be found. */
export interface SchemaCase {
  readonly name: string;
  readonly before: JsonValue;
  readonly after: JsonValue;
  /** The change, in which direction it breaks, and the message; `$` is where the schema stands. */
  readonly want: readonly (readonly [Change, "request" | "answer" | "both" | "neither", string])[];
}

/** A schema of an object. */
export function object(properties: Record<string, JsonValue>, required: string[] = []) {
  return { type: "object", properties, required };
}

/** A schema of an object with one property. */
export function unit(schema: JsonValue) {
  return object({ unit: schema });
}

/** A schema of any text. */
export const string = { type: "string" };
