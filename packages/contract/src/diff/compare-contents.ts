import { asSchema } from "./branch.ts";
import type { SchemaComparison } from "./compare-schemas.ts";
import { breaksWhom, type Finding, finding, under } from "./finding.ts";
import { compareText, isObject, type JsonObject, objectIn } from "./json.ts";

/** Compares what a body or an answer holds, by its media types. */
export function compareContents(
  before: JsonObject,
  after: JsonObject,
  comparison: SchemaComparison,
): Finding[] {
  const [past, present] = [mediaOf(before), mediaOf(after)];
  const shared = [...past.keys()].filter((type) => present.has(type));
  return [
    ...compareMediaTypes([...past.keys()].sort(compareText), [...present.keys()].sort(compareText)),
    ...shared.flatMap((type) => {
      const [one, other] = [past.get(type)?.["schema"] ?? true, present.get(type)?.["schema"] ?? true];
      const findings = comparison.compare([[asSchema(one)]], [[asSchema(other)]]);
      return type === "application/json" ? findings : under(`(${type})`, findings);
    }),
  ];
}

function compareMediaTypes(before: readonly string[], after: readonly string[]): Finding[] {
  const narrowed = before.some((type) => !after.includes(type));
  const widened = after.some((type) => !before.includes(type));
  if (!narrowed && !widened) return [];
  return [finding("content-type-changed", { before, after }, breaksWhom({ narrowed, widened }))];
}

/** What a body or an answer holds by its media types, without parameters such as the charset. */
export function mediaOf(parent: JsonObject): Map<string, JsonObject> {
  const found = new Map<string, JsonObject>();
  for (const [type, media] of Object.entries(objectIn(parent, "content"))) {
    if (isObject(media)) found.set((type.split(";")[0] ?? type).trim().toLowerCase(), media);
  }
  return found;
}
