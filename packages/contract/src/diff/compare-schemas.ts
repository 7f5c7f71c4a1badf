import { compareConstraints } from "./compare-constraints.ts";
import { compareArrays, compareObjects } from "./compare-structures.ts";
import { compareValues } from "./compare-values.ts";
import type { Finding } from "./finding.ts";
import type { Node, SchemaReader } from "./schema-reader.ts";
import { type Shape, shapeOf } from "./shape.ts";

/** Compares what a value can be in two documents. */
export interface SchemaComparison {
  compare(before: Node, after: Node): readonly Finding[];
  shapeBefore(node: Node): Shape;
  shapeAfter(node: Node): Shape;
}

/** Makes a comparison of two documents' schemas; each pair of schemas is compared once. */
export function createSchemaComparison(before: SchemaReader, after: SchemaReader): SchemaComparison {
  /** The depth of each pair that is being compared. */
  const open = new Map<string, number>();
  const finished = new Map<string, readonly Finding[]>();
  /** Pairs that rest on one further out that is still open, by that one's depth. */
  const provisional = new Map<string, number>();
  /** The outermost open pair that was met again. */
  let restsOn = Number.POSITIVE_INFINITY;

  const comparison: SchemaComparison = {
    compare(nodeBefore, nodeAfter) {
      const key = `${before.keyOf(nodeBefore)} ${after.keyOf(nodeAfter)}`;
      const known = finished.get(key);
      if (known) return known;
      const met = open.get(key) ?? provisional.get(key);
      if (met !== undefined) {
        // A schema inside itself: what differs is told once, where it was entered.
        restsOn = Math.min(restsOn, met);
        return [];
      }
      const depth = open.size;
      const outside = restsOn;
      restsOn = Number.POSITIVE_INFINITY;
      open.set(key, depth);
      const [shapeBefore, shapeAfter] = [shapeOf(before, nodeBefore), shapeOf(after, nodeAfter)];
      const findings = [
        ...compareValues(shapeBefore, shapeAfter),
        ...compareConstraints(shapeBefore, shapeAfter),
        ...compareObjects(shapeBefore, shapeAfter, comparison),
        ...compareArrays(shapeBefore, shapeAfter, comparison),
      ];
      open.delete(key);
      if (restsOn < depth) {
        provisional.set(key, restsOn);
        restsOn = Math.min(outside, restsOn);
        return findings;
      }
      // Entered from elsewhere, schemas that hold each other are told from there.
      if (restsOn > depth) finished.set(key, findings);
      for (const [inner, outer] of provisional) if (outer >= depth) provisional.delete(inner);
      restsOn = outside;
      return findings;
    },
    shapeBefore: (node) => shapeOf(before, node),
    shapeAfter: (node) => shapeOf(after, node),
  };
  return comparison;
}
