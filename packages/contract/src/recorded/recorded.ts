import type { Operation } from "@kombo-mock/openapi";
import { headerReader, judgeAnswerOf, judgeRequestOf, operationOf } from "../exchange.ts";
import type { AnswerMark, MeantViolation } from "../journal-line.ts";
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
  /** What made the answer in place of the API; nothing unless said. */
  readonly marked?: AnswerMark | null;
  /** Violations that the test meant: as many as stand here do not count. */
  readonly meant?: readonly MeantViolation[];
}

/** What came of judging a recorded exchange. */
export interface Judged {
  readonly operation: Operation | null;
  readonly violations: readonly Violation[];
}

const json = { "content-type": "application/json" };

/** Judges what a recording kept of an exchange; values stand in no message. */
export function judgeRecorded(recorded: Recorded): Judged {
  const { operation, violations } = judgeAll(recorded);
  return { operation, violations: withoutMeant(violations, recorded.meant ?? []) };
}

/** Equal ones count one by one: a test that means one violation and causes two has one too many. */
function withoutMeant(violations: readonly Violation[], meant: readonly MeantViolation[]): Violation[] {
  const left = [...meant];
  return violations.filter(({ rule, location }) => {
    const index = left.findIndex((one) => one.rule === rule && one.location === location);
    if (index !== -1) left.splice(index, 1);
    return index === -1;
  });
}

function judgeAll({ request, answer, marked }: Recorded): Judged {
  const operation = operationOf(request) ?? null;
  const given = { ...request, headers: request.headers ?? json };
  const found = judgeRequestOf(given, { values: "hidden" }).filter((one) => isEvident(one, request, answer));
  // 0 is a request that was broken off, 304 the browser's own cache.
  const isOwn = marked === undefined || marked === null || marked === "override";
  const isAnswer = answer !== null && answer.status !== 0 && answer.status !== 304 && isOwn;
  if (!operation || !isAnswer) return { operation, violations: found };
  const kept = { ...answer, headers: answer.headers ?? json };
  const guesses = headerReader(kept.headers)("x-kombo-mock-assumes");
  const notes = guesses ? guesses.split(",").map((name) => guessed(operation, name.trim())) : [];
  const answered = judgeAnswerOf(operation, kept, { values: "hidden" });
  // An override is the test's answer, not the API's.
  const blamed =
    marked === "override" ? answered.map((one) => ({ ...one, blame: "consumer" as const })) : answered;
  return { operation, violations: [...found, ...blamed, ...notes] };
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
