/** Anything that JSON can hold. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;

/** An object of JSON. */
export interface JsonObject {
  readonly [key: string]: JsonValue;
}

/** Whether a value is an object, neither a list nor null. */
export function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !isList(value);
}

/** Whether a value is a list. */
export function isList(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value);
}

/** The object under a key, empty where there is none. */
export function objectIn(parent: JsonObject, key: string): JsonObject {
  const value = parent[key];
  return isObject(value) ? value : {};
}

/** The list under a key, empty where there is none. */
export function listIn(parent: JsonObject, key: string): readonly JsonValue[] {
  const value = parent[key];
  return isList(value) ? value : [];
}

/** The strings of a list under a key. */
export function stringsIn(parent: JsonObject, key: string): string[] {
  return listIn(parent, key).filter((one) => typeof one === "string");
}

/** A value as text that is the same for equal values: keys are sorted. */
export function textOf(value: JsonValue): string {
  if (isList(value)) return `[${value.map(textOf).join(",")}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const entries = Object.entries(value).sort(([a], [b]) => compareText(a, b));
  return `{${entries.map(([key, one]) => `${JSON.stringify(key)}:${textOf(one)}`).join(",")}}`;
}

/** Orders texts by their code units, the same on every machine. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
