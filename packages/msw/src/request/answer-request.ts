import { unknownOperation } from "@kombo-mock/contract/judge";
import type { Environment } from "../state/environment.ts";
import { summarise } from "./journal.ts";
import { Json } from "./json.ts";
import { KomboError } from "./kombo-error.ts";
import type { Machinery } from "./machinery.ts";
import { type Handled, handleRequest, type IncomingRequest, judge } from "./pipeline.ts";
import { type OutgoingAnswer, render } from "./render.ts";

/** Answers a request, whatever happens: a failure becomes an envelope, and both stand in the journal. */
export function answerRequest(
  request: IncomingRequest,
  findEnvironment: () => Environment,
  fallback: Environment,
  machinery: Machinery,
): OutgoingAnswer {
  let environment = fallback;
  let handled: Handled;
  try {
    environment = findEnvironment();
    handled = handleRequest(request, environment, machinery);
  } catch (error) {
    handled = failed(request, error, machinery);
  }
  const exchange = environment.journal.nextId;
  const answer = render(
    handled,
    `${request.origin}/_mock/environments/${encodeURIComponent(environment.name)}/requests/${exchange}`,
  );
  const note = record({ request, handled, answer, environment, machinery, exchange });
  return { ...answer, note };
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

function record({
  request,
  handled,
  answer,
  environment,
  machinery,
  exchange,
}: {
  request: IncomingRequest;
  handled: Handled;
  answer: OutgoingAnswer;
  environment: Environment;
  machinery: Machinery;
  exchange: number;
}): NonNullable<OutgoingAnswer["note"]> {
  const { operation, outcome, assumed, integrationId } = handled;
  const error = "error" in outcome ? outcome.error : undefined;
  const ours = operation && machinery.checkAnswer ? machinery.checkAnswer(operation.name, answer) : [];
  const records = "data" in outcome && outcome.data instanceof Json ? outcome.data.records : null;
  const violations = [...handled.violations, ...ours];
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
    assumes: [...assumed, ...(error?.assumes ? [error.assumes] : [])],
    marked: null,
  });
  return {
    records,
    code: error?.code ?? null,
    message: error?.message ?? null,
    violations: violations.length,
  };
}
