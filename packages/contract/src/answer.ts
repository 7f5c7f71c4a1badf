import type { AnswerValidators } from "@kombo-mock/openapi";
import { broken } from "./request.ts";
import type { MatchedOperation } from "./router.ts";
import { type Rule, type Violation, violation } from "./violation.ts";
import { openWording, type Wording } from "./wording.ts";

/** An answer in the form that every transport can give. */
export interface AnswerParts {
  readonly status: number;
  readonly contentType: string | null | undefined;
  /** Undefined where a recording did not keep it; then it is not judged. */
  readonly body: string | undefined;
}

/** Judges an answer of an operation: a 200 with its data, or an error envelope of its family. */
export function judgeAnswer(
  operation: MatchedOperation,
  answer: AnswerParts,
  validators: AnswerValidators,
  wording: Wording = openWording,
): Violation[] {
  const fault = (rule: Rule, location: string, message: string) => [
    violation(operation.name, rule, location, message),
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
    const came = answer.contentType ? `is ${wording.showHeader(answer.contentType)}` : "there is none";
    return fault("answer-content-type", location, `${location} must be application/json, but ${came}.`);
  }
  if (answer.body === undefined) return [];
  let json: unknown;
  try {
    json = JSON.parse(answer.body);
  } catch (error) {
    return fault("malformed-answer", "answer", `answer is not JSON: ${wording.showFault(error)}.`);
  }
  const validator = validators[operation.name]?.[success ? "success" : "failure"];
  return broken(validator, json, "answer", wording).flatMap(({ location, message }) =>
    fault("invalid-answer", location, message),
  );
}
