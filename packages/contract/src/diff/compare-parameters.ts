import { anything, asSchema } from "./branch.ts";
import type { SchemaComparison } from "./compare-schemas.ts";
import { compareRequired } from "./compare-structures.ts";
import { type Finding, finding, under } from "./finding.ts";
import { isObject, type JsonObject, type JsonValue, objectIn } from "./json.ts";
import type { Parameter } from "./operations.ts";
import type { Node } from "./schema-reader.ts";
import { type Shape, wordsOf } from "./shape.ts";

type Parameters = ReadonlyMap<string, Parameter>;

/** Compares the parameters of an operation; each finding is at `query.page_size` and the like. */
export function compareParameters(
  before: Parameters,
  after: Parameters,
  comparison: SchemaComparison,
): Finding[] {
  const keys = new Set([...before.keys(), ...after.keys()]);
  return [...keys].flatMap((key) => {
    const [past, present] = [before.get(key), after.get(key)];
    const known = past ?? present;
    if (!known) return [];
    return under(`${known.in}.${known.name}`, compareParameter(past, present, comparison));
  });
}

function compareParameter(
  before: Parameter | undefined,
  after: Parameter | undefined,
  comparison: SchemaComparison,
): Finding[] {
  if (!before || !after) {
    if (before)
      return [
        finding("parameter-removed", { before: described(before.parameter, comparison.shapeBefore) }, "both"),
      ];
    if (!after) return [];
    const isRequired = after.parameter["required"] === true;
    const told = described(after.parameter, comparison.shapeAfter);
    return [finding("parameter-added", { after: told }, isRequired ? "sender" : "nobody")];
  }
  const [past, present] = [before.parameter, after.parameter];
  return [
    ...compareRequired(past["required"] === true, present["required"] === true),
    ...compareStyles(before, after, comparison),
    ...comparison.compare(valueNode(past), valueNode(present)),
  ];
}

/** What a parameter or a header holds, as a schema. */
export function valueNode(parameter: JsonObject): Node {
  const [media] = Object.values(objectIn(parameter, "content"));
  const schema = parameter["schema"] ?? (isObject(media) ? media["schema"] : undefined) ?? true;
  return [[asSchema(schema), parameter["deprecated"] === true ? deprecatedValue : anything]];
}

/** A parameter or header in the words of a difference. */
export function described(parameter: JsonObject, shapeOf: (node: Node) => Shape): JsonValue {
  return { type: wordsOf(shapeOf(valueNode(parameter))), required: parameter["required"] === true };
}

const deprecatedValue: JsonObject = { deprecated: true };

/** Compares how lists and objects are written, which makes no difference to a single value. */
function compareStyles(before: Parameter, after: Parameter, comparison: SchemaComparison): Finding[] {
  const [past, present] = [styleOf(before), styleOf(after)];
  const { types } = comparison.shapeAfter(valueNode(after.parameter));
  if (past === present || !(types.has("array") || types.has("object"))) return [];
  return [finding("style-changed", { before: past, after: present }, "both")];
}

const defaultStyles: Record<string, string> = {
  query: "form",
  cookie: "form",
  path: "simple",
  header: "simple",
};

function styleOf({ in: place, parameter }: Parameter): string {
  const style = parameter["style"] ?? defaultStyles[place] ?? "form";
  const isExploded = parameter["explode"] ?? style === "form";
  return `${String(style)}${isExploded === true ? ", exploded" : ""}`;
}
