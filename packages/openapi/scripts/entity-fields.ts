import { listOperations, type OpenApiDocument, resolve, type SchemaObject } from "./document.ts";

/**
 * A field of an entity as answers show it: whether it may be null, whether it is a list, which fields it has itself, and
 * what its plain values are.
 */
interface FieldEntry {
  readonly nullable?: true;
  readonly list?: true;
  readonly of?: string | EntityFields;
  readonly is?: string | readonly unknown[];
  readonly pattern?: string;
}

interface EntityFields {
  readonly [field: string]: FieldEntry;
}

/** Renders, for each entity that a 200 answer holds, its fields: what a mock joins and a factory leaves empty. */
export function renderEntityFields(document: OpenApiDocument): { script: string; declaration: string } {
  const found = new Map<string, EntityFields>();
  for (const name of answeredEntities(document)) collect(document, name, found);
  const table = Object.fromEntries([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
  return {
    script: `export const entityFields = ${JSON.stringify(table, null, 1)};\n`,
    declaration: "export declare const entityFields: Readonly<Record<string, unknown>>;\n",
  };
}

/** The entity that an operation answers: its data, or one of the results of a page; null where it has no name. */
export function answeredEntity(document: OpenApiDocument, answer: SchemaObject): string | null {
  const data = answer.properties?.["data"];
  const results = data && resolve(document, data).properties?.["results"];
  const shown = results?.items ?? data;
  return shown?.$ref ? nameOf(shown.$ref) : null;
}

function answeredEntities(document: OpenApiDocument): string[] {
  return listOperations(document).flatMap(([, , , operation]) => {
    const success = resolve(document, operation.responses["200"] ?? { content: {} });
    return answeredEntity(document, success.content["application/json"]?.schema ?? {}) ?? [];
  });
}

function collect(document: OpenApiDocument, name: string, found: Map<string, EntityFields>): void {
  if (found.has(name)) return;
  const schema = document.components.schemas[name];
  if (!schema) return;
  found.set(name, {});
  found.set(name, fieldsOf(document, schema, found));
}

function fieldsOf(
  document: OpenApiDocument,
  given: SchemaObject,
  found: Map<string, EntityFields>,
): EntityFields {
  const schema = resolve<SchemaObject>(document, given);
  const inherited = (schema.allOf ?? []).map((part) => fieldsOf(document, part, found));
  const own = Object.entries(schema.properties ?? {}).map(
    ([field, value]): EntityFields => ({
      [field]: fieldEntry(document, value, found),
    }),
  );
  return Object.assign({}, ...inherited, ...own);
}

function fieldEntry(
  document: OpenApiDocument,
  given: SchemaObject,
  found: Map<string, EntityFields>,
): FieldEntry {
  const schema = resolve<SchemaObject>(document, given);
  const list = schema.items !== undefined;
  const of = innerOf(document, schema.items ?? given, found);
  const { is, pattern } = of === undefined ? plainOf(document, schema.items ?? given) : {};
  return {
    ...(isNullable(document, given) ? { nullable: true as const } : {}),
    ...(list ? { list: true as const } : {}),
    ...(of === undefined ? {} : { of }),
    ...(is === undefined ? {} : { is }),
    ...(pattern === undefined ? {} : { pattern }),
  };
}

/** What plain values a schema allows: those of a closed enum, or a type or format. Nothing where several would do. */
function plainOf(document: OpenApiDocument, given: SchemaObject): Pick<FieldEntry, "is" | "pattern"> {
  const schema = resolve<SchemaObject>(document, given);
  const variants = schema.oneOf ?? schema.anyOf;
  if (variants)
    return oneOfAll(variants.filter(({ type }) => type !== "null").map((one) => plainOf(document, one)));
  if (schema.enum) return { is: schema.enum.filter((value) => value !== null) };
  if ("const" in schema) return { is: [schema.const] };
  const types = [schema.type ?? []].flat().filter((type) => type !== "null");
  const [type, ...others] = types;
  if (type === undefined || others.length > 0) return {};
  if (schema.pattern !== undefined) return { is: type, pattern: schema.pattern };
  return { is: type === "string" && schema.format !== undefined ? schema.format : type };
}

/** What one of several schemas allows: an open enum is any text. */
function oneOfAll(
  variants: readonly Pick<FieldEntry, "is" | "pattern">[],
): Pick<FieldEntry, "is" | "pattern"> {
  const kinds = variants.map(({ is }) => is);
  const lists = kinds.filter((is) => Array.isArray(is));
  if (lists.length === kinds.length) return { is: lists.flat() };
  const [kind, ...others] = new Set(kinds.filter((is) => !Array.isArray(is)));
  const isText = lists.flat().every((value) => typeof value === "string");
  if (kind === undefined || others.length > 0 || (lists.length > 0 && !(kind === "string" && isText)))
    return {};
  const [pattern, ...different] = new Set(variants.map((one) => one.pattern));
  return pattern === undefined || different.length > 0 ? { is: kind } : { is: kind, pattern };
}

/** What an object field holds: the name of its entity, or its own fields where it has no name. */
function innerOf(
  document: OpenApiDocument,
  given: SchemaObject,
  found: Map<string, EntityFields>,
): string | EntityFields | undefined {
  const only = onlyVariant(given);
  let schema = resolve<SchemaObject>(document, only);
  // An entity may be another one under a name of its own.
  while (schema.$ref) schema = resolve<SchemaObject>(document, schema);
  if (!schema.properties && !schema.allOf) return undefined;
  if (!only.$ref) return fieldsOf(document, only, found);
  const name = nameOf(only.$ref);
  collect(document, name, found);
  return name;
}

/** What remains of a choice between a schema and null, or of a schema with a description around it. */
function onlyVariant(schema: SchemaObject): SchemaObject {
  const variants = (schema.oneOf ?? schema.anyOf ?? []).filter(({ type }) => type !== "null");
  const [first, ...others] = variants;
  return first && others.length === 0 ? first : schema;
}

function isNullable(document: OpenApiDocument, given: SchemaObject): boolean {
  const schema = resolve<SchemaObject>(document, given);
  if ([schema.type].flat().includes("null") || schema.enum?.includes(null)) return true;
  // A schema without any type lets everything pass, null too.
  if (Object.keys(schema).every((key) => key === "description" || key === "deprecated")) return true;
  const variants = schema.oneOf ?? schema.anyOf ?? [];
  return variants.some((variant) => isNullable(document, variant));
}

function nameOf(reference: string): string {
  return reference.split("/").pop() ?? "";
}
