import type { Operation } from "@kombo-mock/openapi";

/** What can be wrong with an exchange, in words that stay the same. */
export type Rule =
  | "unknown-operation"
  | "malformed-path"
  | "deprecated-operation"
  | "missing-authorization"
  | "missing-integration-header"
  | "invalid-parameter"
  | "repeated-parameter"
  | "undeclared-parameter"
  | "deprecated-parameter"
  | "body-content-type"
  | "malformed-body"
  | "invalid-body"
  | "undeclared-body-key"
  | "answer-status"
  | "answer-content-type"
  | "malformed-answer"
  | "invalid-answer";

/** How much it matters: an error breaks the call or the document, a warning is tolerated or deprecated. */
export type Severity = "error" | "warning";

/** Whose code departs from the document. */
export type Blame = "consumer" | "provider";

/** One departure from the document, as data. */
export interface Violation {
  readonly rule: Rule;
  /** The operation, spelled `"GET /hris/absences"`; null where none matched. */
  readonly operation: Operation | null;
  /** Where: `path.integration_id`, `query.page_size`, `header.X-Integration-Id`, `body.end_user.email`, `answer.data.id`. */
  readonly location: string;
  /** What came, and what is allowed. */
  readonly message: string;
  readonly severity: Severity;
  readonly blame: Blame;
}
