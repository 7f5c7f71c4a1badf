import { isList, isObject, type JsonObject, type JsonValue, listIn, stringsIn, textOf } from "./json.ts";
import { limitsOf } from "./limits.ts";

/** A type of JSON; integers are numbers without a fraction. */
export type JsonType = "null" | "boolean" | "integer" | "number" | "string" | "object" | "array";

/** Schemas that all hold at once. */
export type Term = readonly JsonObject[];

/** One way in which a value can be valid, without references and combinations. */
export interface Branch {
  /** Null where any type will do. */
  readonly types: ReadonlySet<JsonType> | null;
  /** The listed values but null, by their text; null where values are not listed. */
  readonly literals: ReadonlyMap<string, JsonValue> | null;
  readonly formats: readonly string[];
  readonly patterns: readonly string[];
  readonly limits: ReadonlyMap<string, number>;
  /** Rules that are compared as text only, by their keyword. */
  readonly rules: ReadonlyMap<string, string>;
  readonly properties: ReadonlyMap<string, Term>;
  readonly required: ReadonlySet<string>;
  /** What further keys hold: anything, nothing, or what a schema allows. */
  readonly additional: boolean | Term;
  readonly items: Term | null;
  readonly default: JsonValue | undefined;
  readonly deprecated: boolean;
}

const typeNames: readonly string[] = [
  "null",
  "boolean",
  "integer",
  "number",
  "string",
  "object",
  "array",
] satisfies JsonType[];

/** A schema that allows everything. */
export const anything: JsonObject = {};
/** A schema that allows nothing. */
const nothing: JsonObject = { not: {} };

/** The branch that allows null and nothing else. */
export const nullBranch = readBranch({ type: "null" }, new Map());

/** Reads a schema's own keywords, without what it refers to or combines. */
export function readBranch(schema: JsonObject, rules: ReadonlyMap<string, string>): Branch {
  const listed = "const" in schema ? [schema["const"] ?? null] : schema["enum"];
  const literals = isList(listed) ? listed.filter((one) => one !== null) : null;
  const items = schema["items"];
  return {
    types: readTypes(schema, isList(listed) ? listed : undefined),
    literals: literals && new Map(literals.map((one) => [textOf(one), one])),
    formats: textIn(schema, "format"),
    patterns: textIn(schema, "pattern"),
    limits: limitsOf(schema),
    rules,
    properties: new Map(propertiesIn(schema)),
    required: new Set(stringsIn(schema, "required")),
    additional: readAdditional(schema),
    items: items === undefined || isList(items) ? null : [asSchema(items)],
    default: schema["default"],
    deprecated: schema["deprecated"] === true,
  };
}

/** A schema as an object; JSON Schema also writes `true` and `false`. */
export function asSchema(value: JsonValue): JsonObject {
  if (value === false) return nothing;
  return isObject(value) && Object.keys(value).length > 0 ? value : anything;
}

function readTypes(
  schema: JsonObject,
  listed: readonly JsonValue[] | undefined,
): ReadonlySet<JsonType> | null {
  const written = schema["type"];
  const names = typeof written === "string" ? [written] : stringsIn(schema, "type");
  const types = new Set(names.filter(isType));
  if (types.size === 0) return listed ? new Set(listed.map(typeOfValue)) : null;
  // A list of values with null beside a type without it is written by mistake; null is meant.
  if (listed?.includes(null)) types.add("null");
  return types;
}

/** The narrowest type of a value. */
export function typeOfValue(value: JsonValue): JsonType {
  if (value === null) return "null";
  if (typeof value === "number") return Number.isInteger(value) ? "integer" : "number";
  if (typeof value === "string") return "string";
  if (typeof value === "boolean") return "boolean";
  return isObject(value) ? "object" : "array";
}

function isType(name: string): name is JsonType {
  return typeNames.includes(name);
}

function textIn(schema: JsonObject, key: string): string[] {
  const value = schema[key];
  return typeof value === "string" ? [value] : [];
}

function propertiesIn(schema: JsonObject): [string, Term][] {
  const properties = schema["properties"];
  return isObject(properties) ? Object.entries(properties).map(([name, one]) => [name, [asSchema(one)]]) : [];
}

function readAdditional(schema: JsonObject): boolean | Term {
  // What allOf adds is merged before keys are counted, so both keywords close the same object.
  const written = schema["additionalProperties"] ?? schema["unevaluatedProperties"] ?? true;
  if (typeof written === "boolean") return written;
  return asSchema(written) === anything ? true : [asSchema(written)];
}

/** The schemas of a list such as `allOf`. */
export function schemasIn(schema: JsonObject, key: string): JsonObject[] {
  return listIn(schema, key).map(asSchema);
}
