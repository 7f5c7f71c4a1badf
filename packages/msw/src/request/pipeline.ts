import {
  type JudgedRequest,
  judgeRequest,
  type MatchedOperation,
  unknownOperation,
} from "@kombo-mock/contract/judge";
import type { Operation } from "@kombo-mock/openapi";
import type { Change } from "../state/change.ts";
import { viewCollection } from "../state/collection-view.ts";
import type { Environment } from "../state/environment.ts";
import { own } from "../state/own.ts";
import { partitionState } from "../state/partition-state.ts";
import type { IntegrationState } from "../state/root.ts";
import { unserved } from "../unserved.ts";
import { type AssumptionName, choiceOf } from "./assumptions.ts";
import type { RequestContext } from "./context.ts";
import { declaredBody } from "./declared-body.ts";
import { passAnswer, passStage, passStubs } from "./divert.ts";
import { type Abort, type CannedResponse, Diverted, HeldUp } from "./diverted.ts";
import { inFamily } from "./family-error.ts";
import { KomboError } from "./kombo-error.ts";
import { refuseByConcurrency } from "./limits.ts";
import type { Machinery } from "./machinery.ts";
import type { Passage } from "./passage.ts";
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
  /** The line of code that sent it, where that is known: `src/sync.ts:12`. */
  readonly sentFrom?: string | undefined;
}

/** What a request came to: data, a failure, or what a fault or stub sends; and what the journal needs to know. */
export interface Handled {
  readonly outcome:
    | { readonly data: unknown; readonly warnings: readonly string[] }
    | { readonly error: KomboError }
    | { readonly response: CannedResponse };
  /** How the answer fails to arrive. */
  readonly abort?: Abort | undefined;
  /** How long the answer is held back, in milliseconds. */
  readonly delay?: number;
  readonly operation: MatchedOperation | undefined;
  readonly integrationId: string | null;
  readonly violations: JudgedRequest["violations"];
  readonly assumed: ReadonlySet<AssumptionName>;
}

/** A request that is to be handled when some time has passed, in milliseconds. */
export interface Held {
  readonly held: number;
}

/** A request on its way through the stages. */
export interface Way {
  /** Undefined where the path is no operation's. */
  readonly operation: MatchedOperation | undefined;
  readonly passage: Passage;
  /** How many further actions on its integration may be under way; undefined for anything but an action on one. */
  readonly actionsLeft: number | undefined;
}

/**
 * Takes a request through its stages: operation, platform faults, stubs, judge, integration, input, behaviour, remote
 * faults, commit and answer faults.
 */
export function handleRequest(
  request: IncomingRequest,
  environment: Environment,
  machinery: Machinery,
  { operation, passage, actionsLeft }: Way,
): Handled | Held {
  const assumed = new Set<AssumptionName>();
  const warnings: string[] = [];
  const judged = operation && judge(request, operation, machinery);
  const integrationId = integrationIdOf(request, operation);
  const { method, path, search } = request;
  const { seed } = machinery;
  const facts = { method, path, search, operation, integrationId };
  const handled = { operation, integrationId, violations: judged?.violations ?? [], assumed };
  if (integrationId !== null) environment.useCard(integrationId, request.arrival);
  try {
    if (!operation || !judged) {
      if (environment.root.stubs.length > 0)
        environment.commit((change) => passStubs({ change, passage, facts, seed }), request.arrival);
      const unmatched = unknownOperation(`${method} ${path}`, machinery.router);
      const error = new KomboError(null, unmatched.message, { status: 404 });
      return { ...handled, violations: [unmatched], outcome: { error } };
    }
    const { data, fate } = environment.commit((change) => {
      const waypoint = { change, passage, facts, seed };
      passStage("platform", waypoint);
      passStubs(waypoint);
      const behaviour = machinery.behaviours.get(operation.name) ?? refuseUnserved(operation.name);
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
      if (machinery.limits.enforced) refuseByConcurrency(actionsLeft, machinery.limits);
      refuseInvalid(judged, machinery);
      // The bridge from JSON to types: the judge has just held the parameters and the body against the same document
      // that the types come from.
      const data = behaviour.run(context as never);
      passStage("remote", waypoint);
      const fate = passAnswer(waypoint);
      passage.count(change);
      return { data, fate };
    }, request.arrival);
    return { ...handled, outcome: { data, warnings }, ...fate };
  } catch (error) {
    // What was met counts, though nothing else of the request does.
    if (passage.counted) environment.commit((change) => passage.count(change), request.arrival);
    if (error instanceof KomboError) {
      return { ...handled, outcome: { error: inFamily(error, operation?.entry) } };
    }
    if (error instanceof Diverted) return { ...handled, ...error.diversion };
    if (error instanceof HeldUp) return { held: error.milliseconds };
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
  operation: MatchedOperation | undefined,
): string | null {
  if (!operation) return null;
  const { entry, path } = operation;
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
    partitionState(change.root, integration?.id ?? operation.entry.domain) ??
    withoutIntegration(operation.name);
  return {
    path: operation.path,
    query: judged.query,
    body: declaredBody(judged.body, operation.entry.body),
    change,
    now: change.now,
    seed: machinery.seed,
    emit: machinery.emit,
    pages: machinery.varying?.pagesOf(operation.name),
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
