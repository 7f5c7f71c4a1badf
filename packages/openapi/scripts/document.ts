/** The parts of OpenAPI 3.1 that the generators read. */
export interface OpenApiDocument {
  readonly paths: PathsObject;
  readonly webhooks?: PathsObject;
  readonly components: {
    readonly schemas: Record<string, SchemaObject>;
    readonly parameters: Record<string, ParameterObject>;
    readonly responses: Record<string, ResponseObject>;
  };
}

type PathsObject = Record<string, Record<string, OperationObject>>;

export interface OperationObject {
  readonly operationId: string;
  readonly deprecated?: boolean;
  readonly parameters?: readonly (ParameterObject | Reference)[];
  readonly requestBody?: { readonly content: Record<string, MediaType> };
  readonly responses: Record<string, ResponseObject | Reference>;
  readonly "x-kombo-collection"?: string;
  readonly "x-sdk-method"?: string;
  readonly "x-passthrough-apis"?: readonly string[];
}

export interface ParameterObject {
  readonly name: string;
  readonly in: "path" | "query" | "header";
  readonly required?: boolean;
  readonly deprecated?: boolean;
  readonly schema: SchemaObject;
  readonly "x-comma-separated"?: true | readonly string[];
  readonly "x-updated-after"?: readonly {
    readonly path: string;
    readonly "added-removed": boolean | null;
    readonly "linked-record": boolean;
  }[];
}

interface ResponseObject {
  readonly content: Record<string, MediaType>;
}

interface MediaType {
  readonly schema: SchemaObject;
  readonly example?: unknown;
}

export interface Reference {
  readonly $ref: string;
}

export interface SchemaObject {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly pattern?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly description?: string;
  readonly deprecated?: boolean;
  readonly default?: unknown;
  readonly properties?: Record<string, SchemaObject>;
  readonly required?: readonly string[];
  readonly additionalProperties?: SchemaObject | boolean;
  readonly items?: SchemaObject;
  readonly allOf?: readonly SchemaObject[];
  readonly oneOf?: readonly SchemaObject[];
  readonly anyOf?: readonly SchemaObject[];
  readonly "x-error-family"?: string;
  readonly "x-sdk-models"?: readonly string[];
}

/** A fault of the merged document, at a JSON pointer into it. */
export class DocumentError extends Error {
  override name = "DocumentError";
  readonly pointer: string;

  constructor(pointer: string, message: string) {
    super(message);
    this.pointer = pointer;
  }
}

/** Follows a document-local `$ref`, one step. */
export function resolve<T>(document: OpenApiDocument, value: T | Reference): T {
  if (typeof value !== "object" || value === null || !("$ref" in value) || !value.$ref) return value as T;
  let target: unknown = document;
  for (const segment of String(value.$ref).replace("#/", "").split("/")) {
    target = (target as Record<string, unknown>)[segment];
  }
  if (target === undefined) throw new Error(`"${String(value.$ref)}" leads nowhere.`);
  return target as T;
}

/** Every operation as `[name, path, method, operation]`, its name spelled `"GET /hris/absences"`. */
export function listOperations(
  document: Pick<OpenApiDocument, "paths">,
): [string, string, string, OperationObject][] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): [string, string, string, OperationObject] => [
      `${method.toUpperCase()} ${path}`,
      path,
      method.toUpperCase(),
      operation,
    ]),
  );
}

/** The collection that an operation serves, `"hris.absences"`; named by its path unless the document says otherwise. */
export function collectionOf(path: string, operation: OperationObject): string {
  return operation["x-kombo-collection"] ?? path.split("/").slice(1, 3).join(".");
}

/** The domains that the document's operations belong to, sorted. */
export function listDomains(document: OpenApiDocument): string[] {
  const domains = listOperations(document).map(([, path, , operation]) => domainOf(path, operation));
  return [...new Set(domains)].sort();
}

/** The domain of an operation, the first part of its collection. */
export function domainOf(path: string, operation: OperationObject): string {
  return collectionOf(path, operation).split(".")[0] ?? "";
}
