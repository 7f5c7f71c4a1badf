import type { MatchedOperation } from "@kombo-mock/contract/judge";
import { printVariation } from "@kombo-mock/contract/variation";
import type { Came } from "../request/answer-request.ts";
import { diversionBy } from "../request/divert.ts";
import type { Machinery } from "../request/machinery.ts";
import { matchingStub } from "../request/matching-stub.ts";
import { type IncomingRequest, integrationIdOf, judge } from "../request/pipeline.ts";
import type { Environment } from "../state/environment.ts";
import type { FaultEffect } from "../state/fault.ts";

const effects: Readonly<Record<string, FaultEffect>> = {
  "429": {
    kind: "error",
    code: "PLATFORM.RATE_LIMIT_EXCEEDED",
    status: 429,
    message: "Too many requests at this moment: wait as long as `Retry-After` says, and send it again.",
    retryAfter: 1,
  },
  "503": {
    kind: "response",
    status: 503,
    headers: { "content-type": "text/html", "retry-after": "1" },
    body: "<html><head><title>503 Service Temporarily Unavailable</title></head></html>",
  },
  reset: { kind: "abort", how: "reset" },
};

/**
 * The fault that a read meets for once, since clients have to send it again: not where a test set faults or stubs of its
 * own. Undefined where the request goes its way.
 */
export function plannedFault(
  request: IncomingRequest,
  operation: MatchedOperation,
  environment: Environment,
  machinery: Machinery,
): Pick<Came, "handled" | "marked"> | undefined {
  if (operation.entry.method !== "GET") return undefined;
  const { faults, stubs } = environment.root;
  const integrationId = integrationIdOf(request, operation);
  const isOwn = faults.some((fault) => fault.operation === undefined || fault.operation === operation.name);
  if (isOwn || matchingStub(stubs, { ...request, operation, integrationId })) return undefined;
  for (const variation of machinery.varying?.faultsOf(operation.name) ?? []) {
    const id = printVariation(variation);
    const effect = effects[variation.change];
    if (!effect || environment.struck.has(id)) continue;
    environment.struck.add(id);
    const { violations } = judge(request, operation, machinery);
    const base = { operation, integrationId, violations, assumed: new Set<never>() };
    return { handled: { ...base, ...diversionBy(effect) }, marked: { by: "fault", id } };
  }
  return undefined;
}
