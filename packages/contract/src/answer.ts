import type { AnswerValidators } from "@kombo-mock/openapi";
import { broken, notJson, violation } from "./request.ts";
import type { MatchedOperation } from "./router.ts";
import type { Rule, Violation } from "./violation.ts";

/** An answer in the form that every transport can give. */
export interface AnswerParts {
  readonly status: number;
  readonly contentType: string | null | undefined;
  readonly body: string;
}

/** Judges an answer of an operation: a 200 with its data, or an error envelope of its family. */
export function judgeAnswer(
  operation: MatchedOperation,
  answer: AnswerParts,
  validators: AnswerValidators,
): Violation[] {
  const fault = (rule: Rule, location: string, message: string) => [
    violation(operation, rule, location, message, "error", "provider"),
  ];
  const success = answer.status === 200;
  if (!success && answer.status < 400) {
    return fault(
      "answer-status",
      "answer.status",
      `answer.status must be 200 or an error status, but is ${answer.status}.`,
    );
  }
  if (!/^application\/json\b/i.test(answer.contentType ?? "")) {
    const location = "answer.header.Content-Type";
    const came = answer.contentType ? `is "${answer.contentType}"` : "there is none";
    return fault("answer-content-type", location, `${location} must be application/json, but ${came}.`);
  }
  let json: unknown;
  try {
    json = JSON.parse(answer.body);
  } catch (error) {
    return fault("malformed-answer", "answer", `answer ${notJson(error)}`);
  }
  const validator = validators[operation.name]?.[success ? "success" : "failure"];
  return broken(validator, json, "answer").flatMap(({ location, message }) =>
    fault("invalid-answer", location, message),
  );
}
