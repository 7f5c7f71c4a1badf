import ts from "typescript";
import { listOperations, type OpenApiDocument, type SchemaObject } from "./document.ts";
import { pointerOf } from "./fragment.ts";

/** Where a compiler found a fault, both counted from one. */
export interface TextPosition {
  readonly line: number;
  readonly column: number;
}

/** The JSON pointer into the document of what stands at a position of its generated types. */
export function pointerAt(types: string, position: TextPosition, document: OpenApiDocument): string {
  return pointerOf(pathOfNames(namesAt(types, position), document));
}

/** The names of the declarations and properties around a position, outermost first. */
function namesAt(types: string, { line, column }: TextPosition): string[] {
  const file = ts.createSourceFile("types.d.ts", types, ts.ScriptTarget.ESNext);
  const offset = (file.getLineStarts()[line - 1] ?? 0) + column - 1;
  const names: string[] = [];
  const visit = (node: ts.Node): void => {
    if (offset < node.getStart(file) || offset >= node.end) return;
    if (ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) names.push(node.name.text);
    if (ts.isPropertySignature(node) && !ts.isComputedPropertyName(node.name)) names.push(node.name.text);
    ts.forEachChild(node, visit);
  };
  ts.forEachChild(file, visit);
  return names;
}

function pathOfNames([declaration = "", ...names]: readonly string[], document: OpenApiDocument): string[] {
  if (declaration === "operations") return operationPath(document, names);
  if (declaration in document) return [declaration, ...pathBelow(document[declaration as "paths"], names)];
  const schema = Object.entries(document.components.schemas).find(
    ([name, { "x-sdk-models": models }]) => name === declaration || models?.includes(declaration),
  );
  return schema ? ["components", "schemas", schema[0]] : [];
}

function operationPath(document: OpenApiDocument, [id = "", ...names]: readonly string[]): string[] {
  for (const section of ["paths", "webhooks"] as const) {
    for (const [, path, method, operation] of listOperations({ paths: document[section] ?? {} })) {
      if (operation.operationId !== id) continue;
      return [section, path, method.toLowerCase(), ...pathBelow(operation, names)];
    }
  }
  return [];
}

/** Follows names into a part of the document, through what leaves no name in types, as far as they are there. */
function pathBelow(value: unknown, names: readonly string[]): string[] {
  const [name, ...rest] = names;
  if (name === undefined) return [];
  if (name === "parameters") return ["parameters", ...parameterPath(value, rest)];
  const [path, found] = step(value, name) ?? [];
  return path ? [...path, ...pathBelow(found, rest)] : [];
}

type Step = readonly [path: readonly string[], value: unknown];

function step(value: unknown, name: string): Step | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const { properties, schema, items, additionalProperties, oneOf, anyOf, allOf } = value as SchemaObject & {
    readonly schema?: unknown;
  };
  if (properties) {
    const found = ownStep(properties, name);
    if (found) return [["properties", ...found[0]], found[1]];
  }
  const unnamed = Object.entries({ schema, items, additionalProperties, oneOf, anyOf, allOf });
  for (const [key, inner] of unnamed) {
    const each = Array.isArray(inner)
      ? inner.map((one, index) => [[key, `${index}`], one])
      : [[[key], inner]];
    for (const [path, one] of each) {
      const found = step(one, name);
      if (found) return [[...path, ...found[0]], found[1]];
    }
  }
  return isSchema(value) ? undefined : ownStep(value, name);
}

function ownStep(value: object, name: string): Step | undefined {
  return Object.hasOwn(value, name)
    ? [[name], (value as Readonly<Record<string, unknown>>)[name]]
    : undefined;
}

/** Whether a value's own keys are keywords, not names. */
function isSchema(value: object): boolean {
  return "type" in value || "properties" in value || "oneOf" in value || "anyOf" in value || "allOf" in value;
}

/** Types have parameters by their place and name, the document has a list. */
function parameterPath(operation: unknown, [place, name, ...rest]: readonly string[]): string[] {
  const { parameters = [] } = operation as {
    readonly parameters?: readonly { in?: string; name?: string }[];
  };
  const index = parameters.findIndex((one) => one.in === place && one.name === name);
  return index === -1 ? [] : [`${index}`, ...pathBelow(parameters[index], rest)];
}
