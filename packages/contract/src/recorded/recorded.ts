import type { Operation } from "@kombo-mock/openapi";
import { headerReader, judgeAnswerOf, judgeRequestOf, operationOf } from "../exchange.ts";
import { type Violation, violation } from "../violation.ts";

/** Headers by name; null where a recording did not keep any. */
export type RecordedHeaders = Readonly<Record<string, string>> | null;

/** A request as it was recorded. */
export interface RecordedRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: RecordedHeaders;
  /** Null where there was none, undefined where it was not kept. */
  readonly body: string | null | undefined;
}

/** An answer as it was recorded. */
export interface RecordedAnswer {
  readonly status: number;
  readonly headers: RecordedHeaders;
  /** Undefined where it was not kept. */
  readonly body: string | undefined;
}

/** An exchange of any recording, in the one form that is judged. */
export interface Recorded {
  readonly request: RecordedRequest;
  /** Null where none came. */
  readonly answer: RecordedAnswer | null;
  /** The name of the test that sent it, or the line of code. */
  readonly test: string | null;
}

/** What came of judging a recorded exchange. */
export interface Judged {
  readonly operation: Operation | null;
  readonly violations: readonly Violation[];
}

const json = { "content-type": "application/json" };

/** Judges what a recording kept of an exchange; values stand in no message. */
export function judgeRecorded({ request, answer }: Recorded): Judged {
  const operation = operationOf(request) ?? null;
  const given = { ...request, headers: request.headers ?? json };
  const found = judgeRequestOf(given, { values: "hidden" }).filter((one) => isEvident(one, request, answer));
  // 0 is a request that was broken off, 304 the browser's own cache.
  const isAnswer = answer !== null && answer.status !== 0 && answer.status !== 304;
  if (!operation || !isAnswer) return { operation, violations: found };
  const kept = { ...answer, headers: answer.headers ?? json };
  const guesses = headerReader(kept.headers)("x-kombo-mock-assumes");
  const notes = guesses ? guesses.split(",").map((name) => guessed(operation, name.trim())) : [];
  return {
    operation,
    violations: [...found, ...judgeAnswerOf(operation, kept, { values: "hidden" }), ...notes],
  };
}

/** Recorders take out keys, and some all headers: what the API let pass was not missing. */
function isEvident(
  { rule }: Violation,
  { headers, body }: RecordedRequest,
  answer: RecordedAnswer | null,
): boolean {
  const isRefused = answer !== null && answer.status >= 400;
  if (rule === "missing-authorization") return headers !== null && (answer === null || answer.status === 401);
  if (rule === "missing-integration-header") return headers !== null && (answer === null || isRefused);
  return body !== undefined || rule !== "invalid-body";
}

function guessed(operation: Operation, name: string): Violation {
  const text = `The answer rests on the guess "${name}"; the real API may answer differently.`;
  return violation(operation, "guessed-answer", `answer.header.x-kombo-mock-assumes(${name})`, text);
}
