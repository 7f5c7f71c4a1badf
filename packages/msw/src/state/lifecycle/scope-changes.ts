import { readModels } from "@kombo-mock/factories";
import type { Machinery } from "../../request/machinery.ts";
import { availabilityOf, syncedAvailabilityOf } from "../availability.ts";
import type { Change } from "../change.ts";
import type { IntegrationState } from "../root.ts";
import { reportRecordsOf } from "./report-models.ts";

/**
 * Brings the synced data up to date with the scope config. The records of a model that was switched off are gone with
 * it, and come back as changed ones when it is switched on again: that is kept once for the model, since no answer shows
 * records of a model that is off.
 */
export function applyScopeChanges(
  change: Change,
  integration: IntegrationState,
  { partitions, seed }: Pick<Machinery, "partitions" | "seed">,
): void {
  const { id, inputs, scoped } = integration;
  if (inputs.settings === scoped.settings && inputs.optedOut === scoped.optedOut) return;
  const before = syncedAvailabilityOf(integration, seed);
  const after = availabilityOf(integration, seed);
  const changed = readModels[inputs.category].filter(
    ({ id: model }) => (before.model(model) === undefined) !== (after.model(model) === undefined),
  );
  const restamped = Object.fromEntries(changed.map(({ id: model }) => [model, change.now]));
  change.patchIntegration(id, {
    scoped: { settings: inputs.settings, optedOut: inputs.optedOut },
    restamped: { ...integration.restamped, ...restamped },
  });
  for (const { id: model } of changed) reportRecordsOf(change, integration, { model, partitions });
}
