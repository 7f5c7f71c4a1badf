/** The judge's parts, for a program that brings its own validators: the mock, one domain at a time. */
export { type AnswerParts, judgeAnswer } from "./answer.ts";
export { didYouMean, nearestName } from "./nearest-name.ts";
export { type JudgedRequest, judgeRequest, type RequestParts, unknownOperation } from "./request.ts";
export { createOperationRouter, type MatchedOperation, type OperationRouter } from "./router.ts";
export { ruleNames } from "./rule-table.ts";
export { describeSchemaErrors } from "./schema-violation.ts";
export type { Blame, Rule, Severity, Violation } from "./violation.ts";
