import type openapiTS from "openapi-typescript";
import ts from "typescript";
import type { OpenApiDocument, SchemaObject } from "./document.ts";
import { selfContained } from "./recursive-types.ts";

/** Says which type a schema becomes; `undefined` leaves that to openapi-typescript. */
export type Transform = NonNullable<NonNullable<Parameters<typeof openapiTS>[1]>["transform"]>;

/** `anyOf` of known values and any string: `"A" | "B" | (string & {})`, so that editors still offer the names. */
export function knownOrRaw(document: OpenApiDocument): Transform {
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
export function aliased(document: OpenApiDocument): Transform {
  const names = new Set(selfContained(document));
  return (_schema, { path }) => {
    const name = /^#\/components\/schemas\/(\w+)$/.exec(path ?? "")?.[1];
    return name && names.has(name) ? ts.factory.createTypeReferenceNode(name) : undefined;
  };
}
