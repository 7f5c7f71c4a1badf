import { resolve, type SchemaObject } from "../scripts/document.ts";
import { document } from "./schemas.ts";

const keywords = [
  "minimum",
  "maximum",
  "exclusiveMinimum",
  "exclusiveMaximum",
  "multipleOf",
  "minLength",
  "maxLength",
  "minItems",
  "maxItems",
  "uniqueItems",
  "minProperties",
  "maxProperties",
  "pattern",
  "format",
  "default",
  "deprecated",
  "additionalProperties",
] as const;

/** Where a limit stands below a schema, its keyword and its value; `"schema"` for `additionalProperties` with one. */
export type PlacedLimit = readonly [path: string, keyword: string, value: unknown];

/** The values of a keyword at a path such as `data.results[].id`, in whichever branch they stand. */
export function valuesAt(schema: SchemaObject, path: string, keyword: string): unknown[] {
  const keys = path.match(/\[\]|\{\}|[^.[\]{}]+/g) ?? [];
  const found = keys.reduce(
    (schemas, key) =>
      schemas
        .flatMap((one) => stepsFrom(one).filter(([step]) => step === key))
        .flatMap(([, one]) => branchesOf(one)),
    branchesOf(schema),
  );
  return found.flatMap((one) =>
    limitsOf(one)
      .filter(([key]) => key === keyword)
      .map(([, value]) => value),
  );
}

/** Every limit below a schema; what contains itself is told once. */
export function limitsBelow(
  schema: SchemaObject,
  path = "",
  open: readonly SchemaObject[] = [],
): PlacedLimit[] {
  const branches = branchesOf(schema).filter((branch) => !open.includes(branch));
  const within = [...open, ...branches];
  return branches.flatMap((branch) => [
    ...limitsOf(branch).map(([keyword, value]): PlacedLimit => [path, keyword, value]),
    ...stepsFrom(branch).flatMap(([step, one]) => {
      const separator = path === "" || step === "[]" || step === "{}" ? "" : ".";
      return limitsBelow(one, `${path}${separator}${step}`, within);
    }),
  ]);
}

function limitsOf(schema: SchemaObject): [string, unknown][] {
  const values: Readonly<Record<string, unknown>> = { ...schema };
  return keywords.flatMap((keyword): [string, unknown][] => {
    const value = values[keyword];
    if (value === undefined) return [];
    return [[keyword, keyword === "additionalProperties" && typeof value === "object" ? "schema" : value]];
  });
}

/** A schema with all that it refers to and all its branches, side by side. */
function branchesOf(schema: SchemaObject): SchemaObject[] {
  const parts = [...(schema.allOf ?? []), ...(schema.oneOf ?? []), ...(schema.anyOf ?? [])];
  const referred = schema.$ref ? [resolve<SchemaObject>(document, { $ref: schema.$ref })] : [];
  return [schema, ...[...referred, ...parts].flatMap(branchesOf)];
}

function stepsFrom(schema: SchemaObject): [string, SchemaObject][] {
  const { properties = {}, items, additionalProperties } = schema;
  return [
    ...Object.entries(properties),
    ...(items ? [["[]", items] satisfies [string, SchemaObject]] : []),
    ...(typeof additionalProperties === "object"
      ? [["{}", additionalProperties] satisfies [string, SchemaObject]]
      : []),
  ];
}
