import { listOperations, type OpenApiDocument } from "./document.ts";
import { FragmentError, pathOf, pointerOf } from "./fragment.ts";
import { type Origins, placeOf } from "./merge.ts";

/** Fails at a `$ref` that leads nowhere. */
export function checkReferences(document: OpenApiDocument, origins: Origins): void {
  const visit = (value: object, path: readonly string[]): void => {
    for (const [key, child] of Object.entries(value)) {
      if (key === "$ref" && typeof child === "string" && !leadsSomewhere(document, child)) {
        const place = placeOf(pointerOf([...path, key]), origins);
        throw new FragmentError(`${place}: "${child}" leads nowhere.`);
      }
      if (typeof child === "object" && child !== null) visit(child, [...path, key]);
    }
  };
  visit(document, []);
}

function leadsSomewhere(document: OpenApiDocument, reference: string): boolean {
  if (!reference.startsWith("#/")) return false;
  let at: unknown = document;
  for (const segment of pathOf(reference)) {
    if (typeof at !== "object" || at === null) return false;
    at = (at as Readonly<Record<string, unknown>>)[segment];
  }
  return at !== undefined;
}

/** Fails where two operations, or two schemas, claim the same name of a generated type. */
export function checkNames(document: OpenApiDocument, origins: Origins): void {
  const taken = new Map<string, string>();
  const claim = (kind: string, name: string, path: readonly string[]) => {
    const place = placeOf(pointerOf(path), origins);
    const first = taken.get(`${kind} ${name}`);
    if (first) throw new FragmentError(`${place}: The ${kind} "${name}" is already taken at ${first}.`);
    taken.set(`${kind} ${name}`, place);
  };
  for (const section of ["paths", "webhooks"] as const) {
    for (const [, path, method, { operationId }] of listOperations({ paths: document[section] ?? {} })) {
      claim("operationId", operationId, [section, path, method.toLowerCase(), "operationId"]);
    }
  }
  for (const [schema, { "x-sdk-models": names = [] }] of Object.entries(document.components.schemas)) {
    for (const [index, name] of names.entries()) {
      claim("SDK model", name, ["components", "schemas", schema, "x-sdk-models", String(index)]);
    }
  }
}
