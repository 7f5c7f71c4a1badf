import type { MatchedOperation } from "@kombo-mock/contract/judge";
import type { Environment } from "../state/environment.ts";
import { loadAnswerCheck } from "./answer-check.ts";
import { type Came, handle, logUrlOf, record, renderAndRecord } from "./answer-request.ts";
import { KomboError } from "./kombo-error.ts";
import type { Machinery } from "./machinery.ts";
import { type Override, type OverrideInfo, Unchecked } from "./override.ts";
import { type Handled, type IncomingRequest, integrationIdOf, judge } from "./pipeline.ts";
import { json, type OutgoingAnswer, render, renderError } from "./render.ts";

/** A request that an override answers, with what the mock would answer it with. */
interface OverriddenRequest {
  readonly request: IncomingRequest;
  /** The request as it was sent, its body unread. */
  readonly sent: Request;
  readonly operation: MatchedOperation;
  readonly findEnvironment: () => Environment;
  readonly fallback: Environment;
  readonly machinery: Machinery;
}

/** Answers a request by an override. What comes of it is judged, and stands in the journal as an override. */
export async function answerByOverride(
  override: Override,
  overridden: OverriddenRequest,
): Promise<OutgoingAnswer | Unchecked> {
  const { request, sent, operation, machinery } = overridden;
  const judged = judge(request, operation, machinery);
  let coming: ReturnType<typeof handle> | undefined;
  let ours: Came | undefined;
  const diverted = new NoOriginal();
  const info = {
    async original() {
      coming ??= handle(request, overridden.findEnvironment, overridden.fallback, machinery);
      ours = await coming;
      const { outcome, abort } = ours.handled;
      if ("error" in outcome) throw outcome.error;
      if ("response" in outcome || abort !== undefined) throw diverted;
      return JSON.parse(render(ours.handled, "").body) as unknown;
    },
    request: sent,
    params: operation.path,
    query: judged.query,
    body: judged.body,
  } satisfies Record<keyof OverrideInfo<never>, unknown>;
  const result = await resolve(override, info);
  if (ours && (result === diverted || errorOf(ours) === result))
    return renderAndRecord(request, ours, machinery);
  const handled = ours?.handled ?? {
    operation,
    integrationId: integrationIdOf(request, operation),
    violations: judged.violations,
    assumed: new Set(),
  };
  const environment = ours?.environment ?? environmentOf(overridden);
  if (result instanceof Unchecked) return recordUnchecked(result, overridden, handled, environment);
  return answerWith(result, overridden, handled, environment);
}

/** What `original()` throws where a fault or a stub left nothing that could be changed. */
class NoOriginal extends Error {
  override name = "NoOriginal";
  constructor() {
    super("A fault or a stub answers this request, not the mock: there is no original answer.");
  }
}

function errorOf({ handled: { outcome } }: Came): KomboError | undefined {
  return "error" in outcome ? outcome.error : undefined;
}

/** What the override answers; an error of the API counts the same whether it is returned or thrown. */
async function resolve({ resolver, operation }: Override, info: object): Promise<unknown> {
  let result: unknown;
  try {
    // The bridge from JSON to types: the resolver's types are the operation's, and so is the request.
    result = await resolver(info as never);
  } catch (error) {
    if (error instanceof KomboError || error instanceof NoOriginal) return error;
    throw error;
  }
  if (result instanceof KomboError || result instanceof Unchecked) return result;
  const remedy = (came: string, instead: string) =>
    new TypeError(`The override of "${operation}" returned ${came}. Return ${instead}.`);
  if (result instanceof Response)
    throw remedy("a Response", "`komboHttp.unchecked(response)` to send it as it is");
  if (typeof result === "object" && result !== null) return result;
  throw remedy(
    result === undefined ? "nothing" : JSON.stringify(result),
    "the whole envelope, or `original()` to leave the answer as it is",
  );
}

async function answerWith(
  result: unknown,
  { request, operation, machinery }: OverriddenRequest,
  handled: Omit<Handled, "outcome">,
  environment: Environment,
): Promise<OutgoingAnswer> {
  const check = machinery.checkAnswer ?? (await loadAnswerCheck(operation));
  // From here on nothing waits, so that the answer's log URL leads to this exchange.
  const error = result instanceof KomboError ? result : undefined;
  const answer = error
    ? renderError(error, logUrlOf(request, environment), handled.assumed)
    : json(200, JSON.stringify(result), [...handled.assumed]);
  // It is the test's answer, so the mock is not to blame for it.
  const answerViolations = check(operation.name, answer).map((one) => ({
    ...one,
    blame: "consumer" as const,
  }));
  const records = error ? null : recordsOf(result);
  const note = record({
    request,
    handled,
    environment,
    answer,
    error,
    records,
    answerViolations,
    machinery,
    marked: "override",
  });
  return { ...answer, note };
}

async function recordUnchecked(
  result: Unchecked,
  { request, machinery }: OverriddenRequest,
  handled: Omit<Handled, "outcome">,
  environment: Environment,
): Promise<Unchecked> {
  const { response } = result;
  // Only a body of known length is certain to end.
  const body = response.headers.has("content-length") ? await response.clone().text() : "";
  const answer = { status: response.status, body };
  record({
    ...{ request, handled, environment, answer, machinery },
    ...{ error: undefined, records: null, answerViolations: [], marked: "unchecked" },
  });
  return result;
}

function environmentOf({ findEnvironment, fallback }: OverriddenRequest): Environment {
  try {
    return findEnvironment();
  } catch (error) {
    if (error instanceof KomboError) return fallback;
    throw error;
  }
}

function recordsOf(envelope: unknown): number | null {
  const { data } = envelope as { readonly data?: { readonly results?: unknown } | null };
  return Array.isArray(data?.results) ? data.results.length : null;
}
