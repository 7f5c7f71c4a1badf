/**
 * Every rule with what it weighs, the same wherever it is broken. An error is what the API refuses or the document
 * forbids, a warning is deprecated use or ignored input, a note needs nothing done.
 */
export const ruleTable = {
  "unknown-operation": { severity: "error", blame: "consumer" },
  "malformed-path": { severity: "error", blame: "consumer" },
  "missing-authorization": { severity: "error", blame: "consumer" },
  "missing-integration-header": { severity: "error", blame: "consumer" },
  "invalid-parameter": { severity: "error", blame: "consumer" },
  "body-content-type": { severity: "error", blame: "consumer" },
  "malformed-body": { severity: "error", blame: "consumer" },
  "invalid-body": { severity: "error", blame: "consumer" },
  "deprecated-operation": { severity: "warning", blame: "consumer" },
  "deprecated-parameter": { severity: "warning", blame: "consumer" },
  "deprecated-body-key": { severity: "warning", blame: "consumer" },
  "repeated-parameter": { severity: "warning", blame: "consumer" },
  "undeclared-parameter": { severity: "warning", blame: "consumer" },
  "undeclared-body-key": { severity: "warning", blame: "consumer" },
  "ignored-body": { severity: "warning", blame: "consumer" },
  "answer-status": { severity: "error", blame: "provider" },
  "answer-content-type": { severity: "error", blame: "provider" },
  "malformed-answer": { severity: "error", blame: "provider" },
  "invalid-answer": { severity: "error", blame: "provider" },
  "guessed-answer": { severity: "note", blame: "provider" },
} as const satisfies Readonly<Record<string, { severity: Severity; blame: Blame }>>;

/** What can be wrong with an exchange, in words that stay the same. */
export type Rule = keyof typeof ruleTable;

/** How much it matters: an error breaks the call or the document, a warning is tolerated, a note needs nothing done. */
export type Severity = "error" | "warning" | "note";

/** Whose code departs from the document. */
export type Blame = "consumer" | "provider";

/** Every rule, in the table's order. */
export const ruleNames = Object.keys(ruleTable) as readonly Rule[];

/** Whether a text names a rule. */
export function isRule(text: string): text is Rule {
  return Object.hasOwn(ruleTable, text);
}
