import {
  collectionOf,
  domainOf,
  listOperations,
  type OpenApiDocument,
  type OperationObject,
  type ParameterObject,
  resolve,
  type SchemaObject,
} from "./document.ts";

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
  const parameters = (operation.parameters ?? []).map((one) => resolve<ParameterObject>(document, one));
  const success = resolve(document, operation.responses["200"] ?? missing(path, "200"));
  const failure = resolve(document, operation.responses["default"] ?? missing(path, "default"));
  const answer = success.content["application/json"]?.schema ?? {};
  const envelope = resolve(document, failure.content["application/json"]?.schema ?? {});
  const body = operation.requestBody?.content["application/json"]?.schema;
  return {
    operationId: operation.operationId,
    method,
    path,
    domain: domainOf(path, operation),
    collection: collectionOf(path, operation),
    errors: envelope["x-error-family"] ?? missing(path, "x-error-family"),
    sdk: operation["x-sdk-method"] ?? null,
    deprecated: operation.deprecated === true,
    integrationHeader: parameters.some(({ name }) => name === "X-Integration-Id"),
    warnings: "warnings" in (answer.properties ?? {}),
    parameters: parameters
      .filter(({ name }) => name !== "X-Integration-Id")
      .map((parameter) => ({
        name: parameter.name,
        in: parameter.in,
        type: String(resolve(document, parameter.schema).type),
        ...(parameter.schema.default === undefined ? {} : { default: parameter.schema.default }),
        ...(parameter.deprecated ? { deprecated: true } : {}),
      })),
    body: body ? (knownKeys(document, body) ?? {}) : null,
    files: body !== undefined && refersTo(document, body, "FileUpload"),
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
  if (!schema.properties) return undefined;
  return Object.fromEntries(
    Object.entries(schema.properties).map(([key, value]) => [key, knownKeys(document, value) ?? true]),
  );
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

function missing(path: string, what: string): never {
  throw new Error(`"${path}" has no "${what}".`);
}
