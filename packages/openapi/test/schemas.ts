import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { OpenApiDocument, SchemaObject } from "../scripts/document.ts";

/** The generated document. */
export const document = JSON.parse(
  readFileSync(join(import.meta.dirname, "../generated/openapi.json"), "utf8"),
) as OpenApiDocument;

/** A schema with its place, as `Tool.coverage.read_models[]`. */
export interface PlacedSchema {
  readonly place: string;
  readonly schema: SchemaObject & { readonly enum?: readonly unknown[] };
}

/** Every named schema and what stands within each; what a `$ref` leads to stands at its own name only. */
export const schemas: readonly PlacedSchema[] = Object.entries(document.components.schemas).flatMap(
  ([name, schema]) => within(name, schema),
);

function within(place: string, schema: SchemaObject): PlacedSchema[] {
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
