import type { AnswerMark } from "@kombo-mock/contract/journal-line";
import { type MatchedOperation, unknownOperation, type Violation } from "@kombo-mock/contract/judge";
import type { Environment } from "../state/environment.ts";
import { plannedFault } from "../variation/planned-fault.ts";
import { varyAnswer } from "../variation/vary-answer.ts";
import { summarise } from "./journal.ts";
import { Json } from "./json.ts";
import { KomboError } from "./kombo-error.ts";
import { isUnifiedAction, refuseByQuota, type Standing, withLimits } from "./limits.ts";
import type { Machinery } from "./machinery.ts";
import { Passage } from "./passage.ts";
import {
  type Handled,
  type Held,
  handleRequest,
  type IncomingRequest,
  integrationIdOf,
  judge,
  type Way,
} from "./pipeline.ts";
import { type OutgoingAnswer, render } from "./render.ts";
import { notesOn } from "./request-notes.ts";
import { toldExchange } from "./told-exchange.ts";
import { wait } from "./wait.ts";

/** Answers a request, whatever happens: a failure becomes an envelope, and both stand in the journal. */
export function answerRequest(
  request: IncomingRequest,
  findEnvironment: () => Environment,
  fallback: Environment,
  machinery: Machinery,
): OutgoingAnswer | Promise<OutgoingAnswer> {
  const came = handle(request, findEnvironment, fallback, machinery);
  // Without anything that takes time there is no promise, which would cost a good part of the request.
  if (came instanceof Promise) return came.then((done) => renderAndRecord(request, done, machinery));
  return renderAndRecord(request, came, machinery);
}

/** A request that was handled. */
export interface Came {
  readonly handled: Handled;
  readonly environment: Environment;
  /** Undefined where the request has no environment of its own. */
  readonly standing: Standing | undefined;
  /** The fault or stub that it met. */
  readonly marked: Passage["marked"];
}

/** Lets a request do what it does, and says in which environment; nothing is thrown. */
export function handle(
  request: IncomingRequest,
  findEnvironment: () => Environment,
  fallback: Environment,
  machinery: Machinery,
): Came | Promise<Came> {
  const passage = new Passage();
  let environment = fallback;
  let standing: Standing | undefined;
  const failedBy = (error: unknown): Came => ({
    ...{ handled: failed(request, error, machinery), environment, standing, marked: passage.marked },
  });
  try {
    environment = findEnvironment();
    const operation = machinery.router.match(request.method, request.path);
    standing = standingOf(request, operation, environment, machinery);
    if (machinery.limits.enforced) refuseByQuota(standing.quota);
    const planned =
      machinery.varying && operation && plannedFault(request, operation, environment, machinery);
    if (planned) return { ...planned, environment, standing };
    const way = { operation, passage, actionsLeft: standing.actionsLeft };
    const first = handleRequest(request, environment, machinery, way);
    if ("held" in first || first.delay)
      return whenOver(first, { request, environment, standing, machinery, way }).catch(failedBy);
    return { handled: first, environment, standing, marked: passage.marked };
  } catch (error) {
    return failedBy(error);
  }
}

/** Takes a request up again when it was held up long enough, and holds its answer back as long as it is to be. */
async function whenOver(
  first: Handled | Held,
  held: {
    readonly request: IncomingRequest;
    readonly environment: Environment;
    readonly standing: Standing;
    readonly machinery: Machinery;
    readonly way: Way;
  },
): Promise<Came> {
  const { request, environment, standing, machinery, way } = held;
  const integrationId = integrationIdOf(request, way.operation);
  const isUnderWay = (way.actionsLeft ?? -1) >= 0 && integrationId !== null;
  const end = isUnderWay ? environment.traffic.begin(integrationId) : () => {};
  try {
    let now = first;
    while ("held" in now) {
      await wait(now.held);
      now = handleRequest(request, environment, machinery, way);
    }
    if (now.delay) await wait(now.delay);
    return { handled: now, environment, standing, marked: way.passage.marked };
  } finally {
    end();
  }
}

function standingOf(
  request: IncomingRequest,
  operation: MatchedOperation | undefined,
  { traffic, now }: Environment,
  { limits }: Machinery,
): Standing {
  const integrationId = operation && isUnifiedAction(operation) ? integrationIdOf(request, operation) : null;
  return {
    quota: traffic.count(now, limits.requests),
    actionsLeft:
      integrationId === null ? undefined : limits.actionsAtOnce - traffic.underWay(integrationId) - 1,
  };
}

