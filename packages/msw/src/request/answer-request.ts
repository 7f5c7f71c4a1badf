import { unknownOperation, type Violation } from "@kombo-mock/contract/judge";
import type { Environment } from "../state/environment.ts";
import { type Exchange, summarise } from "./journal.ts";
import { Json } from "./json.ts";
import { KomboError } from "./kombo-error.ts";
import type { Machinery } from "./machinery.ts";
import { type Handled, handleRequest, type IncomingRequest, judge } from "./pipeline.ts";
import { type OutgoingAnswer, render } from "./render.ts";
import { notesOn } from "./request-notes.ts";

/** Answers a request, whatever happens: a failure becomes an envelope, and both stand in the journal. */
export function answerRequest(
  request: IncomingRequest,
  findEnvironment: () => Environment,
  fallback: Environment,
  machinery: Machinery,
): OutgoingAnswer {
  const { handled, environment } = handle(request, findEnvironment, fallback, machinery);
  return renderAndRecord(request, handled, environment, machinery);
}

/** Lets a request do what it does, and says in which environment; nothing is thrown. */
export function handle(
  request: IncomingRequest,
  findEnvironment: () => Environment,
  fallback: Environment,
  machinery: Machinery,
): { readonly handled: Handled; readonly environment: Environment } {
  let environment = fallback;
  try {
    environment = findEnvironment();
    return { handled: handleRequest(request, environment, machinery), environment };
  } catch (error) {
    return { handled: failed(request, error, machinery), environment };
  }
}

/** The mock's own answer to a request that was handled; the exchange stands in the journal. */
export function renderAndRecord(
  request: IncomingRequest,
  handled: Handled,
  environment: Environment,
  machinery: Machinery,
): OutgoingAnswer {
  const { operation, outcome } = handled;
  const answer = render(handled, logUrlOf(request, environment));
  const error = "error" in outcome ? outcome.error : undefined;
  const answerViolations =
    operation && machinery.checkAnswer ? machinery.checkAnswer(operation.name, answer) : [];
  const records = "data" in outcome && outcome.data instanceof Json ? outcome.data.records : null;
  const note = record({
    request,
    handled,
    environment,
    answer,
    error,
    records,
    answerViolations,
    marked: null,
  });
  return { ...answer, note };
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
}: {
  request: IncomingRequest;
  handled: Omit<Handled, "outcome">;
  environment: Environment;
  answer: Pick<OutgoingAnswer, "status" | "body">;
  error: KomboError | undefined;
  /** How many records a page holds; null for anything but a page. */
  records: number | null;
  /** What is wrong with the answer. */
  answerViolations: readonly Violation[];
  marked: Exchange["marked"];
}): NonNullable<OutgoingAnswer["note"]> {
  const { operation, assumed, integrationId } = handled;
  const exchange = environment.journal.nextId;
  const violations = [...handled.violations, ...answerViolations];
  const notes = notesOn(request, environment.root);
  environment.ledger.add(violations, exchange);
  environment.journal.add({
    id: exchange,
    at: environment.now,
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
    marked,
  });
  return {
    records,
    code: error?.code ?? null,
    message: error?.message ?? null,
    notes,
    violations: violations.length,
  };
}
