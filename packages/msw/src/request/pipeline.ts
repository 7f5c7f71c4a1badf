import {
  type JudgedRequest,
  judgeRequest,
  type MatchedOperation,
  unknownOperation,
} from "@kombo-mock/contract/judge";
import type { Operation } from "@kombo-mock/openapi";
import { viewCollection } from "../state/collection-view.ts";
import type { Change } from "../state/commit.ts";
import type { Environment } from "../state/environment.ts";
import { own } from "../state/own.ts";
import type { IntegrationState } from "../state/root.ts";
import { unserved } from "../unserved.ts";
import { type AssumptionName, choiceOf } from "./assumptions.ts";
import type { RequestContext } from "./context.ts";
import { declaredBody } from "./declared-body.ts";
import { KomboError } from "./kombo-error.ts";
import type { Machinery } from "./machinery.ts";
import { refuseByState } from "./refuse-by-state.ts";
import { unknownIntegration } from "./unknown-integration.ts";

/** A request as every door gives it. */
export interface IncomingRequest {
  readonly door: "msw" | "fetch" | "http";
  readonly method: string;
  /** The path below the base URL, still percent-encoded: `/integrations/factorial%3A1`. */
  readonly path: string;
  /** The query, with or without its question mark. */
  readonly search: string;
  /** Reads a header by its lower-case name. */
  readonly header: (name: string) => string | null | undefined;
  readonly body: string | undefined;
  /** Where the mock is reached from the sender's side, without a path: `http://127.0.0.1:4747`. */
  readonly origin: string;
  /** When the request arrived, by the mock's `arrive()`. */
  readonly arrival: number;
}

/** What a request came to: data or a failure, and what the journal needs to know. */
export interface Handled {
  readonly outcome:
    | { readonly data: unknown; readonly warnings: readonly string[] }
    | { readonly error: KomboError };
  readonly operation: MatchedOperation | undefined;
  readonly integrationId: string | null;
  readonly violations: JudgedRequest["violations"];
  readonly assumed: ReadonlySet<AssumptionName>;
}

/** Takes a request through its stages: operation, judge, integration, input, behaviour and commit. */
export function handleRequest(
  request: IncomingRequest,
  environment: Environment,
  machinery: Machinery,
): Handled {
  const assumed = new Set<AssumptionName>();
  const warnings: string[] = [];
  const operation = machinery.router.match(request.method, request.path);
  const judged = operation && judge(request, operation, machinery);
  const integrationId = operation ? integrationIdOf(request, operation) : null;
  const handled = { operation, integrationId, violations: judged?.violations ?? [], assumed };
  try {
    if (!operation || !judged) {
      const unmatched = unknownOperation(`${request.method} ${request.path}`, machinery.router);
      const error = new KomboError(null, unmatched.message, { status: 404 });
      return { ...handled, violations: [unmatched], outcome: { error } };
    }
    const behaviour = machinery.behaviours.get(operation.name) ?? refuseUnserved(operation.name);
    const data = environment.commit((change) => {
      refuseMalformedPath(judged);
      const integration =
        integrationId === null ? undefined : integrationOf(integrationId, change, machinery);
      if (integration && machinery.lifecycle.idleWeeksMakeInactive) noteCall(change, integration.id);
      const context = contextOf({
        request,
        operation,
        judged,
        machinery,
        change,
        integration,
        assumed,
        warnings,
      });
      if (operation.entry.integrationHeader && integration) refuseByState(operation, context);
      refuseInvalid(judged, machinery);
      // The bridge from JSON to types: the judge has just held the parameters and the body against the same document
      // that the types come from.
      return behaviour.run(context as never);
    }, request.arrival);
    return { ...handled, outcome: { data, warnings } };
  } catch (error) {
    if (error instanceof KomboError) return { ...handled, outcome: { error } };
    throw error;
  }
}

/** Reads and judges a request to an operation. */
export function judge(
  request: IncomingRequest,
  operation: MatchedOperation,
  machinery: Machinery,
): JudgedRequest {
  const { header, body } = request;
  const query = new URLSearchParams(request.search);
  const validators = machinery.requestValidators.get(operation.entry.domain) ?? {};
  return judgeRequest(operation, { query, header, body }, validators);
}

/** The integration is named by the path, or else by the header. */
export function integrationIdOf(
  { header }: IncomingRequest,
  { entry, path }: MatchedOperation,
): string | null {
  const named = path["integration_id"];
  if (named !== undefined) return named;
  return entry.integrationHeader ? (header("x-integration-id") ?? null) : null;
}

function integrationOf(id: string, change: Change, machinery: Machinery): IntegrationState {
  const found = own(change.root.integrations, id);
  if (found) return found;
  throw unknownIntegration(id, change.root, {
    status: choiceOf(machinery.assume, "integration-not-found-status"),
    assumes: "integration-not-found-status",
  });
}

/** Only where idle integrations become INACTIVE: elsewhere a read leaves no trace in the state. */
function noteCall(change: Change, integrationId: string): void {
  change.set({ lastCalls: { ...change.root.lastCalls, [integrationId]: change.now } });
}

/** A path that cannot be read names nothing, so it is refused before anything is looked up by it. */
function refuseMalformedPath({ violations }: JudgedRequest): void {
  const malformed = violations.find(({ rule }) => rule === "malformed-path");
  if (malformed) throw new KomboError("PLATFORM.INPUT_INVALID", malformed.message);
}

const tolerated = new Set(["undeclared-parameter", "undeclared-body-key"]);

const mostFaultsTold = 20;

function refuseInvalid({ violations }: JudgedRequest, machinery: Machinery): void {
  const refused = violations.filter(
    ({ rule, severity }) => severity === "error" || (machinery.rejectUnknown && tolerated.has(rule)),
  );
  if (refused.length === 0) return;
  const told = refused.slice(0, mostFaultsTold).map(({ message }) => message);
  if (refused.length > told.length) told.push(`And ${refused.length - told.length} more.`);
  throw new KomboError("PLATFORM.INPUT_INVALID", told.join(" "));
}

function contextOf({
  request,
  operation,
  judged,
  machinery,
  change,
  integration,
  assumed,
  warnings,
}: {
  request: IncomingRequest;
  operation: MatchedOperation;
  judged: JudgedRequest;
  machinery: Machinery;
  change: Change;
  integration: IntegrationState | undefined;
  assumed: Set<AssumptionName>;
  warnings: string[];
}): RequestContext & { readonly path: unknown; readonly query: unknown; readonly body: unknown } {
  const current = () =>
    own(change.root.integrations, integration?.id ?? "") ?? withoutIntegration(operation.name);
  return {
    path: operation.path,
    query: judged.query,
    body: declaredBody(judged.body, operation.entry.body),
    change,
    now: change.now,
    seed: machinery.seed,
    emit: machinery.emit,
    recipes: machinery.partitions.recipes,
    get integration() {
      return current();
    },
    view: (collection: string) => viewCollection(current(), collection, machinery.partitions),
    url: (path: string) => request.origin + path,
    assume(name) {
      assumed.add(name);
      return choiceOf(machinery.assume, name);
    },
    warn: (message: string) => warnings.push(message),
  };
}

function withoutIntegration(operation: Operation): never {
  throw new Error(`"${operation}" is not about one integration.`);
}

function refuseUnserved(operation: Operation): never {
  const reason =
    (unserved as Readonly<Partial<Record<Operation, string>>>)[operation] ?? "its domain is not loaded";
  throw new KomboError(null, `The mock does not serve "${operation}" yet: ${reason}.`, { status: 501 });
}
