import type { Branch } from "./branch.ts";
import type { SchemaComparison } from "./compare-schemas.ts";
import type { Finding } from "./finding.ts";
import { compareText, type JsonValue } from "./json.ts";
import { findTag, type Tag } from "./tag.ts";

/** What was found about the variants of two unions. */
export interface PairedVariants {
  /** Variants that both have; the step leads to one of several: `(type=inline)`. */
  readonly paired: readonly { readonly step: string; readonly findings: readonly Finding[] }[];
  /** Variants that only one has, each told by its constant property or by its keys. */
  readonly removed: readonly JsonValue[];
  readonly added: readonly JsonValue[];
}

type CompareBranches = (before: Branch, after: Branch, comparison: SchemaComparison) => Finding[];

/** Finds which variants of two unions belong together: by a constant property, else by which differ least. */
export function pairVariants(
  before: readonly Branch[],
  after: readonly Branch[],
  comparison: SchemaComparison,
  compareBranches: CompareBranches,
): PairedVariants {
  const compare = (one: Branch, other: Branch) => compareBranches(one, other, comparison);
  if (before.length === 1 && after.length === 1) return pairAlike(before, after, compare);
  const tag = findTag(before, after, comparison);
  return tag ? pairByTag(tag, compare) : pairAlike(before, after, compare);
}

function pairByTag(
  { name, before, after }: Tag,
  compare: (b: Branch, a: Branch) => Finding[],
): PairedVariants {
  const shared = [...before.keys()].filter((value) => after.has(value)).sort(compareText);
  const paired = shared.flatMap((value) => {
    const [one, other] = [before.get(value), after.get(value)];
    if (!one || !other) return [];
    // Which values the constant has is told as variants.
    const findings = compare(one, other).filter(
      ({ at, change }) => at !== `.${name}` || !change.startsWith("enum-"),
    );
    return [{ step: `(${name}=${value})`, findings }];
  });
  const only = (one: ReadonlyMap<string, Branch>, other: ReadonlyMap<string, Branch>) =>
    [...one.keys()].filter((value) => !other.has(value)).map((value) => ({ [name]: value }));
  return { paired, removed: only(before, after), added: only(after, before) };
}

function pairAlike(
  before: readonly Branch[],
  after: readonly Branch[],
  compare: (before: Branch, after: Branch) => Finding[],
): PairedVariants {
  const pairs = before.flatMap((one) =>
    after.map((other) => ({ one, other, findings: compare(one, other) })),
  );
  const found = new Set<Branch>();
  const paired: { step: string; findings: readonly Finding[] }[] = [];
  // The same variant may be written twice.
  for (const { one, other, findings } of pairs) {
    if (findings.length > 0) continue;
    found.add(one).add(other);
    paired.push({ step: "", findings });
  }
  for (const { one, other, findings } of pairs.toSorted((a, b) => a.findings.length - b.findings.length)) {
    if (found.has(one) || found.has(other)) continue;
    if (!haveCommonKey(one, other) && before.length + after.length > 2) continue;
    found.add(one).add(other);
    paired.push({ step: "", findings });
  }
  const rest = (branches: readonly Branch[]) =>
    branches.filter((one) => !found.has(one)).map((one) => [...one.properties.keys()].sort(compareText));
  return { paired, removed: rest(before), added: rest(after) };
}

function haveCommonKey(a: Branch, b: Branch): boolean {
  return [...a.properties.keys()].some((name) => b.properties.has(name));
}
