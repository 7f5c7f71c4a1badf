import type { Operation } from "@kombo-mock/openapi";
import { judgeAnswerOf } from "./exchange.ts";
import { isObject } from "./recorded/json-value.ts";
import type { Violation } from "./violation.ts";

/** What a matcher tells vitest and jest. */
export interface MatcherResult {
  readonly pass: boolean;
  readonly message: () => string;
}

/**
 * The matchers as methods of `expect(…)`, to be mixed into the types of vitest or jest. A `Response` is read first, so
 * that the assertion has to be awaited.
 */
export interface ContractMatchers<Result = unknown> {
  /** Whether an answer is what the document describes for an operation, success or failure. */
  toMatchContract(operation: Operation): Result;
}

/**
 * Matchers for `expect.extend` of vitest and jest.
 *
 * @example
 * expect.extend(contractMatchers);
 * await expect(await fetch(url)).toMatchContract("GET /hris/absences");
 */
export const contractMatchers = {
  toMatchContract(received: unknown, operation: Operation): MatcherResult | Promise<MatcherResult> {
    return isResponse(received) ? matchResponse(received, operation) : matchBody(received, operation);
  },
};

async function matchResponse(response: Response, operation: Operation): Promise<MatcherResult> {
  if (response.bodyUsed) {
    return {
      pass: false,
      message: () => "The response has been read already. Hand it over before, or hand over the parsed body.",
    };
  }
  const { status, headers } = response;
  const body = await response.clone().text();
  return told(operation, judgeAnswerOf(operation, { status, headers, body }, {}));
}

/** A parsed body has lost its status; its envelope tells a success from a failure. */
function matchBody(body: unknown, operation: Operation): MatcherResult {
  const status = isObject(body) && body["status"] === "error" ? 400 : 200;
  const answer = {
    status,
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body) ?? "",
  };
  return told(operation, judgeAnswerOf(operation, answer, {}));
}

function told(operation: Operation, violations: readonly Violation[]): MatcherResult {
  const lines = violations.map(({ rule, message }) => `  ${message} (${rule})`);
  return {
    pass: violations.length === 0,
    message: () =>
      violations.length === 0
        ? `It is an answer of "${operation}" as the document has it, and was expected not to be.`
        : [`It is no answer of "${operation}":`, ...lines].join("\n"),
  };
}

function isResponse(value: unknown): value is Response {
  return isObject(value) && typeof value["clone"] === "function" && typeof value["text"] === "function";
}
