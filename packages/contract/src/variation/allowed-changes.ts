import type { Branch } from "../diff/branch.ts";
import type { JsonValue } from "../diff/json.ts";
import { changed, wordsOf } from "./changes.ts";
import { isFreeText } from "./free-text.ts";

/** The changes of a value that every reader has to expect, given each way in which it may be valid. */
export function allowedChanges(name: string, branches: readonly Branch[]): string[] {
  const allowsNull = branches.some(({ types }) => types?.has("null"));
  return [
    ...(allowsNull ? ["null"] : []),
    ...changesOfText(
      name,
      branches.filter(({ types }) => types?.has("string")),
    ),
    ...changesOfNumber(branches.filter(({ types }) => types?.has("number") || types?.has("integer"))),
    ...changesOfList(branches.filter(({ types }) => types?.has("array"))),
    ...changesOfObject(branches.filter(({ types }) => types?.has("object"))),
  ];
}

/** Listed values are exchanged for one another; where any other text may stand beside them, the list is open. */
function changesOfText(name: string, branches: readonly Branch[]): string[] {
  const listed = branches.flatMap(({ literals }) => [...(literals?.values() ?? [])]);
  const free = branches.filter(({ literals }) => literals === null);
  if (listed.length > 0) {
    const texts = [...new Set(listed)].filter((one) => typeof one === "string");
    const values = texts.length > 1 ? texts.map((one) => JSON.stringify(one)) : [];
    return free.some((one) => allows(one, "unknown")) ? [...values, "unknown"] : values;
  }
  const isDate = free.some(({ formats, patterns }) => isDated(formats) || patterns.some(takesOnlyDates));
  const words = isDate ? wordsOf.date : isFreeText(name) ? wordsOf.text : [];
  return words.filter((word) => free.some((one) => allows(one, word)));
}

function changesOfNumber(branches: readonly Branch[]): string[] {
  const [only, ...others] = branches;
  if (!only || others.length > 0 || only.rules.size > 0 || only.literals) return [];
  const words = wordsOf.number.filter((word) => isNumberWithin(changed(word, 0.5) ?? null, only));
  const extremes = ["minimum", "maximum"].flatMap((limit) => only.limits.get(limit) ?? []);
  return [...words, ...extremes.map(String)];
}

function isNumberWithin(value: JsonValue, { types, limits }: Branch): boolean {
  if (typeof value !== "number") return false;
  if (!types?.has("number") && !Number.isInteger(value)) return false;
  return (
    value >= (limits.get("minimum") ?? Number.NEGATIVE_INFINITY) &&
    value <= (limits.get("maximum") ?? Number.POSITIVE_INFINITY) &&
    value > (limits.get("exclusiveMinimum") ?? Number.NEGATIVE_INFINITY) &&
    value < (limits.get("exclusiveMaximum") ?? Number.POSITIVE_INFINITY)
  );
}

function changesOfList(branches: readonly Branch[]): string[] {
  return branches.length > 0 && branches.every(({ limits }) => !limits.has("minItems")) ? ["empty"] : [];
}

function changesOfObject(branches: readonly Branch[]): string[] {
  return branches.length > 0 && branches.every(({ additional }) => additional === true) ? ["extra-key"] : [];
}

const sampleOfDate = { day: "2024-01-31", instant: "2024-01-31T09:30:00.000Z" };

/** Whether the text that a word makes of a text keeps to a schema. */
function allows({ formats, patterns, limits, rules }: Branch, word: string): boolean {
  if (rules.size > 0) return false;
  const format = formats.find((one) => one !== "date-time" && one !== "date");
  if (format !== undefined) return false;
  const sample = formats.includes("date") ? sampleOfDate.day : sampleOfDate.instant;
  const made = [sample, ...(formats.length === 0 ? [sampleOfDate.day] : [])].map((one) => changed(word, one));
  return made.some(
    (text) =>
      typeof text === "string" &&
      patterns.every((pattern) => new RegExp(pattern, "u").test(text)) &&
      text.length >= (limits.get("minLength") ?? 0) &&
      text.length <= (limits.get("maxLength") ?? Number.POSITIVE_INFINITY),
  );
}

function isDated(formats: readonly string[]): boolean {
  return formats.includes("date-time") || formats.includes("date");
}

function takesOnlyDates(pattern: string): boolean {
  const written = new RegExp(pattern, "u");
  return Object.values(sampleOfDate).some((one) => written.test(one)) && !written.test("x");
}
