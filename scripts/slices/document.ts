import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  collectionOf,
  listOperations,
  type OpenApiDocument,
  type OperationObject,
  type ParameterObject,
  resolve,
  type SchemaObject,
} from "../../packages/openapi/scripts/document.ts";
import { root } from "../run.ts";

/** A schema with the keywords that only the slice tools read. */
export interface Schema extends SchemaObject {
  readonly const?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly "x-kombo-models"?: readonly string[];
}

/** What a slice has to know of one of its operations. */
export interface SliceOperation {
  /** Spelled as everywhere: `"GET /hris/absences"`. */
  readonly name: string;
  readonly path: string;
  readonly collection: string;
  readonly deprecated: boolean;
  readonly sdk: string | null;
  /** The query parameters that choose records; paging chooses none. */
  readonly filters: readonly string[];
  readonly integrationHeader: boolean;
  /** The entity of its results, and how its pages end; null where it answers no results. */
  readonly list: { readonly entity: string | null; readonly keys: readonly string[] } | null;
  readonly tag: string;
  /** The reference to its error answer. */
  readonly error: string;
}

/** The generated document. */
export function readDocument(): OpenApiDocument {
  const text = readFileSync(join(root, "packages/openapi/generated/openapi.json"), "utf8");
  // JSON becomes a type here; the document's own generator has merged and checked it.
  return JSON.parse(text) as OpenApiDocument;
}

/** Every operation of the document, in its order. */
export function readOperations(document: OpenApiDocument): SliceOperation[] {
  return listOperations(document).map(([name, path, , operation]) => {
    const parameters = (operation.parameters ?? []).map((one) => resolve<ParameterObject>(document, one));
    return {
      name,
      path,
      collection: collectionOf(path, operation),
      deprecated: operation.deprecated === true,
      sdk: operation["x-sdk-method"] ?? null,
      filters: parameters
        .filter((one) => one.in === "query" && one.name !== "cursor" && one.name !== "page_size")
        .map((one) => one.name),
      integrationHeader: parameters.some((one) => one.name === "X-Integration-Id"),
      list: listOf(document, operation),
      tag: tagOf(operation),
      error: errorOf(operation),
    };
  });
}

function listOf(document: OpenApiDocument, operation: OperationObject): SliceOperation["list"] {
  const answer = operation.responses["200"];
  const schema = answer && resolve(document, answer).content["application/json"]?.schema;
  const data = schema?.properties?.["data"];
  const properties = data && resolve<SchemaObject>(document, data).properties;
  const items = properties?.["results"]?.items;
  if (!properties || !items) return null;
  return { entity: items.$ref?.split("/").at(-1) ?? null, keys: Object.keys(properties) };
}

function tagOf(operation: OperationObject & { readonly tags?: readonly string[] }): string {
  return operation.tags?.[0] ?? "General";
}

function errorOf({ responses }: OperationObject): string {
  const failure = responses["default"];
  return failure && "$ref" in failure ? failure.$ref : "#/components/responses/GeneralError";
}

/** A schema with its reference followed and its `allOf` joined, as if it had been written in one piece. */
export function flatten(document: OpenApiDocument, given: Schema): Schema {
  const { $ref, allOf, ...own } = given;
  const target = $ref ? flatten(document, resolve<SchemaObject>(document, { $ref })) : {};
  const parts = [target, ...(allOf ?? []).map((part) => flatten(document, part)), own];
  const properties = Object.assign({}, ...parts.map((part) => part.properties ?? {}));
  const required = [...new Set(parts.flatMap((part) => part.required ?? []))];
  return {
    ...Object.assign({}, ...parts),
    ...(Object.keys(properties).length > 0 ? { properties, required } : {}),
  };
}
