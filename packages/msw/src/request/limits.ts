import type { MatchedOperation } from "@kombo-mock/contract/judge";
import type { Operation } from "@kombo-mock/openapi";
import type { Quota } from "../state/traffic.ts";
import { type Assume, choiceOf } from "./assumptions.ts";
import { KomboError } from "./kombo-error.ts";
import { readThroughPost } from "./refuse-by-state.ts";

/** Whether the API's limits refuse requests: not unless told, and then at these numbers. */
export type EnforceLimits =
  | boolean
  | {
      /** Requests of an environment in a window of a minute; 300 unless told. */
      readonly requestsPerMinute?: number;
      /** Actions on one integration that are under way at the same time; 30 unless told. */
      readonly actionsAtOnce?: number;
    };

/** The limits that answers tell of. */
export interface Limits {
  readonly requests: { readonly limit: number; readonly seconds: number };
  readonly actionsAtOnce: number;
  readonly enforced: boolean;
}

/** Where a request stands among the limits. */
export interface Standing {
  readonly quota: Quota;
  /** How many further actions on the integration may be under way; undefined for anything but an action on one. */
  readonly actionsLeft: number | undefined;
}

/** Reads the limits from the options; a number that cannot be is refused. */
export function limitsOf(enforce: EnforceLimits, assume: Assume): Limits {
  const told = typeof enforce === "object" && enforce !== null ? enforce : {};
  for (const name of ["requestsPerMinute", "actionsAtOnce"] as const) {
    const given = told[name];
    if (given === undefined || (Number.isSafeInteger(given) && given >= 1)) continue;
    throw new Error(`enforceLimits.${name} must be a whole number from 1, but is ${String(given)}.`);
  }
  return {
    requests: {
      limit: told.requestsPerMinute ?? choiceOf(assume, "rate-limit"),
      seconds: choiceOf(assume, "rate-limit-window"),
    },
    actionsAtOnce: told.actionsAtOnce ?? 30,
    enforced: enforce !== false,
  };
}

/** Refuses a request beyond the quota. */
export function refuseByQuota({ limit, left, reset }: Quota): void {
  if (left >= 0) return;
  throw new KomboError(
    "PLATFORM.RATE_LIMIT_EXCEEDED",
    `There were more than ${limit} requests in this window, and the mock enforces that (enforceLimits). The next one begins in ${reset} s of the environment's clock: wait, or move it with POST /_mock/clock.`,
    { assumes: "rate-limit", retryAfter: reset },
  );
}

/** Refuses an action beyond those that may be under way at once. */
export function refuseByConcurrency(actionsLeft: number | undefined, { actionsAtOnce }: Limits): void {
  if (actionsLeft === undefined || actionsLeft >= 0) return;
  throw new KomboError(
    "PLATFORM.CONCURRENCY_LIMIT_EXCEEDED",
    `${actionsAtOnce} actions on this integration are under way already, and the mock enforces that limit (enforceLimits). Send this one again when one of them has been answered.`,
    { retryAfter: 1 },
  );
}

// The tool is asked for these, as it is for a write.
const readsThatCount: ReadonlySet<Operation> = new Set<Operation>([
  "GET /ats/applications/{application_id}/attachments",
  "GET /ats/candidates/{candidate_id}/attachments",
]);

/** Whether an operation is an action on an integration, which the limit of concurrent ones counts. */
export function isUnifiedAction({ name, entry }: MatchedOperation): boolean {
  if (!entry.integrationHeader || entry.domain === "general") return false;
  return entry.method === "GET" ? readsThatCount.has(name) : !readThroughPost.has(name);
}

/** Adds the headers that tell of the limits. An answer that says a limit is exceeded says the same in its headers. */
export function withLimits(
  headers: Readonly<Record<string, string>>,
  { quota, actionsLeft }: Standing,
  { actionsAtOnce }: Limits,
  error: KomboError | undefined,
): Record<string, string> {
  const isRefused = error?.code === "PLATFORM.RATE_LIMIT_EXCEEDED";
  const told: Record<string, string> = {
    ...headers,
    "ratelimit-limit": String(quota.limit),
    "ratelimit-remaining": isRefused || quota.left < 0 ? "0" : String(quota.left),
    "ratelimit-reset": String((isRefused ? error.retryAfter : undefined) ?? quota.reset),
  };
  if (actionsLeft === undefined) return told;
  const isFull = error?.code === "PLATFORM.CONCURRENCY_LIMIT_EXCEEDED";
  told["concurrency-limit"] = String(actionsAtOnce);
  told["concurrency-remaining"] = isFull || actionsLeft < 0 ? "0" : String(actionsLeft);
  return told;
}

/** Whether an operation asks the connected tool for something: reads are served from what syncs brought. */
export function reachesTool(operation: MatchedOperation): boolean {
  return isUnifiedAction(operation) || operation.name === "POST /passthrough/{tool}/{api}";
}
