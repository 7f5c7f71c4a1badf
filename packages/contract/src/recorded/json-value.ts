/** A recording's JSON, of which nothing is known before it is looked at. */
export interface Unknown {
  readonly [key: string]: unknown;
}

/** Whether a value is an object, neither a list nor null. */
export function isObject(value: unknown): value is Unknown {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The object under a key, empty where there is none. */
export function objectIn(parent: unknown, key: string): Unknown {
  const value = isObject(parent) ? parent[key] : undefined;
  return isObject(value) ? value : {};
}

/** The text under a key. */
export function textIn(parent: unknown, key: string): string | undefined {
  const value = isObject(parent) ? parent[key] : undefined;
  return typeof value === "string" ? value : undefined;
}

/** The number under a key, also where it stands as text. */
export function numberIn(parent: unknown, key: string): number | undefined {
  const value = isObject(parent) ? parent[key] : undefined;
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  return typeof number === "number" && Number.isFinite(number) ? number : undefined;
}

/** Headers that stand as an object whose values are texts or lists of texts. */
export function headersOfObject(value: unknown): Record<string, string> | null {
  if (!isObject(value)) return null;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, Array.isArray(one) ? one.join(", ") : String(one)]),
  );
}

/** Headers that stand as a list of `{ name, value }`. */
export function headersOfList(value: unknown): Record<string, string> | null {
  if (!Array.isArray(value)) return null;
  return Object.fromEntries(
    value.filter(isObject).map((one) => [textIn(one, "name") ?? "", textIn(one, "value") ?? ""]),
  );
}

/** Headers that stand as one list of names and values by turns. */
export function headersOfPairs(value: readonly unknown[]): Record<string, string> {
  const headers: Record<string, string> = {};
  for (let index = 0; index + 1 < value.length; index += 2)
    headers[String(value[index])] = String(value[index + 1]);
  return headers;
}

/** A body as text: what a recorder parsed is written again. */
export function bodyText(value: unknown): string | null {
  if (value === undefined || value === null || value === "") return null;
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** Text that stands as base64, read as UTF-8. */
export function fromBase64(text: string): string {
  const bytes = Uint8Array.from(atob(text.replaceAll(/\s/g, "")), (character) => character.charCodeAt(0));
  return new TextDecoder().decode(bytes);
}
