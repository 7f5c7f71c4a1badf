import type { Operation } from "@kombo-mock/openapi";
import {
  type ExchangeAnswer,
  type ExchangeRequest,
  type JudgeOptions,
  judgeAnswerOf,
  judgeRequestOf,
  operationOf,
} from "./exchange.ts";
import type { Violation } from "./violation.ts";

export type { ExchangeAnswer, ExchangeRequest, JudgeOptions } from "./exchange.ts";
export type { Blame, Rule, Severity, Violation } from "./violation.ts";

/**
 * Judges a request against the document. An empty list means that nothing is wrong with it.
 *
 * @example
 * checkRequest({ method: "PUT", url: "/v1/integrations/factorial:1/enabled", body: '{"value":"yes"}', headers })
 * // [{ rule: "invalid-body", location: "body.value", message: 'body.value must be a boolean, but is "yes".', … }]
 */
export function checkRequest(request: ExchangeRequest, options: JudgeOptions = {}): Violation[] {
  return judgeRequestOf(request, options);
}

/** Judges the answer of an operation, spelled `"GET /hris/absences"`, against the document. */
export function checkAnswer(
  operation: Operation,
  answer: ExchangeAnswer,
  options: JudgeOptions = {},
): Violation[] {
  return judgeAnswerOf(operation, answer, options);
}

/** Judges both directions of an exchange. */
export function checkExchange(
  exchange: { request: ExchangeRequest; answer: ExchangeAnswer },
  options: JudgeOptions = {},
): Violation[] {
  const operation = operationOf(exchange.request);
  const request = checkRequest(exchange.request, options);
  return operation ? [...request, ...checkAnswer(operation, exchange.answer, options)] : request;
}
