import type { Operation } from "@kombo-mock/openapi";
import type { ErrorCode } from "../request/error-codes.ts";
import type { Fault, FaultEffect, Stub } from "../state/fault.ts";

/** A fault as the control calls show it: what it was set with, and how often it struck. */
export interface FaultSummary {
  readonly id: string;
  readonly stage: Fault["stage"];
  /** Null for all operations. */
  readonly operation: Operation | null;
  /** Null for all integrations. */
  readonly integration_id: string | null;
  readonly error_code?: ErrorCode | null;
  readonly status?: number;
  readonly message?: string;
  readonly retry_after?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly latency_ms?: number;
  readonly abort?: "reset" | "hang" | "truncate" | "malformed";
  readonly after: number;
  readonly times: number | null;
  readonly every: number;
  readonly rate: number | null;
  readonly unchecked: boolean;
  /** How many requests reached it. */
  readonly seen: number;
  /** How many of them it met. */
  readonly met: number;
  /** The test card or scenario that brought it. */
  readonly from: string | null;
}

/** A stub as the control calls show it. */
export interface StubSummary {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** Null for all integrations. */
  readonly integration_id: string | null;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly delay_ms: number;
  readonly times: number | null;
  /** How many requests it answered. */
  readonly used: number;
}

/** Shows a fault. */
export function faultSummary(fault: Fault): FaultSummary {
  const { id, stage, operation = null, integrationId, effect, unchecked = false } = fault;
  const { after, times, every, rate, seen, met, from } = fault;
  return {
    ...{ id, stage, operation, integration_id: integrationId ?? null },
    ...shownEffect(effect),
    ...{ after, times, every, rate, unchecked, seen, met, from },
  };
}

function shownEffect(effect: FaultEffect): Partial<FaultSummary> {
  if (effect.kind === "latency") return { latency_ms: effect.milliseconds };
  if (effect.kind === "abort") return { abort: effect.how };
  const { status } = effect;
  if (effect.kind === "response") return { status, headers: effect.headers, body: effect.body };
  const { code, message, retryAfter } = effect;
  return {
    ...{ error_code: code, status, message },
    ...(retryAfter === undefined ? {} : { retry_after: retryAfter }),
  };
}

/** Shows a stub. */
export function stubSummary({ integrationId, delayMs, ...stub }: Stub): StubSummary {
  const { id, method, path, query, status, headers, body, times, used } = stub;
  return {
    ...{ id, method, path, query, integration_id: integrationId ?? null },
    ...{ status, headers, body: body ?? null, delay_ms: delayMs, times, used },
  };
}
