import type { Machinery } from "../request/machinery.ts";
import type { Change } from "../state/change.ts";
import { beginFinalSync, beginFirstSync } from "../state/lifecycle/first-sync.ts";
import { cancelSync } from "../state/lifecycle/syncs.ts";
import { own } from "../state/own.ts";
import type { IntegrationState } from "../state/root.ts";
import type { Input } from "./inputs.ts";

/** The customer goes through the steps of a setup that are still open; one more sync then brings the data. */
export function finishSetup(change: Change, { id, values }: IntegrationState, machinery: Machinery): void {
  change.patchIntegration(id, {
    setupSteps: [],
    values: { ...values, setup_status: "FINAL_SYNC_PENDING" },
  });
  beginFinalSync(change, id, machinery);
}

/** What follows from settings that were changed by hand, as it would have followed from what the customer does. */
export function followSettings(
  before: IntegrationState,
  input: Input<"updateIntegration">,
  { change, machinery }: { readonly change: Change; readonly machinery: Machinery },
): void {
  const { id } = before;
  if (input.status === "ACTIVE") change.patchIntegration(id, { failingSince: null });
  if (input.status === "INACTIVE") cancelSync(change, id, machinery.seed);
  if (before.values.setup_status !== "INCOMPLETE") return;
  const after = own(change.root.integrations, id);
  if (!after) return;
  const { setup_status } = after.values;
  const isThrough = setup_status === "INCOMPLETE" && input.setup_steps?.length === 0 && !input.setup_status;
  if (isThrough || setup_status === "FINAL_SYNC_PENDING") finishSetup(change, after, machinery);
  else if (setup_status === "COMPLETED") {
    change.patchIntegration(id, { setupSteps: [] });
    // Whoever says that the setup is complete still has not synced anything.
    if (after.qaStatus === "PENDING") beginFirstSync(change, id, machinery);
  }
}
