import { deprecatedKeys, knownKeys } from "./body-keys.ts";
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
  const deprecatedBody = body ? deprecatedKeys(document, body.schema) : [];
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
    ...(deprecatedBody.length > 0 ? { deprecatedBody } : {}),
    bodyType: bodyType ?? null,
    files: body !== undefined && refersTo(document, body.schema, "FileUpload"),
    ...(operation["x-passthrough-apis"] ? { passthroughApis: operation["x-passthrough-apis"] } : {}),
  };
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
