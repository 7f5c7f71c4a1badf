import type { OpenApiDocument, SchemaObject } from "./document.ts";

/**
 * The schemas that contain themselves through unions and lists alone. An indexed access cannot stand for those in their
 * own type, so that they become type aliases of their own.
 */
export function selfContained(document: OpenApiDocument): string[] {
  const { schemas } = document.components;
  const reaches = (from: string, to: string, seen: Set<string>): boolean =>
    partsOf(schemas[from] ?? {}).some((name) => {
      if (name === to) return true;
      if (seen.has(name)) return false;
      seen.add(name);
      return reaches(name, to, seen);
    });
  return Object.keys(schemas).filter((name) => reaches(name, name, new Set()));
}

function partsOf(schema: SchemaObject): string[] {
  if (schema.$ref) return [nameOf(schema.$ref)];
  const inner = [...(schema.oneOf ?? []), ...(schema.anyOf ?? []), ...(schema.allOf ?? [])];
  return [...inner, ...(schema.items ? [schema.items] : [])].flatMap(partsOf);
}

/** The aliases of such schemas, as TypeScript. */
export function renderAliases(document: OpenApiDocument): string {
  const names = selfContained(document);
  return names
    .map((name) => `type ${name} = ${typeOf(document.components.schemas[name] ?? {}, names)};\n`)
    .join("");
}

const primitives: Record<string, string> = {
  string: "string",
  number: "number",
  integer: "number",
  boolean: "boolean",
  null: "null",
};

function typeOf(schema: SchemaObject, aliases: readonly string[]): string {
  if (schema.$ref) {
    const name = nameOf(schema.$ref);
    return aliases.includes(name) ? name : `components["schemas"]["${name}"]`;
  }
  const branches = schema.oneOf ?? schema.anyOf;
  if (branches) return branches.map((branch) => typeOf(branch, aliases)).join(" | ");
  if (schema.items) return `(${typeOf(schema.items, aliases)})[]`;
  const primitive = primitives[String(schema.type)];
  if (primitive) return primitive;
  throw new Error(
    `A schema that contains itself is made of more than unions, lists and plain types: ${JSON.stringify(schema)}`,
  );
}

function nameOf(reference: string): string {
  return reference.split("/").at(-1) ?? "";
}
