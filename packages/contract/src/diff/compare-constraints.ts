import type { Branch } from "./branch.ts";
import { breaksWhom, type Finding, finding } from "./finding.ts";
import { compareText, type JsonValue } from "./json.ts";
import { isTighter, limitNames, limits, loosest } from "./limits.ts";
import { type Kind, openBranches, type Shape } from "./shape.ts";

/** Compares what two shapes ask of values of the same type: formats, patterns, limits, other rules. */
export function compareConstraints(before: Shape, after: Shape): Finding[] {
  return [
    ...compareTexts("format-changed", before, after, "string", ({ formats }) => formats),
    ...compareTexts("format-changed", before, after, "number", ({ formats }) => formats),
    ...compareTexts("pattern-changed", before, after, "string", ({ patterns }) => patterns),
    ...compareLimits(before, after),
    ...compareRules(withoutKeys(before), withoutKeys(after)),
  ].filter(isFirst);
}

/** Texts of which one has to hold; null where some value is free of them. */
type Texts = ReadonlySet<string> | null;

function compareTexts(
  change: "format-changed" | "pattern-changed",
  shapeBefore: Shape,
  shapeAfter: Shape,
  kind: Kind,
  textsOf: (branch: Branch) => readonly string[],
): Finding[] {
  const sides = bothOpen(shapeBefore, shapeAfter, kind);
  if (!sides) return [];
  const read = (branches: readonly Branch[]) =>
    eachOf(branches.map((one) => textsOf(one).join(" and ") || undefined));
  const [before, after] = [read(sides.before), read(sides.after)];
  const [narrowed, widened] = [!covers(after, before), !covers(before, after)];
  if (!narrowed && !widened) return [];
  // The format of a number says how to keep it, not which numbers are valid.
  const breaks = kind === "number" ? "nobody" : breaksWhom({ narrowed, widened });
  return [finding(change, { before: told(before), after: told(after) }, breaks)];
}

function compareLimits(before: Shape, after: Shape): Finding[] {
  return limitNames.flatMap((name) => {
    const sides = bothOpen(before, after, limits[name].bounds);
    if (!sides) return [];
    const past = loosest(
      name,
      sides.before.map((one) => one.limits.get(name)),
    );
    const present = loosest(
      name,
      sides.after.map((one) => one.limits.get(name)),
    );
    if (past === present) return [];
    const values = {
      before: past === undefined ? null : { [name]: past },
      after: present === undefined ? null : { [name]: present },
    };
    return [finding("limit-changed", values, isTighter(name, present, past) ? "sender" : "receiver")];
  });
}

/** Compares the rules of branches, of which one has to hold. */
export function compareRules(before: readonly Branch[], after: readonly Branch[]): Finding[] {
  if (before.length === 0 || after.length === 0) return [];
  const keywords = [...before, ...after].flatMap(({ rules }) => [...rules.keys()]);
  return [...new Set(keywords)].sort(compareText).flatMap((keyword) => {
    const read = (branches: readonly Branch[]) => eachOf(branches.map(({ rules }) => rules.get(keyword)));
    const [past, present] = [read(before), read(after)];
    const [narrowed, widened] = [!covers(present, past), !covers(past, present)];
    if (!narrowed && !widened) return [];
    const values = {
      before: past === null ? null : { [keyword]: told(past) },
      after: present === null ? null : { [keyword]: told(present) },
    };
    return [finding("rule-changed", values, breaksWhom({ narrowed, widened }))];
  });
}

/** The branches that are not objects; the rules of objects are compared variant by variant. */
function withoutKeys({ branches }: Shape): Branch[] {
  return branches.filter(({ types }) => types !== null && !types.has("object"));
}

function bothOpen(
  before: Shape,
  after: Shape,
  kind: Kind,
): { before: Branch[]; after: Branch[] } | undefined {
  const sides = { before: openBranches(before, kind), after: openBranches(after, kind) };
  return sides.before.length > 0 && sides.after.length > 0 ? sides : undefined;
}

function eachOf(texts: readonly (string | undefined)[]): Texts {
  const given = texts.filter((one) => one !== undefined);
  return given.length < texts.length || given.length === 0 ? null : new Set(given);
}

function covers(outer: Texts, inner: Texts): boolean {
  return outer === null || (inner !== null && [...inner].every((text) => outer.has(text)));
}

function told(texts: Texts): JsonValue {
  if (texts === null) return null;
  const [first = null, ...others] = [...texts].sort(compareText);
  return others.length === 0 ? first : [first, ...others];
}

/** Keeps the first of findings that say the same: a format counts for strings and numbers alike. */
function isFirst(one: Finding, index: number, all: readonly Finding[]): boolean {
  const text = JSON.stringify([one.change, one.before, one.after]);
  return (
    all.findIndex((other) => JSON.stringify([other.change, other.before, other.after]) === text) === index
  );
}
