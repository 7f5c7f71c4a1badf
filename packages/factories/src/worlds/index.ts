/** The worlds, and how their collections are made. */
export { customFields } from "../general/custom-fields.collection.ts";
export { integrationFields } from "../general/integration-fields.collection.ts";
export {
  type CollectionRecipe,
  defineCollection,
  type PartitionInputs,
  type SkeletonRow,
  type StoredRecord,
} from "./collection.ts";
export { small } from "./small.world.ts";
export { generation, type IntegrationRecipe, type SetupStep, type World } from "./world.ts";
