import type { OpenApiDocument } from "../../../packages/openapi/scripts/document.ts";
import { flatten, type Schema } from "../document.ts";
import { wordsOf } from "../names.ts";

/** A value that a schema allows, as TypeScript: null where that is allowed, else what its type, enum and format say. */
export function defaultValue(document: OpenApiDocument, name: string, given: Schema): string {
  const schema = flatten(document, given);
  if (isNullable(document, schema)) return "null";
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return JSON.stringify(schema.enum[0]);
  const branch = (schema.oneOf ?? schema.anyOf)?.[0];
  if (branch) return defaultValue(document, name, branch);
  return (valueByType[typeOf(schema)] ?? (() => "null"))({ document, name, schema });
}

/** Whether a schema allows null, by its type, its enum or one of its branches. */
export function isNullable(document: OpenApiDocument, given: Schema): boolean {
  const schema = flatten(document, given);
  const branches = [...(schema.oneOf ?? []), ...(schema.anyOf ?? [])];
  return (
    [schema.type].flat().includes("null") ||
    schema.enum?.includes(null) === true ||
    branches.some((branch) => isNullable(document, branch))
  );
}

/** The type of a schema, beside null. */
export function typeOf({ type, properties }: Schema): string {
  return [type].flat().find((one) => one !== "null") ?? (properties ? "object" : "");
}

interface Place {
  readonly document: OpenApiDocument;
  readonly name: string;
  readonly schema: Schema;
}

const valueByType: Readonly<Record<string, (place: Place) => string>> = {
  string: ({ name, schema }) => JSON.stringify(valueByFormat[schema.format ?? ""] ?? labelOf(name)),
  integer: ({ schema }) => String(schema.minimum ?? 1),
  number: ({ schema }) => String(schema.minimum ?? 1),
  boolean: () => "false",
  array: () => "[]",
  object: ({ document, schema }) => {
    // What an inner object may leave out is left out; the wire has it so as well.
    const entries = (schema.required ?? []).map((key) => {
      const value = defaultValue(document, key, schema.properties?.[key] ?? {});
      return `${JSON.stringify(key)}: ${value}`;
    });
    return entries.length > 0 ? `{ ${entries.join(", ")} }` : "{}";
  },
};

const valueByFormat: Readonly<Record<string, string>> = {
  "date-time": "2026-01-15T09:00:00.000Z",
  date: "2026-01-15",
  time: "09:00:00",
  uri: "https://example.com/",
  email: "someone@example.com",
  uuid: "00000000-0000-4000-8000-000000000000",
};

function labelOf(name: string): string {
  const words = wordsOf(name);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
