import { entityFields as fields } from "../generated/entity-fields.js";
import { operations as index } from "../generated/operations.js";
import type { paths } from "../generated/schema.d.ts";

export { dateTimePaths } from "../generated/date-times.js";
export type { components, paths } from "../generated/schema.d.ts";
export type {
  AnswerValidators,
  RequestValidators,
  ValidationError,
  Validator,
  WebhookValidators,
} from "../generated/validators.d.ts";

/** An operation of the API, spelled as everywhere: `"GET /hris/absences"`. */
export type Operation = keyof typeof index;

/** A parameter of an operation; `type` is that of its parsed value. */
export interface ParameterEntry {
  readonly name: string;
  readonly in: "path" | "query";
  readonly type: "string" | "integer" | "number" | "boolean";
  /** Whether it is a list, comma-separated. */
  readonly list?: boolean;
  /** The values that such a list may have; any where nothing is said. */
  readonly values?: readonly string[];
  readonly default?: unknown;
  readonly deprecated?: boolean;
}

/** The keys that a body may have, nested; `true` where anything goes. */
export interface KnownKeys {
  readonly [key: string]: KnownKeys | true;
}

/** Which error codes an operation may answer: each family is a closed list in the official SDKs. */
export type ErrorFamily = (typeof index)[Operation]["errors"];

/** What a router, a judge and a mock need to know of one operation. */
export interface OperationEntry {
  readonly operationId: string;
  readonly method: string;
  readonly path: string;
  readonly domain: string;
  readonly collection: string;
  /** The schema of its data, or of one result of a page; null where that has no name of its own. */
  readonly entity: string | null;
  readonly errors: ErrorFamily;
  /** The official TypeScript SDK's method, or null where it has none. */
  readonly sdk: string | null;
  readonly deprecated: boolean;
  readonly integrationHeader: boolean;
  readonly warnings: boolean;
  readonly parameters: readonly ParameterEntry[];
  /** Which changes of related records `updated_after` counts as changes of the record itself. */
  readonly updatedAfter?: readonly {
    /** The relation, nested ones as `candidate.tags`. */
    readonly relation: string;
    readonly addedOrRemoved: boolean;
    readonly linked: boolean;
  }[];
  readonly body: KnownKeys | null;
  /** The deprecated keys of the body, each as the keys that lead to it; lists are no part of a path. */
  readonly deprecatedBody?: readonly (readonly string[])[];
  /** The media type of the body; null where the operation takes none. */
  readonly bodyType: string | null;
  /** Whether the body may hold files. */
  readonly files: boolean;
  readonly passthroughApis?: readonly string[];
}

/** A field of an entity: whether it may be null, whether it is a list, and what it or each member of the list is. */
export interface FieldEntry {
  readonly nullable?: boolean;
  readonly list?: boolean;
  /** The entity or the fields that it holds. */
  readonly of?: string | EntityFields;
  /** The values that it may have, or their type or format; several kinds where nothing is said. */
  readonly is?: string | readonly unknown[];
  /** A regular expression that a text matches. */
  readonly pattern?: string;
}

/** The fields of an entity, in the document's order. */
export interface EntityFields {
  readonly [field: string]: FieldEntry;
}

// The generated file is plain JSON, which TypeScript need not read literally to know its form.
/** The fields of every entity that an answer holds, by the entity's name. */
export const entityFields = fields as Readonly<Record<string, EntityFields>>;

/** Every operation of the document, by its name. */
export const operations: Readonly<Record<Operation, OperationEntry>> = index;

type Method<Op extends Operation> = Lowercase<Op extends `${infer Verb} ${string}` ? Verb : never>;
type Path<Op extends Operation> = Op extends `${string} ${infer Rest}` ? Rest : never;
type Definition<Op extends Operation> =
  Path<Op> extends keyof paths
    ? Method<Op> extends keyof paths[Path<Op>]
      ? paths[Path<Op>][Method<Op>]
      : never
    : never;

/** The JSON of an operation's 200 answer, envelope included. */
export type Answer<Op extends Operation> =
  Definition<Op> extends {
    responses: { 200: { content: { "application/json": infer Json } } };
  }
    ? Json
    : never;

/** The `data` of an operation's 200 answer. */
export type Data<Op extends Operation> = Answer<Op> extends { data: infer Inner } ? Inner : never;

/** The error codes that an operation may answer: those of its family. */
export type Code<Op extends Operation> =
  Definition<Op> extends {
    responses: { default: { content: { "application/json": { error: { code: infer Given } } } } };
  }
    ? NonNullable<Given>
    : never;

/** One result of a list operation; `never` for any other. */
export type Item<Op extends Operation> = Data<Op> extends { results: readonly (infer One)[] } ? One : never;

/** The JSON body that an operation takes; `never` where it takes none. */
export type Body<Op extends Operation> =
  Definition<Op> extends { requestBody?: infer Given }
    ? Given extends { content: { "application/json": infer Json } }
      ? Json
      : never
    : never;

/** The query parameters of an operation. */
export type Query<Op extends Operation> =
  Definition<Op> extends { parameters: { query?: infer Given } }
    ? [NonNullable<Given>] extends [never]
      ? Record<never, never>
      : NonNullable<Given>
    : Record<never, never>;

/** The path parameters of an operation. */
export type PathParameters<Op extends Operation> =
  Definition<Op> extends { parameters: { path: infer Given } } ? Given : Record<never, never>;
