import { type OpenApiDocument, resolve, type SchemaObject } from "./document.ts";

/** The keys that a value may have, nested; `true` where anything goes. */
interface KnownKeys {
  readonly [key: string]: KnownKeys | true;
}

/** The keys that a body may have; undefined where anything goes. */
export function knownKeys(document: OpenApiDocument, given: SchemaObject): KnownKeys | undefined {
  const schema = resolve(document, given);
  if (schema.items) return knownKeys(document, schema.items);
  if (schema.additionalProperties !== undefined && schema.additionalProperties !== false) return undefined;
  const parts = [...(schema.allOf ?? []), ...(schema.oneOf ?? []), ...(schema.anyOf ?? [])];
  const own = Object.entries(schema.properties ?? {}).map(
    ([key, value]): KnownKeys => ({ [key]: knownKeys(document, value) ?? true }),
  );
  const ofParts = parts.map((part) => knownKeys(document, part)).filter((keys) => keys !== undefined);
  const all = [...own, ...ofParts];
  return all.length === 0 && !schema.properties ? undefined : all.reduce<KnownKeys>(mergeKeys, {});
}

/** What either knows; where one of them lets anything pass, so does the whole. */
function mergeKeys(one: KnownKeys, other: KnownKeys): KnownKeys {
  const merged: Record<string, KnownKeys | true> = { ...one };
  for (const [key, keys] of Object.entries(other)) {
    const known = merged[key];
    merged[key] =
      known === undefined ? keys : known === true || keys === true ? true : mergeKeys(known, keys);
  }
  return merged;
}

/** The paths of all deprecated keys of a body, the outermost ones only; lists are no part of a path. */
export function deprecatedKeys(document: OpenApiDocument, schema: SchemaObject): string[][] {
  const places = Map.groupBy(declarations(document, schema, []), ({ path }) => path.join("\n"));
  // Where one shape of a union still has the key, a body that holds it is none to complain of.
  return [...places.values()].flatMap((all) =>
    all[0] && all.every(({ deprecated }) => deprecated) ? [all[0].path] : [],
  );
}

interface KeyDeclaration {
  readonly path: string[];
  readonly deprecated: boolean;
}

function declarations(document: OpenApiDocument, given: SchemaObject, above: string[]): KeyDeclaration[] {
  const schema = resolve(document, given);
  if (schema.items) return declarations(document, schema.items, above);
  const own = Object.entries(schema.properties ?? {}).flatMap(([key, value]): KeyDeclaration[] => {
    const path = [...above, key];
    const deprecated = (value.deprecated ?? resolve(document, value).deprecated) === true;
    return [{ path, deprecated }, ...(deprecated ? [] : declarations(document, value, path))];
  });
  const parts = [...(schema.allOf ?? []), ...(schema.oneOf ?? []), ...(schema.anyOf ?? [])];
  return [...own, ...parts.flatMap((part) => declarations(document, part, above))];
}
