import { nearestName } from "./nearest-name.ts";

/** How a message tells what came: with the value itself, or only what kind of value it is. */
export interface Wording {
  readonly show: (value: unknown) => string;
  /** Parts of a list that are not allowed. */
  readonly showParts: (parts: readonly string[]) => string;
  /** Why a text is not JSON. */
  readonly showFault: (error: unknown) => string;
  /** What a header holds. */
  readonly showHeader: (text: string) => string;
  /** A method and path that match no operation; the second is the nearest that does. */
  readonly showPath: (spelling: string, nearest: string | undefined) => string;
}

const shownLength = 80;

/** Tells what came, cut when it is long. */
export const openWording: Wording = {
  show: showValue,
  showParts: (parts) => parts.map((part) => `"${part}"`).join(", "),
  showFault: (error) => (error instanceof Error ? error.message : "it cannot be read"),
  showHeader: (text) => `"${text}"`,
  showPath: (spelling) => `"${spelling}"`,
};

/** Tells of what kind it is, and never the value: for reports that are kept, sent and read by others. */
export const discreetWording: Wording = {
  show: kindOf,
  showParts: (parts) => (parts.length === 1 ? "a value" : `${parts.length} values`),
  showFault: (error) =>
    /at position \d+/.exec(String(error))?.[0].replace("at", "it breaks off at") ?? "it cannot be read",
  showHeader: (text) => `"${/^[\w.+-]+\/[\w.+-]+/.exec(text)?.[0] ?? "…"}"`,
  showPath: maskPath,
};

/** A value as it is shown in a message: JSON, cut when it is long. */
export function showValue(value: unknown): string {
  if (value === undefined) return "not given";
  const text = stringify(value);
  return text.length > shownLength ? `${text.slice(0, shownLength)}…` : text;
}

/** A type with its article. */
export function article(type: unknown): string {
  if (type === "null") return "null";
  return /^[aeiou]/.test(String(type)) ? `an ${String(type)}` : `a ${String(type)}`;
}

function kindOf(value: unknown): string {
  if (value === undefined) return "not given";
  if (value === null) return "null";
  if (value === "") return "an empty string";
  if (Array.isArray(value)) return `an array of ${value.length}`;
  if (typeof value === "string")
    return `a string of ${value.length} character${value.length === 1 ? "" : "s"}`;
  return article(typeof value);
}

function stringify(value: unknown): string {
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return `${article(Array.isArray(value) ? "array" : typeof value)} that is nested too deeply to show`;
  }
}

/** A path in which only what resembles a word of the nearest operation stands; ids, tokens and names do not. */
function maskPath(spelling: string, nearest = ""): string {
  const [method = "", path = ""] = spelling.split(" ");
  const words = [...nearest.split("/").filter((one) => /^[a-z_-]+$/.test(one)), "v1"];
  const segments = path.split("/").map((segment) => {
    const isWord = segment === "" || (/^[\w-]+$/.test(segment) && nearestName(segment, words) !== undefined);
    return isWord ? segment : "{…}";
  });
  return `"${method} ${segments.join("/")}"`;
}
