import type { Branch } from "./branch.ts";
import type { SchemaComparison } from "./compare-schemas.ts";
import { compareText } from "./json.ts";
import type { Node } from "./schema-reader.ts";
import { listedOf, type Shape } from "./shape.ts";

/** A property that tells the variants of a union apart, with the variants of both sides by its values. */
export interface Tag {
  readonly name: string;
  readonly before: ReadonlyMap<string, Branch>;
  readonly after: ReadonlyMap<string, Branch>;
}

/** Finds the property whose constants tell variants apart; of several, the one whose values agree most. */
export function findTag(
  before: readonly Branch[],
  after: readonly Branch[],
  { shapeBefore, shapeAfter }: SchemaComparison,
): Tag | undefined {
  const names = [...(before[0]?.properties.keys() ?? [])].sort(compareText);
  const tags = names.flatMap((name): Tag[] => {
    const past = byValue(before, name, shapeBefore);
    const present = past && byValue(after, name, shapeAfter);
    return past && present ? [{ name, before: past, after: present }] : [];
  });
  return tags.toSorted((a, b) => agreement(b) - agreement(a))[0];
}

function byValue(
  branches: readonly Branch[],
  name: string,
  shapeOf: (node: Node) => Shape,
): Map<string, Branch> | undefined {
  const variants = new Map<string, Branch>();
  for (const branch of branches) {
    const term = branch.properties.get(name);
    const values = term && constantsOf(shapeOf([term]));
    if (!values || values.some((value) => variants.has(value))) return undefined;
    for (const value of values) variants.set(value, branch);
  }
  return variants;
}

/** The only strings that a property can have; undefined where it can be anything else. */
function constantsOf(shape: Shape): string[] | undefined {
  const { values, isOpen } = listedOf(shape, "string");
  if (isOpen || shape.isNullable || shape.types.size !== 1 || !shape.types.has("string")) return undefined;
  const texts = [...values.values()].filter((one) => typeof one === "string");
  return texts.length > 0 ? texts : undefined;
}

function agreement({ before, after }: Tag): number {
  return [...before.keys()].filter((value) => after.has(value)).length;
}
