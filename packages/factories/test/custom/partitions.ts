import {
  avionteSyncedJobs,
  type CollectionRecipe,
  datevClients,
  datevEauRequests,
  datevPushes,
  datevUploadJobs,
  type Partition,
  type WorldName,
  worlds,
} from "@kombo-mock/factories/worlds";
import { integrationPartition, recipes } from "../worlds/partitions.ts";

/** What only some tools hold. */
export const customCollections: readonly CollectionRecipe[] = [
  datevClients,
  datevEauRequests,
  datevPushes,
  datevUploadJobs,
  avionteSyncedJobs,
];

const all = new Map([...recipes, ...customCollections.map((recipe) => [recipe.name, recipe] as const)]);

/** The integrations of a world whose tools have operations of their own, in the order of the world. */
export function customPartitions(world: WorldName = "small", seed = 1): Partition[] {
  return worlds[world].integrations
    .filter(({ inputs }) => ["datev", "silae", "avionte"].includes(inputs.tool))
    .map((integration) => integrationPartition(worlds[world], integration, seed, all));
}
