import type { JsonObject } from "./json.ts";

/** Keywords that bound a value from below or above, and the type of value that they bound. */
export const limits = {
  minimum: { bounds: "number", side: "below" },
  exclusiveMinimum: { bounds: "number", side: "below" },
  maximum: { bounds: "number", side: "above" },
  exclusiveMaximum: { bounds: "number", side: "above" },
  minLength: { bounds: "string", side: "below" },
  maxLength: { bounds: "string", side: "above" },
  minItems: { bounds: "array", side: "below" },
  maxItems: { bounds: "array", side: "above" },
  minProperties: { bounds: "object", side: "below" },
  maxProperties: { bounds: "object", side: "above" },
} as const;

/** The name of a limit. */
export type Limit = keyof typeof limits;

/** The names of all limits. */
export const limitNames = Object.keys(limits).filter(isLimit);

/** The limits that a schema sets. */
export function limitsOf(schema: JsonObject): Map<string, number> {
  const found = new Map<string, number>();
  for (const name of limitNames) {
    const value = schema[name];
    // A least length of nothing says nothing.
    if (typeof value === "number" && !(value === 0 && /^min[A-Z]/.test(name))) found.set(name, value);
  }
  // OpenAPI 3.0 writes `exclusiveMinimum: true` beside the limit.
  for (const [flag, limit] of exclusiveFlags) {
    const value = found.get(limit);
    if (schema[flag] !== true || value === undefined) continue;
    found.delete(limit);
    found.set(flag, value);
  }
  return found;
}

/** Limits of which both hold. */
export function tightest(
  a: ReadonlyMap<string, number>,
  b: ReadonlyMap<string, number>,
): Map<string, number> {
  const both = new Map(a);
  for (const name of limitNames) {
    const [one, other] = [a.get(name), b.get(name)];
    if (other !== undefined) both.set(name, one === undefined ? other : tighter(name, one, other));
  }
  return both;
}

/** The limit where either may hold; undefined where one side has none. */
export function loosest(name: Limit, values: readonly (number | undefined)[]): number | undefined {
  const given = values.filter((one) => one !== undefined);
  if (given.length < values.length || given.length === 0) return undefined;
  return limits[name].side === "below" ? Math.min(...given) : Math.max(...given);
}

/** Whether a limit allows less than another. */
export function isTighter(name: Limit, one: number | undefined, other: number | undefined): boolean {
  if (one === undefined || one === other) return false;
  return other === undefined || tighter(name, one, other) === one;
}

const exclusiveFlags = [
  ["exclusiveMinimum", "minimum"],
  ["exclusiveMaximum", "maximum"],
] as const;

function tighter(name: Limit, one: number, other: number): number {
  return limits[name].side === "below" ? Math.max(one, other) : Math.min(one, other);
}

function isLimit(name: string): name is Limit {
  return Object.hasOwn(limits, name);
}
