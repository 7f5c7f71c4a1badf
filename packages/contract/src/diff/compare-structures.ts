import { anything, type Branch, type Term } from "./branch.ts";
import { compareRules } from "./compare-constraints.ts";
import type { SchemaComparison } from "./compare-schemas.ts";
import { type Breaks, type Finding, finding, under } from "./finding.ts";
import { compareText, type JsonValue } from "./json.ts";
import { allowsEverything, itemsOf, openBranches, type Shape, wordsOf } from "./shape.ts";
import { pairVariants } from "./variants.ts";

/** Compares the keys of two shapes, variant by variant where there are several. */
export function compareObjects(before: Shape, after: Shape, comparison: SchemaComparison): Finding[] {
  // Where only one side says anything about keys, the change of type has said it.
  if (before.isAny !== after.isAny) return [];
  const [past, present] = [openBranches(before, "object"), openBranches(after, "object")];
  if (past.length === 0 || present.length === 0) return [];
  const { paired, removed, added } = pairVariants(past, present, comparison, compareBranches);
  return [
    ...paired.flatMap(({ step, findings }) => under(step, findings)),
    ...removed.map((variant) => finding("variant-removed", { before: variant }, "sender")),
    ...added.map((variant) => finding("variant-added", { after: variant }, "receiver")),
  ];
}

/** Compares the items of two shapes that are lists. */
export function compareArrays(before: Shape, after: Shape, comparison: SchemaComparison): Finding[] {
  if (before.isAny !== after.isAny) return [];
  const [past, present] = [itemsOf(before), itemsOf(after)];
  if (past.length === 0 || present.length === 0) return [];
  return under("[]", comparison.compare(past, present));
}

function compareBranches(before: Branch, after: Branch, comparison: SchemaComparison): Finding[] {
  const names = new Set([...namesOf(before), ...namesOf(after)]);
  const findings = [...names].sort(compareText).flatMap((name) => {
    const step = `.${name}`;
    return under(step, compareProperty(name, before, after, comparison));
  });
  return [
    ...findings,
    ...compareAdditional(before.additional, after.additional, comparison),
    ...compareRules([before], [after]),
  ];
}

function compareProperty(
  name: string,
  before: Branch,
  after: Branch,
  comparison: SchemaComparison,
): Finding[] {
  const [past, present] = [termOf(before, name), termOf(after, name)];
  const [wasRequired, isRequired] = [before.required.has(name), after.required.has(name)];
  if (!past) {
    if (!present) return [];
    const type = wordsOf(comparison.shapeAfter([present]));
    // An answer may hold more than a client knows; a request that lacks what is now required is refused.
    return [
      finding("property-added", { after: { type, required: isRequired } }, isRequired ? "sender" : "nobody"),
    ];
  }
  if (!present) {
    const type = wordsOf(comparison.shapeBefore([past]));
    return [finding("property-removed", { before: { type, required: wasRequired } }, "both")];
  }
  return [...compareRequired(wasRequired, isRequired), ...comparison.compare([past], [present])];
}

/** Compares whether something has to be given. */
export function compareRequired(before: boolean, after: boolean): Finding[] {
  if (before === after) return [];
  return after
    ? [finding("became-required", { before, after }, "sender")]
    : [finding("became-optional", { before, after }, "receiver")];
}

function compareAdditional(
  before: Branch["additional"],
  after: Branch["additional"],
  comparison: SchemaComparison,
): Finding[] {
  const past = typeof before === "boolean" ? before : comparison.shapeBefore([before]);
  const present = typeof after === "boolean" ? after : comparison.shapeAfter([after]);
  const [was, is] = [furtherKeys(past), furtherKeys(present)];
  if (was === is && typeof was === "boolean") return [];
  if (typeof was === "string" && typeof is === "string") {
    if (typeof before === "boolean" || typeof after === "boolean") return [];
    return under(".*", comparison.compare([before], [after]));
  }
  return [finding("additional-properties-changed", { before: was, after: is }, breaksByKeys(was, is))];
}

/** What keys without a name of their own hold: true for anything, false for none, or the types in words. */
function furtherKeys(additional: boolean | Shape): boolean | string {
  if (typeof additional === "boolean") return additional;
  if (additional.branches.length === 0 && !additional.isNullable) return false;
  return allowsEverything(additional) ? true : wordsOf(additional);
}

function breaksByKeys(was: JsonValue, is: JsonValue): Breaks {
  // A client lets keys pass that it does not know, but relies on what is said of them.
  if (is === true) return was === false ? "nobody" : "receiver";
  return was === false ? "nobody" : "sender";
}

function namesOf({ properties, required }: Branch): Set<string> {
  return new Set([...properties.keys(), ...required]);
}

/** What a key holds; anything where it is only required. */
function termOf({ properties, required }: Branch, name: string): Term | undefined {
  return properties.get(name) ?? (required.has(name) ? [anything] : undefined);
}
