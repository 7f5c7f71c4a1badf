import { nearestName } from "@kombo-mock/contract/judge";
import type { EntityFields, FieldEntry } from "@kombo-mock/openapi";
import { fieldsOf } from "../request/join.ts";
import { KomboError } from "../request/kombo-error.ts";
import { own } from "../state/own.ts";

/** A JSON object. */
export type Values = Readonly<Record<string, unknown>>;

/** Whether a value is an object with keys. */
export function isObject(value: unknown): value is Values {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Refuses what a control call was given; the text begins with its path. */
export function refuse(text: string): never {
  throw new KomboError("PLATFORM.INPUT_INVALID", text);
}

/** Refuses a key that nothing has. */
export function refuseKey(location: string, owner: string, key: string, known: readonly string[]): never {
  const meant = nearestName(key, known);
  const hint = meant === undefined ? "" : ` Did you mean "${meant}"?`;
  refuse(`${location}.${key} is no field of ${owner}.${hint} Known: ${known.join(", ")}.`);
}

/** Refuses values beside the id of a known record, which is linked as it is. */
export function refuseMore(values: Values, collection: string, location: string): void {
  const key = Object.keys(values).find(
    (one) => one !== "id" && one !== "remote_id" && values[one] !== undefined,
  );
  if (key === undefined) return;
  const name = values["id"] === undefined ? "remote_id" : "id";
  refuse(
    `${location}.${key} cannot be given: ${location}.${name} names a known record of "${collection}", which is linked as it is. Change it with update.`,
  );
}

/** The given object; anything else is refused. */
export function objectAt(given: unknown, location: string): Values {
  return isObject(given) ? given : refuse(`${location} must be an object, but is ${shown(given)}.`);
}

/** The given list; anything else is refused. */
export function listAt(given: unknown, location: string): readonly unknown[] {
  return Array.isArray(given) ? given : refuse(`${location} must be a list, but is ${shown(given)}.`);
}

/** Holds a given value against its field in the document; what is left out of a list's members is empty. */
export function checkedValue(given: unknown, entry: FieldEntry | undefined, location: string): unknown {
  if (entry === undefined || (given === null && entry.nullable)) return given;
  if (!entry.list) return checkedOne(given, entry, location);
  const { list: _, nullable: __, ...member } = entry;
  return listAt(given, location).map((one, index) => {
    const at = `${location}[${index}]`;
    return member.of
      ? completed(checkedOne(one, member, at), fieldsOf(member.of), at)
      : checkedOne(one, member, at);
  });
}

/** An object with null wherever it may be and nothing is given. */
export function completed(given: unknown, fields: EntityFields, location: string): Values {
  const values = objectAt(given, location);
  const empty = Object.entries(fields).map(([field, entry]) => {
    const value = values[field] ?? (entry.nullable ? null : entry.list ? [] : undefined);
    if (value === undefined) refuse(`${location}.${field} is missing; it is required.`);
    return [field, value];
  });
  return { ...values, ...Object.fromEntries(empty) };
}

function checkedOne(given: unknown, entry: FieldEntry, location: string): unknown {
  if (entry.of !== undefined) {
    const fields = fieldsOf(entry.of);
    const owner = typeof entry.of === "string" ? entry.of : location;
    const values = Object.entries(objectAt(given, location)).filter(([, value]) => value !== undefined);
    return Object.fromEntries(
      values.map(([key, value]) => {
        const inner = own(fields, key) ?? refuseKey(location, owner, key, Object.keys(fields));
        return [key, checkedValue(value, inner, `${location}.${key}`)];
      }),
    );
  }
  const { is, pattern } = entry;
  const orNull = entry.nullable ? " or null" : "";
  if (typeof is === "string") {
    const kind = kinds[is];
    if (kind && !kind.test(given))
      refuse(`${location} must be ${kind.words}${orNull}, but is ${shown(given)}.`);
  } else if (is && !is.includes(given)) {
    const allowed = is.map((value) => JSON.stringify(value)).join(", ");
    refuse(`${location} must be one of ${allowed}${orNull}, but is ${shown(given)}.`);
  }
  if (pattern !== undefined && !new RegExp(pattern, "u").test(String(given))) {
    refuse(`${location} must match ${pattern}, but is ${shown(given)}.`);
  }
  return given;
}

interface Kind {
  readonly words: string;
  test(given: unknown): boolean;
}

const matching = (words: string, pattern: RegExp): Kind => ({
  words,
  test: (given) => typeof given === "string" && pattern.test(given),
});
const day = /^\d{4}-\d\d-\d\d$/;
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;
const isOnCalendar = (given: unknown) =>
  !Number.isNaN(Date.parse(String(given))) &&
  new Date(`${String(given).slice(0, 10)}T00:00:00Z`).toISOString().startsWith(String(given).slice(0, 10));

/** The types and formats that the document gives to plain values. */
const kinds: Readonly<Record<string, Kind | undefined>> = {
  string: { words: "a string", test: (given) => typeof given === "string" },
  number: { words: "a number", test: (given) => typeof given === "number" && Number.isFinite(given) },
  integer: { words: "a whole number", test: (given) => Number.isInteger(given) },
  boolean: { words: "a boolean", test: (given) => typeof given === "boolean" },
  object: { words: "an object", test: isObject },
  array: { words: "a list", test: Array.isArray },
  "date-time": {
    words: "a date and time such as 2026-01-31T09:30:00.000Z",
    test: (given) => typeof given === "string" && instant.test(given) && isOnCalendar(given),
  },
  date: {
    words: "a date such as 2026-01-31",
    test: (given) => typeof given === "string" && day.test(given) && isOnCalendar(given),
  },
  email: matching("an e-mail address", /^[^\s@]+@[^\s@]+\.[a-z]{2,}$/i),
  uri: matching("an absolute URI", /^[a-z][a-z\d+.-]*:[^\s<>"{}|\\^`]+$/i),
};

const mostShown = 80;

/** A value as messages show it: JSON, cut when it is long. */
export function shown(value: unknown): string {
  if (Array.isArray(value)) return "a list";
  if (isObject(value)) return "an object";
  const text = value === undefined ? "not given" : JSON.stringify(value);
  return text.length > mostShown ? `${text.slice(0, mostShown)}…` : text;
}
