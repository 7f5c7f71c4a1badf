import { isList, isObject, type JsonObject, type JsonValue } from "../diff/json.ts";

/** What a change makes of a value: another value, or undefined for none at all. */
type Change = (value: JsonValue) => JsonValue | undefined;

const long = "Wolfeschlegelsteinhausenbergerdorff ".repeat(60).trim();

/** What each word makes of a value. What a word says nothing of stays as it is: a text is no number, and null no text. */
const changes = {
  null: () => null,
  absent: () => undefined,
  empty: (value) => (isList(value) ? [] : value),
  unknown: text(() => "SOMETHING_NEW"),
  long: text(() => long),
  "right-to-left": text(() => "محمد بن عبد الله \u202Bשלום עולם\u202C"),
  emoji: text(() => "👩🏽‍💻 Zoë \u{1F3F4}\u{E0067}\u{E0062}\u{E0077}\u{E006C}\u{E0073}\u{E007F} e\u0301"),
  zero: number(0),
  negative: number(-1),
  huge: number(Number.MAX_SAFE_INTEGER),
  fraction: number(0.30000000000000004),
  "long-ago": date("1900-01-01", "00:00:00.000Z"),
  epoch: date("1970-01-01", "00:00:00.000Z"),
  "leap-day": date("2024-02-29", "12:00:00.000Z"),
  "last-instant": date("2025-12-31", "23:59:59.999Z"),
  "far-future": date("9999-12-31", "00:00:00.000Z"),
  "extra-key": (value) =>
    isObject(value) ? { ...value, added_since_then: { by: "a later version", values: [1, null] } } : value,
  "reordered-keys": reordered,
} as const satisfies Readonly<Record<string, Change>>;

/** A word for what becomes of a value. */
export type ChangeWord = keyof typeof changes;

/** Every word that says what becomes of a value. */
export const changeWords: readonly string[] = Object.keys(changes);

/** Words by the kind of value that they are about. */
export const wordsOf = {
  text: ["long", "right-to-left", "emoji"],
  number: ["zero", "negative", "huge", "fraction"],
  date: ["long-ago", "epoch", "leap-day", "last-instant", "far-future"],
} as const satisfies Readonly<Record<string, readonly ChangeWord[]>>;

/** What a change makes of a value; undefined for none at all. */
export function changed(change: string, value: JsonValue): JsonValue | undefined {
  if (isWord(change)) return changes[change](value);
  if (!isLiteral(change)) return value;
  // A change that is no word is JSON.
  const literal = JSON.parse(change) as JsonValue;
  return value !== null && typeof literal === typeof value ? literal : value;
}

/** Whether a change is a value, written as JSON. */
export function isLiteral(change: string): boolean {
  try {
    JSON.parse(change);
    return true;
  } catch {
    return false;
  }
}

function isWord(change: string): change is ChangeWord {
  return Object.hasOwn(changes, change);
}

function text(make: () => string): Change {
  return (value) => (typeof value === "string" ? make() : value);
}

function number(replacement: number): Change {
  return (value) => (typeof value === "number" ? replacement : value);
}

/** Days stay days, and instants stay instants. */
function date(day: string, time: string): Change {
  return (value) => {
    if (typeof value !== "string") return value;
    if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return day;
    return /^\d{4}-\d{2}-\d{2}T/.test(value) ? `${day}T${time}` : value;
  };
}

function reordered(value: JsonValue): JsonValue {
  if (isList(value)) return value.map(reordered);
  if (!isObject(value)) return value;
  const entries = Object.entries(value).map(([key, one]) => [key, reordered(one)] as const);
  return Object.fromEntries(entries.toReversed()) as JsonObject;
}
