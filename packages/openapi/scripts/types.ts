import openapiTS, { astToString } from "openapi-typescript";
import ts from "typescript";
import type { OpenApiDocument, SchemaObject } from "./document.ts";
import { renderAliases, selfContained } from "./recursive-types.ts";
import { renderAlias, sdkForm } from "./sdk-form.ts";

type Transform = NonNullable<NonNullable<Parameters<typeof openapiTS>[1]>["transform"]>;

/** Renders the types of the wire: what JSON holds. */
export async function renderWireTypes(document: OpenApiDocument): Promise<string> {
  return render(document);
}

/** Renders the types of the official SDK's form under the SDK's own names. */
export async function renderSdkTypes(document: OpenApiDocument): Promise<string> {
  const schemas = await render({ ...document, paths: {} }, sdkForm);
  const aliases = Object.entries(document.components.schemas).flatMap(([name, schema]) =>
    (schema["x-sdk-models"] ?? []).map((model) => `${docComment(schema)}${renderAlias(model, name, schema)}`),
  );
  return `${schemas}\n${aliases.join("\n")}`;
}

/** `anyOf` of known values and any string: `"A" | "B" | (string & {})`, so that editors still offer the names. */
function knownOrRaw(document: OpenApiDocument): Transform {
  return (schema) => {
    const branches = (schema as SchemaObject).anyOf;
    if (!branches?.some((branch) => branch.type === "string" && !branch.enum)) return undefined;
    const types = branches.map((branch) => branchType(branch, document));
    return types.every((type) => type !== undefined) ? ts.factory.createUnionTypeNode(types) : undefined;
  };
}

function branchType(branch: SchemaObject, document: OpenApiDocument): ts.TypeNode | undefined {
  const name = branch.$ref?.split("/").at(-1);
  if (name) return document.components.schemas[name]?.enum ? schemaType(name) : undefined;
  if (branch.type === "null") return nullType();
  if (branch.type !== "string") return undefined;
  if (branch.enum) return ts.factory.createUnionTypeNode(branch.enum.map(literalType));
  const anyString = ts.factory.createKeywordTypeNode(ts.SyntaxKind.StringKeyword);
  return ts.factory.createParenthesizedType(
    ts.factory.createIntersectionTypeNode([anyString, ts.factory.createTypeLiteralNode([])]),
  );
}

function schemaType(name: string): ts.TypeNode {
  const schemas = ts.factory.createIndexedAccessTypeNode(
    ts.factory.createTypeReferenceNode("components"),
    literalType("schemas"),
  );
  return ts.factory.createIndexedAccessTypeNode(schemas, literalType(name));
}

function literalType(value: unknown): ts.TypeNode {
  if (value === null) return nullType();
  return ts.factory.createLiteralTypeNode(ts.factory.createStringLiteral(String(value)));
}

function nullType(): ts.TypeNode {
  return ts.factory.createLiteralTypeNode(ts.factory.createNull());
}

/** Schemas that contain themselves stand as aliases of their own. */
function aliased(document: OpenApiDocument): Transform {
  const names = new Set(selfContained(document));
  return (_schema, { path }) => {
    const name = /^#\/components\/schemas\/(\w+)$/.exec(path ?? "")?.[1];
    return name && names.has(name) ? ts.factory.createTypeReferenceNode(name) : undefined;
  };
}

async function render(document: OpenApiDocument, form?: typeof sdkForm): Promise<string> {
  const transforms = [aliased(document), knownOrRaw(document), ...(form ? [form.transform] : [])];
  const nodes = await openapiTS(structuredClone(document) as unknown as Parameters<typeof openapiTS>[0], {
    defaultNonNullable: false,
    ...(form ? { transformProperty: form.transformProperty } : {}),
    inject: renderAliases(document),
    transform: (schema, options) => {
      for (const one of transforms) {
        const type = one(schema, options);
        if (type) return type;
      }
      return undefined;
    },
  });
  return astToString(nodes);
}

function docComment(schema: SchemaObject): string {
  if (!schema.description) return "";
  const lines = schema.description.trim().split("\n");
  return `/**\n${lines.map((line) => ` * ${line}`.trimEnd()).join("\n")}\n */\n`;
}

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