/** The mock's own answer to a request that was handled; the exchange stands in the journal. */
export function renderAndRecord(request: IncomingRequest, came: Came, machinery: Machinery): OutgoingAnswer {
  const { environment, standing, marked } = came;
  const handled = machinery.varying ? varyAnswer(request, came, machinery.varying) : came.handled;
  const { operation, outcome } = handled;
  const answer = render(handled, logUrlOf(request, environment));
  const error = "error" in outcome ? outcome.error : undefined;
  // What a test made is nothing that the mock is to blame for.
  const answerViolations =
    operation && machinery.checkAnswer && !marked ? machinery.checkAnswer(operation.name, answer) : [];
  const records = "data" in outcome && outcome.data instanceof Json ? outcome.data.records : null;
  const note = record({
    ...{ request, handled, environment, answer, error, records, answerViolations },
    ...{ machinery, marked: marked?.by ?? null, markedBy: marked?.id ?? null },
  });
  // What a load balancer or a stub sends says nothing of the API's limits.
  if (!standing || "response" in outcome) return { ...answer, note };
  return { ...answer, headers: withLimits(answer.headers, standing, machinery.limits, error), note };
}

/** Where the environment's next exchange can be looked at. */
export function logUrlOf(request: IncomingRequest, { name, journal }: Environment): string {
  return `${request.origin}/_mock/environments/${encodeURIComponent(name)}/requests/${journal.nextId}`;
}

/** A request that got no further: no key, or a fault of the mock, which is answered and never thrown. */
function failed(request: IncomingRequest, error: unknown, machinery: Machinery): Handled {
  const operation = machinery.router.match(request.method, request.path);
  const judged = operation && judge(request, operation, machinery);
  const shown =
    error instanceof KomboError
      ? error
      : new KomboError(
          "PLATFORM.UNKNOWN_ERROR",
          `The mock itself failed: ${error instanceof Error ? error.message : String(error)} Please report it.`,
        );
  return {
    outcome: { error: shown },
    operation,
    integrationId: request.header("x-integration-id") ?? null,
    violations: judged?.violations ?? [
      unknownOperation(`${request.method} ${request.path}`, machinery.router),
    ],
    assumed: new Set(),
  };
}

/** Writes an exchange into journal and ledger, and says what a log line tells of it. */
export function record({
  request,
  handled,
  environment,
  answer,
  error,
  records,
  answerViolations,
  marked,
  markedBy = null,
  machinery,
}: {
  request: IncomingRequest;
  machinery: Machinery;
  handled: Omit<Handled, "outcome">;
  environment: Environment;
  answer: Pick<OutgoingAnswer, "status" | "body" | "abort"> & Partial<Pick<OutgoingAnswer, "headers">>;
  error: KomboError | undefined;
  /** How many records a page holds; null for anything but a page. */
  records: number | null;
  /** What is wrong with the answer. */
  answerViolations: readonly Violation[];
  marked: AnswerMark | null;
  /** The id of what it is marked for. */
  markedBy?: string | null;
}): NonNullable<OutgoingAnswer["note"]> {
  const { operation, assumed, integrationId } = handled;
  const exchange = environment.journal.nextId;
  const violations = [...handled.violations, ...answerViolations];
  const notes = notesOn(request, environment.root);
  const meant = environment.ledger.add(violations, exchange);
  const at = environment.now;
  machinery.onExchange?.(
    toldExchange({ request, answer, marked, meant, at, label: environment.journal.label }),
  );
  environment.journal.add({
    id: exchange,
    at,
    door: request.door,
    operation: operation?.name ?? null,
    method: request.method,
    path: request.path,
    integration_id: integrationId,
    request: { query: request.search.replace(/^\?/, ""), body: summarise(request.body) },
    answer: {
      status: answer.status,
      code: error?.code ?? null,
      message: error?.message ?? null,
      records,
      body: records === null ? summarise(answer.body) : { size: answer.body.length },
    },
    violations,
    notes,
    assumes: [...assumed, ...(error?.assumes ? [error.assumes] : [])],
    marked: marked === "unchecked" ? "override" : marked,
    marked_by: markedBy,
    lost: answer.abort ?? null,
  });
  return {
    records,
    code: error?.code ?? null,
    message: error?.message ?? null,
    notes,
    violations: violations.length,
  };
}
