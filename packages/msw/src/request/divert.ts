import type { Change } from "../state/change.ts";
import type { Fault, FaultEffect, Stub } from "../state/fault.ts";
import { type CannedResponse, type Diversion, Diverted, HeldUp } from "./diverted.ts";
import { KomboError } from "./kombo-error.ts";
import type { RequestFacts } from "./matching-stub.ts";
import type { Passage } from "./passage.ts";

/** Takes a request through a stage before its change: a fault that it meets there undoes everything. */
export function passStage(stage: "platform" | "remote", { change, passage, facts, seed }: Waypoint): void {
  const met = passage.reach(stage, change.root, facts, seed);
  if (!met) return;
  if (met.waits > 0) throw new HeldUp(met.waits);
  if (met.stop) throw new Diverted(diversionBy(met.stop.effect));
}

/** Lets a canned answer take the request, after the platform's faults and before anything else. */
export function passStubs({ change, passage, facts }: Waypoint): void {
  const stub = passage.takeStub(change.root, facts);
  if (stub) throw new Diverted({ outcome: { response: cannedBy(stub) }, delay: stub.delayMs });
}

/** What becomes of an answer whose change has been made: nothing, something else, or the same on a bad way. */
export function passAnswer({ change, passage, facts, seed }: Waypoint): AnswerFate | undefined {
  const met = passage.reach("answer", change.root, facts, seed);
  if (!met || (met.waits === 0 && !met.stop)) return undefined;
  const effect = met.stop?.effect;
  return {
    delay: met.waits,
    ...(effect?.kind === "abort"
      ? { abort: effect.how }
      : effect && effect.kind !== "latency"
        ? { outcome: diversionBy(effect).outcome }
        : {}),
  };
}

/** A request on its way. */
export interface Waypoint {
  readonly change: Change;
  readonly passage: Passage;
  readonly facts: RequestFacts;
  readonly seed: number;
}

/** What is different about an answer. */
export type AnswerFate = Partial<Diversion>;

type Stop = Exclude<FaultEffect, { readonly kind: "latency" }>;

const nothing: CannedResponse = { status: 0, headers: {}, body: "" };

/** What a request comes to that a fault stops before its change. */
export function diversionBy(effect: Fault["effect"]): Diversion {
  if (effect.kind === "latency") throw new Error("Latency stops no request.");
  return diversions[effect.kind](effect as never);
}

const diversions: {
  readonly [Kind in Stop["kind"]]: (effect: Extract<Stop, { readonly kind: Kind }>) => Diversion;
} = {
  error: ({ code, status, message, retryAfter }) => ({
    outcome: { error: new KomboError(code, message, { status, retryAfter: retryAfter ?? usualWait(code) }) },
  }),
  response: ({ status, headers, body }) => ({ outcome: { response: { status, headers, body } } }),
  abort: ({ how }) => ({
    abort: how,
    outcome: { response: how === "reset" || how === "hang" ? nothing : jsonResponse(200, {}, emptyPage) },
  }),
};

const bodiless: ReadonlySet<number> = new Set([204, 205, 304]);

// What is cut off a request that nothing was done for.
const emptyPage = { status: "success", data: { results: [], next: null } };

function usualWait(code: string | null): number | undefined {
  return code?.endsWith("_LIMIT_EXCEEDED") ? 1 : undefined;
}

/** What a stub sends. */
export function cannedBy({ status, headers, body }: Stub): CannedResponse {
  const isEmpty = bodiless.has(status);
  return typeof body === "string" || isEmpty
    ? { status, headers, body: isEmpty ? "" : String(body) }
    : jsonResponse(status, headers, body);
}

function jsonResponse(
  status: number,
  headers: Readonly<Record<string, string>>,
  body: unknown,
): CannedResponse {
  return {
    status,
    headers: { "content-type": "application/json; charset=utf-8", ...headers },
    body: body === undefined ? "" : JSON.stringify(body),
  };
}
