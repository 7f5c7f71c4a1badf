import type { JsonValue } from "./json.ts";

/** What can change, in words that stay the same. */
export type Change =
  | "operation-added"
  | "operation-removed"
  | "operation-deprecated"
  | "operation-no-longer-deprecated"
  | "webhook-added"
  | "webhook-removed"
  | "server-added"
  | "server-removed"
  | "parameter-added"
  | "parameter-removed"
  | "style-changed"
  | "body-added"
  | "body-removed"
  | "answer-added"
  | "answer-removed"
  | "header-added"
  | "header-removed"
  | "content-type-changed"
  | "property-added"
  | "property-removed"
  | "became-required"
  | "became-optional"
  | "deprecated"
  | "no-longer-deprecated"
  | "type-changed"
  | "became-nullable"
  | "no-longer-nullable"
  | "enum-value-added"
  | "enum-value-removed"
  | "enum-opened"
  | "enum-closed"
  | "error-code-added"
  | "error-code-removed"
  | "format-changed"
  | "pattern-changed"
  | "limit-changed"
  | "default-changed"
  | "rule-changed"
  | "additional-properties-changed"
  | "variant-added"
  | "variant-removed";

/** Who sends what changed: the client, the API in its answer, the API by itself; or the operation as a whole. */
export type Direction = "request" | "answer" | "webhook" | "operation";

/** One difference between two versions of a document. */
export interface Difference {
  /** `"GET /hris/absences"`, `"webhook data-changed"`, or null for what concerns the whole API. */
  readonly operation: string | null;
  readonly direction: Direction;
  /** Where: `query.page_size`, `body.start_date`, `answer.data.results[].unit`, `answer(default).error.code`. */
  readonly location: string;
  readonly change: Change;
  /** What was there, null where nothing was. */
  readonly before: JsonValue;
  /** What is there now, null where nothing is. */
  readonly after: JsonValue;
  /** Whether a client that was right before may fail: its request is refused, or it gets what it did not expect. */
  readonly breaking: boolean;
  /** The difference as a sentence. */
  readonly message: string;
}
