import { aiApplyPartition } from "@kombo-mock/factories/worlds";
import { own } from "./own.ts";
import type { IntegrationState, Root } from "./root.ts";

/** What was changed in the records of an integration, or of the environment's own partition, by its name. */
export function partitionState(
  root: Pick<Root, "integrations" | "aiApply">,
  id: string,
): IntegrationState | undefined {
  return id === aiApplyPartition ? root.aiApply : own(root.integrations, id);
}

/** Whether a collection belongs to the environment itself, and to no integration. */
export function isOfEnvironment(collection: string): boolean {
  return collection.startsWith(`${aiApplyPartition}.`);
}
