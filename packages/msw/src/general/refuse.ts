import type { RequestContext } from "../request/context.ts";
import { KomboError } from "../request/kombo-error.ts";

/** Refuses work on an integration that is switched off. The General family has no code for it, so there is none. */
export function refuseInactive({ integration, assume }: RequestContext): void {
  if (integration.values.status !== "INACTIVE") return;
  assume("no-code-for-integration-state");
  throw new KomboError(
    null,
    `"${integration.id}" is INACTIVE. Enable it with PUT /integrations/${integration.id}/enabled and {"value": true}.`,
    { status: assume("inactive-status"), assumes: "inactive-status" },
  );
}

/** Refuses a direct call with credentials that the tool rejects. */
export function refuseInvalid({ integration, assume }: RequestContext): void {
  if (integration.values.status !== "INVALID") return;
  assume("no-code-for-integration-state");
  throw new KomboError(
    null,
    `The tool rejects the stored credentials of "${integration.id}" (its status is INVALID). The customer has to reconnect: POST /integrations/${integration.id}/relink.`,
    { status: assume("invalid-status"), assumes: "invalid-status" },
  );
}
