import type { JsonType } from "./branch.ts";
import { type Breaks, breaksWhom, type Finding, finding } from "./finding.ts";
import { textOf } from "./json.ts";
import {
  allowsKind,
  defaultOf,
  isDeprecated,
  type Kind,
  kinds,
  listedOf,
  type Shape,
  wordsOf,
} from "./shape.ts";

/** Compares the types, null, the listed values and the default of two shapes. */
export function compareValues(before: Shape, after: Shape): Finding[] {
  const shared = kinds.filter((kind) => allowsKind(before, kind) && allowsKind(after, kind));
  return [
    ...compareTypes(before, after),
    ...shared.flatMap((kind) => compareListed(before, after, kind)),
    ...compareDefaults(before, after),
    ...compareDeprecation(before, after),
  ];
}

function compareTypes(before: Shape, after: Shape): Finding[] {
  const findings: Finding[] = [];
  const narrowed = !covers(after, before);
  const widened = !covers(before, after);
  if (narrowed || widened) {
    const words = { before: wordsOf(before), after: wordsOf(after) };
    findings.push(finding("type-changed", words, breaksWhom({ narrowed, widened })));
  }
  // Where any type will do, null is one of them.
  const sameAny = before.isAny === after.isAny;
  if (sameAny && !before.isNullable && after.isNullable) {
    findings.push(finding("became-nullable", { before: false, after: true }, "receiver"));
  }
  if (sameAny && before.isNullable && !after.isNullable) {
    findings.push(finding("no-longer-nullable", { before: true, after: false }, "sender"));
  }
  return findings;
}

function covers(outer: Shape, inner: Shape): boolean {
  if (outer.isAny || inner.isAny) return outer.isAny;
  const has = (type: JsonType) => outer.types.has(type) || (type === "integer" && outer.types.has("number"));
  return [...inner.types].every(has);
}

function compareListed(shapeBefore: Shape, shapeAfter: Shape, kind: Kind): Finding[] {
  const before = listedOf(shapeBefore, kind);
  const after = listedOf(shapeAfter, kind);
  const [past, present] = [[...before.values.values()], [...after.values.values()]];
  if (!before.isOpen && after.isOpen) {
    const opened = finding("enum-opened", { before: past, after: present }, "receiver");
    if (present.length === 0) return [opened];
    return [opened, ...compareEach("nobody", "nobody")];
  }
  if (before.isOpen && !after.isOpen) {
    const closed = finding("enum-closed", { before: past, after: present }, "sender");
    if (past.length === 0) return [closed];
    return [closed, ...compareEach("nobody", "nobody")];
  }
  // Where any other value is allowed too, a list is only what is known.
  return before.isOpen ? compareEach("nobody", "nobody") : compareEach("receiver", "sender");

  function compareEach(ifAdded: Breaks, ifRemoved: Breaks): Finding[] {
    const removed = [...before.values].filter(([text]) => !after.values.has(text));
    const added = [...after.values].filter(([text]) => !before.values.has(text));
    return [
      ...removed.map(([, value]) => finding("enum-value-removed", { before: value }, ifRemoved)),
      ...added.map(([, value]) => finding("enum-value-added", { after: value }, ifAdded)),
    ];
  }
}

function compareDefaults(before: Shape, after: Shape): Finding[] {
  const [past, present] = [defaultOf(before), defaultOf(after)];
  if (past === present || (past !== undefined && present !== undefined && textOf(past) === textOf(present)))
    return [];
  return [finding("default-changed", { before: past, after: present }, "nobody")];
}

function compareDeprecation(before: Shape, after: Shape): Finding[] {
  const [past, present] = [isDeprecated(before), isDeprecated(after)];
  if (past === present || before.branches.length === 0 || after.branches.length === 0) return [];
  return [
    finding(present ? "deprecated" : "no-longer-deprecated", { before: past, after: present }, "nobody"),
  ];
}
