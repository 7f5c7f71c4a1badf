import type { Operation } from "@kombo-mock/openapi";
import { type Blame, type Rule, ruleTable, type Severity } from "./rule-table.ts";

export type { Blame, Rule, Severity } from "./rule-table.ts";

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

/** Makes a violation; what it weighs and who is to blame follow from the rule. */
export function violation(
  operation: Operation | null,
  rule: Rule,
  location: string,
  message: string,
): Violation {
  return { rule, operation, location, message, ...ruleTable[rule] };
}
