import type { OpenApiDocument, SchemaObject } from "./document.ts";

/** Renders, for each schema, the paths of its date-times, as `a.b[].c`. */
export function renderDateTimePaths(document: OpenApiDocument): { script: string; declaration: string } {
  const schemas = document.components.schemas;
  const pathsOf = (given: SchemaObject, path: string, open: readonly string[]): string[] => {
    const name = given.$ref?.split("/").at(-1);
    if (name && open.includes(name)) return [];
    const schema = name ? (schemas[name] ?? {}) : given;
    const within = name ? [...open, name] : open;
    if (schema.format === "date-time") return [path];
    const branches = [...(schema.allOf ?? []), ...(schema.oneOf ?? []), ...(schema.anyOf ?? [])];
    return [
      ...Object.entries(schema.properties ?? {}).flatMap(([key, value]) =>
        pathsOf(value, path ? `${path}.${key}` : key, within),
      ),
      ...(schema.items ? pathsOf(schema.items, `${path}[]`, within) : []),
      ...branches.flatMap((branch) => pathsOf(branch, path, within)),
    ];
  };
  const index = Object.fromEntries(
    Object.entries(schemas)
      .map(([name, schema]): [string, string[]] => [name, [...new Set(pathsOf(schema, "", [name]))]])
      .filter(([, paths]) => paths.length > 0),
  );
  return {
    script: `export const dateTimePaths = ${JSON.stringify(index, null, 2)};\n`,
    declaration:
      "export declare const dateTimePaths: { readonly [schema: string]: readonly string[] | undefined };\n",
  };
}
