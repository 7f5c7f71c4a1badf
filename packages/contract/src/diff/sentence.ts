import type { Change, Difference } from "./difference.ts";
import { isList, isObject, type JsonValue } from "./json.ts";

type Told = Omit<Difference, "message">;

const sentences: Record<Change, (told: Told) => string> = {
  "operation-added": ({ operation }) => `"${operation}" is new.`,
  "operation-removed": ({ operation }) => `"${operation}" is gone.`,
  "operation-deprecated": ({ operation }) => `"${operation}" is now deprecated.`,
  "operation-no-longer-deprecated": ({ operation }) => `"${operation}" is no longer deprecated.`,
  "webhook-added": ({ operation }) => `"${operation}" is new.`,
  "webhook-removed": ({ operation }) => `"${operation}" is gone.`,
  "server-added": ({ after }) => `The API is now served at ${show(after)} as well.`,
  "server-removed": ({ before }) => `The API is no longer served at ${show(before)}.`,
  "parameter-added": ({ location, after }) => `${location} is new: ${field(after)}.`,
  "parameter-removed": ({ location }) => `${location} is gone.`,
  "style-changed": (told) =>
    `${told.location} is now written as ${show(told.after)}, not ${show(told.before)}.`,
  "body-added": ({ location, after }) => `${location} is new: ${field(after)}.`,
  "body-removed": ({ location }) => `${location} is gone.`,
  "answer-added": ({ location }) => `${location} is new.`,
  "answer-removed": ({ location }) => `${location} is gone.`,
  "header-added": ({ location, after }) => `${location} is new: ${field(after)}.`,
  "header-removed": ({ location }) => `${location} is gone.`,
  "content-type-changed": (told) =>
    `${told.location} now comes as ${show(told.after)}, not as ${show(told.before)}.`,
  "property-added": ({ location, after }) => `${location} is new: ${field(after)}.`,
  "property-removed": ({ location }) => `${location} is gone.`,
  "became-required": ({ location }) => `${location} is now required.`,
  "became-optional": ({ location }) => `${location} is now optional.`,
  deprecated: ({ location }) => `${location} is now deprecated.`,
  "no-longer-deprecated": ({ location }) => `${location} is no longer deprecated.`,
  "type-changed": (told) => `${told.location} is now ${show(told.after)}, not ${show(told.before)}.`,
  "became-nullable": ({ location }) => `${location} may now be null.`,
  "no-longer-nullable": ({ location }) => `${location} can no longer be null.`,
  "enum-value-added": ({ location, after }) => `${location} has the new value ${show(after)}.`,
  "enum-value-removed": ({ location, before }) => `${location} no longer has the value ${show(before)}.`,
  "enum-opened": ({ location }) => `${location} may now be any value of its type, not only a listed one.`,
  "enum-closed": ({ location, after }) => `${location} must now be one of ${show(after)}.`,
  "error-code-added": ({ location, after }) => `${location} has the new error code ${show(after)}.`,
  "error-code-removed": ({ location, before }) => `${location} no longer has the error code ${show(before)}.`,
  "format-changed": ({ location, before, after }) => `${location} now has ${facet("format", before, after)}.`,
  "pattern-changed": ({ location, before, after }) =>
    `${location} now has ${facet("pattern", before, after)}.`,
  "limit-changed": (told) => `${told.location} now has ${keyword(told)}.`,
  "default-changed": ({ location, before, after }) =>
    `${location} now has ${facet("default", before, after)}.`,
  "rule-changed": (told) => `${told.location} now has ${keyword(told)}.`,
  "additional-properties-changed": (told) =>
    `${told.location} now takes ${furtherKeys(told.after)}; before, it took ${furtherKeys(told.before)}.`,
  "variant-added": ({ location, after }) => `${location} has a new variant ${variant(after)}.`,
  "variant-removed": ({ location, before }) => `${location} no longer has the variant ${variant(before)}.`,
};

/** A difference as one sentence. */
export function describeChange(told: Told): string {
  return sentences[told.change](told);
}

const shownLength = 80;

/** A value as it is shown in a message: words bare, lists with commas, all else JSON; cut when it is long. */
function show(value: JsonValue): string {
  const text = isList(value) ? value.map((one) => plain(one)).join(", ") || "nothing" : plain(value);
  return text.length > shownLength ? `${text.slice(0, shownLength)}…` : text;
}

function plain(value: JsonValue): string {
  return typeof value === "string" ? `"${value}"` : JSON.stringify(value);
}

function field(value: JsonValue): string {
  if (!isObject(value)) return "of any type";
  return `${String(value["type"])}, ${value["required"] === true ? "required" : "optional"}`;
}

function facet(name: string, before: JsonValue | undefined, after: JsonValue | undefined): string {
  if (after === undefined || after === null) return `no ${name}; before, it was ${show(before ?? null)}`;
  const past = before === undefined || before === null ? "there was none" : `it was ${show(before)}`;
  return `the ${name} ${show(after)}; before, ${past}`;
}

/** A facet whose values are told with their keyword: `{ "maximum": 250 }`. */
function keyword({ before, after }: Told): string {
  const [past, present] = [before, after].map((one) => (isObject(one) ? one : {}));
  const [name = ""] = Object.keys({ ...past, ...present });
  return facet(name, past?.[name], present?.[name]);
}

function furtherKeys(value: JsonValue): string {
  if (typeof value === "boolean") return value ? "any further keys" : "no further keys";
  return `further keys that are ${show(value)}`;
}

/** A variant by its constant property, or by its keys. */
function variant(value: JsonValue): string {
  return isList(value) ? `with the keys ${show(value)}` : show(value);
}
