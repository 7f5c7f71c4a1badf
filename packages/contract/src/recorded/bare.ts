import type { Operation } from "@kombo-mock/openapi";
import { judgeAnswerOf } from "../exchange.ts";
import type { Violation } from "../violation.ts";
import { isObject } from "./json-value.ts";

const headers = { "content-type": "application/json" };

/**
 * Judges a body that stands alone, such as a fixture: a whole answer, its `data`, a list of results or one of them. It
 * is the consumer's own file, so the consumer is to blame for it.
 */
export function judgeBareBody(operation: Operation, body: unknown): Violation[] {
  const answer = asAnswer(operation, body);
  const status = isObject(answer) && answer["status"] === "error" ? 400 : 200;
  const judged = { status, headers, body: JSON.stringify(answer) };
  return judgeAnswerOf(operation, judged, { values: "hidden" }).map((one) => ({ ...one, blame: "consumer" }));
}

function asAnswer(operation: Operation, body: unknown): unknown {
  if (isObject(body) && ("status" in body ? "data" in body || "error" in body : false)) return body;
  if (isObject(body) && "data" in body && Object.keys(body).length === 1)
    return { status: "success", ...body };
  if (isObject(body) && Array.isArray(body["results"]))
    return { status: "success", data: { next: null, next_cursor: null, ...body } };
  const asOne = { status: "success", data: body };
  if (Array.isArray(body)) return isPaged(operation) ? pageOf(body) : asOne;
  return isPaged(operation) ? pageOf([body]) : asOne;
}

function pageOf(results: readonly unknown[]): unknown {
  return { status: "success", data: { results, next: null, next_cursor: null } };
}

/** Whether the operation answers pages: then an empty one is right. */
function isPaged(operation: Operation): boolean {
  const empty = { status: 200, headers, body: JSON.stringify(pageOf([])) };
  return judgeAnswerOf(operation, empty, {}).length === 0;
}
