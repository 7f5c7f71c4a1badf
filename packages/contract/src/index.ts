import { type Operation, operations } from "@kombo-mock/openapi";
import { answerValidators, requestValidators } from "./all-validators.ts";
import { judgeAnswer } from "./answer.ts";
import { judgeRequest, unknownOperation, violation } from "./request.ts";
import { createOperationRouter, type MatchedOperation } from "./router.ts";
import type { Violation } from "./violation.ts";

export type { Blame, Rule, Severity, Violation } from "./violation.ts";

/** A request as it was sent. */
export interface ExchangeRequest {
  readonly method: string;
  /** An absolute URL, or a path with query below `/v1` or without it. */
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>> | Headers;
  readonly body?: string | null | undefined;
}

/** An answer as it arrived. */
export interface ExchangeAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>> | Headers;
  readonly body: string;
}

const router = createOperationRouter(operations);

/**
 * Judges a request against the document. An empty list means that nothing is wrong with it.
 *
 * @example
 * checkRequest({ method: "PUT", url: "/v1/integrations/factorial:1/enabled", body: '{"value":"yes"}', headers })
 * // [{ rule: "invalid-body", location: "body.value", message: 'body.value must be a boolean, but is "yes".', … }]
 */
export function checkRequest(request: ExchangeRequest): Violation[] {
  const { matched, url } = find(request);
  if (!url) return [notUrl(request.url)];
  if (!matched) return [unknownOperation(`${request.method.toUpperCase()} ${url.pathname}`, router)];
  const parts = {
    query: url.searchParams,
    header: headerReader(request.headers),
    body: request.body ?? undefined,
  };
  return [...judgeRequest(matched, parts, requestValidators).violations];
}

/** Judges the answer of an operation, spelled `"GET /hris/absences"`, against the document. */
export function checkAnswer(operation: Operation, answer: ExchangeAnswer): Violation[] {
  if (!Object.hasOwn(operations, operation)) return [unknownOperation(operation, router)];
  const matched = { name: operation, entry: operations[operation], path: {}, malformed: [] };
  const contentType = headerReader(answer.headers)("content-type");
  return judgeAnswer(matched, { status: answer.status, contentType, body: answer.body }, answerValidators);
}

/** Judges both directions of an exchange. */
export function checkExchange(exchange: { request: ExchangeRequest; answer: ExchangeAnswer }): Violation[] {
  const { matched } = find(exchange.request);
  const request = checkRequest(exchange.request);
  return matched ? [...request, ...checkAnswer(matched.name, exchange.answer)] : request;
}

function find(request: ExchangeRequest): { matched?: MatchedOperation | undefined; url: URL | null } {
  // Joined as text: resolved against a base, a path that begins with two slashes would name a host.
  const url = request.url.startsWith("/")
    ? URL.parse(`http://localhost${request.url}`)
    : URL.parse(request.url, "http://localhost");
  if (!url) return { url };
  url.pathname = url.pathname.replace(/^\/v1(?=\/|$)/, "");
  return { matched: router.match(request.method.toUpperCase(), url.pathname), url };
}

function notUrl(url: string): Violation {
  return violation(undefined, "unknown-operation", "path", `"${url}" is neither a URL nor a path.`);
}

function headerReader(headers: ExchangeRequest["headers"] = {}): (name: string) => string | null {
  const given = Symbol.iterator in headers ? [...headers] : Object.entries(headers);
  const byName = new Map(given.map(([name, value]) => [name.toLowerCase(), value]));
  return (name) => byName.get(name) ?? null;
}
