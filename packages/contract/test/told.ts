import type { ExchangeRequest, Violation } from "@kombo-mock/contract";

/** Violations as lines that a table can hold: `error invalid-body at body.value: …`. */
export function told(violations: readonly Violation[]): string[] {
  return violations.map(
    ({ severity, rule, location, message }) => `${severity} ${rule} at ${location}: ${message}`,
  );
}

/** The headers of a request with which nothing is wrong. */
export const headers = {
  authorization: "Bearer ks_dev_example",
  "content-type": "application/json",
  "x-integration-id": "factorial:8d1hpPsbjxUkoCoa1veLZGe5",
};

/** A request from its operation's spelling, such as `"PUT /integrations/x/enabled"`; a body goes out as JSON. */
export function requestOf(spelling: string, body?: unknown): ExchangeRequest {
  const [method = "", url = ""] = spelling.split(" ");
  return { method, url, headers, body: body === undefined ? undefined : JSON.stringify(body) };
}
