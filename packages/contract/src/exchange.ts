import { type Operation, operations } from "@kombo-mock/openapi";
import { answerValidators, requestValidators } from "./all-validators.ts";
import { judgeAnswer } from "./answer.ts";
import { judgeRequest, unknownOperation } from "./request.ts";
import { createOperationRouter, type MatchedOperation } from "./router.ts";
import { type Violation, violation } from "./violation.ts";
import { discreetWording, openWording, type Wording } from "./wording.ts";

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
  /** Undefined where a recording did not keep it; then it is not judged. */
  readonly body: string | undefined;
}

/** How violations are told. */
export interface JudgeOptions {
  /** `hidden` tells of what kind a value is in place of the value, for reports that others read; default `shown`. */
  readonly values?: "shown" | "hidden";
}

const router = createOperationRouter(operations);

/** Judges a request against the document. */
export function judgeRequestOf(request: ExchangeRequest, options: JudgeOptions): Violation[] {
  const wording = wordingOf(options);
  const { matched, url } = find(request);
  if (!url) return [notUrl(request.url, options)];
  if (!matched) {
    return [unknownOperation(`${request.method.toUpperCase()} ${url.pathname}`, router, wording)];
  }
  const parts = {
    query: url.searchParams,
    header: headerReader(request.headers),
    body: request.body ?? undefined,
  };
  return [...judgeRequest(matched, parts, requestValidators, wording).violations];
}

/** Judges an answer of an operation. */
export function judgeAnswerOf(
  operation: Operation,
  answer: ExchangeAnswer,
  options: JudgeOptions,
): Violation[] {
  const wording = wordingOf(options);
  if (!Object.hasOwn(operations, operation)) return [unknownOperation(operation, router, wording)];
  const matched = { name: operation, entry: operations[operation], path: {}, malformed: [] };
  const contentType = headerReader(answer.headers)("content-type");
  const parts = { status: answer.status, contentType, body: answer.body };
  return judgeAnswer(matched, parts, answerValidators, wording);
}

/** The operation that a request means; undefined where there is none. */
export function operationOf(request: Pick<ExchangeRequest, "method" | "url">): Operation | undefined {
  return find(request).matched?.name;
}

/** The operation that is spelled most like a text. */
export function nearestOperation(spelling: string): Operation | undefined {
  return router.nearest(spelling);
}

/** Reads headers by their lower-case name. */
export function headerReader(headers: ExchangeRequest["headers"] = {}): (name: string) => string | null {
  const given = Symbol.iterator in headers ? [...headers] : Object.entries(headers);
  const byName = new Map(given.map(([name, value]) => [name.toLowerCase(), value]));
  return (name) => byName.get(name) ?? null;
}

function wordingOf({ values }: JudgeOptions): Wording {
  return values === "hidden" ? discreetWording : openWording;
}

function find(request: Pick<ExchangeRequest, "method" | "url">): {
  matched?: MatchedOperation | undefined;
  url: URL | null;
} {
  // Joined as text: resolved against a base, a path that begins with two slashes would name a host.
  const url = request.url.startsWith("/")
    ? URL.parse(`http://localhost${request.url}`)
    : URL.parse(request.url, "http://localhost");
  if (!url) return { url };
  url.pathname = url.pathname.replace(/^\/v1(?=\/|$)/, "");
  return { matched: router.match(request.method.toUpperCase(), url.pathname), url };
}

function notUrl(url: string, { values }: JudgeOptions): Violation {
  const what = values === "hidden" ? "What the request was sent to" : `"${url}"`;
  return violation(null, "unknown-operation", "path", `${what} is neither a URL nor a path.`);
}
