import { DocumentError, type OpenApiDocument, type SchemaObject } from "./document.ts";

type Schemas = OpenApiDocument["components"]["schemas"];

/**
 * The schemas that contain themselves through unions and lists alone. An indexed access cannot stand for those in their
 * own type, so that they become type aliases of their own.
 */
export function selfContained({ components: { schemas } }: OpenApiDocument): string[] {
  return Object.keys(schemas).filter((name) => reachesItself(schemas, name, partsOf));
}

function reachesItself(
  schemas: Schemas,
  name: string,
  namesIn: (schema: SchemaObject) => readonly string[],
): boolean {
  const seen = new Set<string>();
  const reaches = (from: string): boolean =>
    namesIn(schemas[from] ?? {}).some((next) => {
      if (next === name) return true;
      if (seen.has(next)) return false;
      seen.add(next);
      return reaches(next);
    });
  return reaches(name);
}

/** The names that a schema is made of by unions and lists. */
function partsOf(schema: SchemaObject): string[] {
  if (schema.$ref) return [nameOf(schema.$ref)];
  return [...branchesOf(schema), ...(schema.items ? [schema.items] : [])].flatMap(partsOf);
}

/** The names that a schema is made of with nothing between: no list, no object. */
function bareParts(schema: SchemaObject): string[] {
  return schema.$ref ? [nameOf(schema.$ref)] : branchesOf(schema).flatMap(bareParts);
}

function branchesOf({ oneOf = [], anyOf = [], allOf = [] }: SchemaObject): SchemaObject[] {
  return [...oneOf, ...anyOf, ...allOf];
}

/** The aliases of such schemas, as TypeScript. */
export function renderAliases(document: OpenApiDocument): string {
  const { schemas } = document.components;
  const names = selfContained(document);
  return names
    .map((name) => {
      const fail = (message: string): never => {
        throw new DocumentError(`components/schemas/${name}`, message);
      };
      if (reachesItself(schemas, name, bareParts)) {
        fail(`"${name}" contains itself with neither a list nor a property between, so it has no type.`);
      }
      return `type ${name} = ${typeOf(schemas[name] ?? {}, names, fail)};\n`;
    })
    .join("");
}

const primitives: Record<string, string> = {
  string: "string",
  number: "number",
  integer: "number",
  boolean: "boolean",
  null: "null",
};

function typeOf(schema: SchemaObject, aliases: readonly string[], fail: (message: string) => never): string {
  if (schema.$ref) {
    const name = nameOf(schema.$ref);
    return aliases.includes(name) ? name : `components["schemas"]["${name}"]`;
  }
  const branches = schema.oneOf ?? schema.anyOf;
  if (branches) return branches.map((branch) => typeOf(branch, aliases, fail)).join(" | ");
  if (schema.items) return `(${typeOf(schema.items, aliases, fail)})[]`;
  return (
    primitives[String(schema.type)] ??
    fail(
      `A schema that contains itself is made of more than unions, lists and plain types: ${JSON.stringify(schema)}`,
    )
  );
}

function nameOf(reference: string): string {
  return reference.split("/").at(-1) ?? "";
}
