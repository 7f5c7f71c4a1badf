import type { Change } from "../change.ts";
import type { IntegrationState } from "../root.ts";
import { announceDeleted } from "./announce.ts";
import { cancelSync } from "./syncs.ts";

/** Deletes an integration, which ends its sync: its id is unknown from then on. */
export function removeIntegration(change: Change, integration: IntegrationState, seed: number): void {
  cancelSync(change, integration.id, seed);
  announceDeleted(change, integration, seed);
  change.removeIntegration(integration.id);
}
