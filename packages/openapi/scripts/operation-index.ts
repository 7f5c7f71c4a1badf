import {
  collectionOf,
  DocumentError,
  domainOf,
  listOperations,
  type OpenApiDocument,
  type OperationObject,
  type ParameterObject,
  resolve,
  type SchemaObject,
} from "./document.ts";
import { answeredEntity } from "./entity-fields.ts";
import { pointerOf } from "./fragment.ts";

/** Renders `operations.js` and its declaration: what a router, a judge and a mock need to know of each operation. */
export function renderOperationIndex(document: OpenApiDocument): { script: string; declaration: string } {
  const index = Object.fromEntries(
    listOperations(document).map(([name, path, method, operation]) => [
      name,
      indexEntry(document, path, method, operation),
    ]),
  );
  const literal = JSON.stringify(index, null, 2);
  return {
    script: `export const operations = ${literal};\n`,
    declaration: `export declare const operations: ${literal.replace(/^(\s*)"([^"]+)":/gm, '$1readonly "$2":')};\n`,
  };
}

function indexEntry(document: OpenApiDocument, path: string, method: string, operation: OperationObject) {
  const missing = (what: string): never => {
    const pointer = pointerOf(["paths", path, method.toLowerCase(), "responses"]);
    throw new DocumentError(pointer, `"${method} ${path}" has no "${what}".`);
  };
  const parameters = (operation.parameters ?? []).map((one) => resolve<ParameterObject>(document, one));
  const success = resolve(document, operation.responses["200"] ?? missing("200"));
  const failure = resolve(document, operation.responses["default"] ?? missing("default"));
  const answer = success.content["application/json"]?.schema ?? {};
  const envelope = resolve(document, failure.content["application/json"]?.schema ?? {});
  const updatedAfter = parameters
    .find(({ name }) => name === "updated_after")
    ?.["x-updated-after"]?.map(
      ({ path: relation, "added-removed": addedOrRemoved, "linked-record": linked }) => ({
        relation,
        addedOrRemoved: addedOrRemoved === true,
        linked: linked === true,
      }),
    );
  const [bodyType, body] = Object.entries(operation.requestBody?.content ?? {})[0] ?? [];
  return {
    operationId: operation.operationId,
    method,
    path,
    domain: domainOf(path, operation),
    collection: collectionOf(path, operation),
    entity: answeredEntity(document, answer),
    errors: envelope["x-error-family"] ?? missing("x-error-family"),
    sdk: operation["x-sdk-method"] ?? null,
    deprecated: operation.deprecated === true,
    integrationHeader: parameters.some(({ name }) => name === "X-Integration-Id"),
    warnings: "warnings" in (answer.properties ?? {}),
    parameters: parameters
      .filter(({ name }) => name !== "X-Integration-Id")
      .map((parameter) => ({
        name: parameter.name,
        in: parameter.in,
        type: [resolve(document, parameter.schema).type].flat().find((type) => type !== "null"),
        ...(parameter["x-comma-separated"] ? { list: true } : {}),
        ...(Array.isArray(parameter["x-comma-separated"]) ? { values: parameter["x-comma-separated"] } : {}),
        ...(parameter.schema.default === undefined ? {} : { default: parameter.schema.default }),
        ...(parameter.deprecated ? { deprecated: true } : {}),
      })),
    ...(updatedAfter ? { updatedAfter } : {}),
    body: body ? (knownKeys(document, body.schema) ?? {}) : null,
    bodyType: bodyType ?? null,
    files: body !== undefined && refersTo(document, body.schema, "FileUpload"),
    ...(operation["x-passthrough-apis"] ? { passthroughApis: operation["x-passthrough-apis"] } : {}),
  };
}

/** The keys that a value may have, nested; `true` where anything goes. */
interface KnownKeys {
  readonly [key: string]: KnownKeys | true;
}

function knownKeys(document: OpenApiDocument, given: SchemaObject): KnownKeys | undefined {
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

/** Whether a schema leads to another, at any depth. */
function refersTo(
  document: OpenApiDocument,
  schema: SchemaObject,
  name: string,
  seen = new Set<string>(),
): boolean {
  return [...JSON.stringify(schema).matchAll(/#\/components\/schemas\/(\w+)/g)].some(([, target = ""]) => {
    if (target === name) return true;
    if (seen.has(target)) return false;
    seen.add(target);
    return refersTo(document, document.components.schemas[target] ?? {}, name, seen);
  });
}
