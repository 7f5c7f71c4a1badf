import { readFileSync } from "node:fs";
import { join } from "node:path";
import { listOperations, type OpenApiDocument, resolve, type SchemaObject } from "../scripts/document.ts";

/** The generated document. */
export const document = readJson("../generated/openapi.json") as OpenApiDocument & Webhooks;

interface Webhooks {
  readonly webhooks: OpenApiDocument["paths"];
}

/** An operation or a webhook, with what it takes and what its 200 holds. */
export interface Exchange {
  readonly name: string;
  readonly operation: OpenApiDocument["paths"][string][string];
  readonly request?: SchemaObject;
  readonly answer?: SchemaObject;
}

/** Every operation, by its name. */
export const exchanges: readonly Exchange[] = listOperations(document).map(([name, , , operation]) => {
  const success = resolve(document, operation.responses["200"] ?? { content: {} });
  const answer = success.content["application/json"]?.schema;
  return { name, operation, ...requestOf(operation), ...(answer ? { answer } : {}) };
});

/** Every webhook, by its name. */
export const webhooks: readonly Exchange[] = Object.entries(document.webhooks).flatMap(([name, methods]) =>
  Object.values(methods).map((operation) => ({ name, operation, ...requestOf(operation) })),
);

function requestOf(operation: Exchange["operation"]): { request?: SchemaObject } {
  const [media] = Object.values(operation.requestBody?.content ?? {});
  return media ? { request: media.schema } : {};
}

/** A schema with its place, as `Tool.coverage.read_models[]`. */
export interface PlacedSchema {
  readonly place: string;
  readonly schema: SchemaObject & { readonly enum?: readonly unknown[] };
}

/** Every named schema and what stands within each; what a `$ref` leads to stands at its own name only. */
export const schemas: readonly PlacedSchema[] = Object.entries(document.components.schemas).flatMap(
  ([name, schema]) => within(name, schema),
);

/** A schema and all that stands within it. */
export function within(place: string, schema: SchemaObject): PlacedSchema[] {
  const { properties = {}, items, additionalProperties, oneOf = [], anyOf = [], allOf = [] } = schema;
  return [
    { place, schema },
    ...Object.entries(properties).flatMap(([key, one]) => within(`${place}.${key}`, one)),
    ...(items ? within(`${place}[]`, items) : []),
    ...(typeof additionalProperties === "object" ? within(`${place}{}`, additionalProperties) : []),
    ...[...oneOf, ...anyOf, ...allOf].flatMap((one, index) => within(`${place}|${index}`, one)),
  ];
}

/** What a schema is to its reader: its own description, or that of the schema it refers to. */
export function descriptionOf(schema: SchemaObject): string | undefined {
  const name = schema.$ref?.split("/").at(-1);
  return schema.description ?? (name ? document.components.schemas[name]?.description : undefined);
}

/** A JSON file, by its path from here. */
export function readJson(path: string): unknown {
  return JSON.parse(readFileSync(join(import.meta.dirname, path), "utf8"));
}
