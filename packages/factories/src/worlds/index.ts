/** The worlds, and how their collections are made. */
export { aiApplyCollections } from "../ai-apply/ai-apply.collections.ts";
export { aiApplyPartition } from "../ai-apply/partition.ts";
export { assessmentCollections } from "../assessment/assessment.collections.ts";
export { candidateCollections } from "../ats/candidates.collections.ts";
export { jobCollections } from "../ats/jobs.collections.ts";
export { avionteSyncedJobs } from "../custom/avionte-synced-jobs.collection.ts";
export { datevClients, makeDatevClient } from "../custom/datev-clients.collection.ts";
export { datevEauRequests } from "../custom/datev-eau-requests.collection.ts";
export { datevFile } from "../custom/datev-file.ts";
export { datevPushes, datevUploadJobs } from "../custom/datev-pushes.collection.ts";
export { customFields } from "../general/custom-fields.collection.ts";
export { integrationFields } from "../general/integration-fields.collection.ts";
export { peopleCollections } from "../hris/people.collections.ts";
export { timeCollections } from "../hris/time.collections.ts";
export { countWorkdays } from "../hris/workdays.ts";
export { lmsCollections } from "../lms/lms.collections.ts";
export { type CastEntry, type CastName, castList } from "./cast.ts";
export {
  type CollectionRecipe,
  defineCollection,
  defineWrittenCollection,
  type StoredRecord,
  type TypedRecipe,
} from "./collection.ts";
export { GrowingRows, type Rows } from "./growing-rows.ts";
export { type Layer, type LayerCounts, serialIds } from "./layers.ts";
export { createPartition, deepFreeze, type Partition, type PartitionCollection } from "./partition.ts";
export {
  type Links,
  links,
  type Many,
  many,
  type One,
  one,
  type Relation,
  type StoredLink,
} from "./relations.ts";
export type { PartitionInputs, RecordSource, RowSource, SkeletonLink, SkeletonRow } from "./skeleton.ts";
export { small } from "./small.world.ts";
export { generation, type IntegrationRecipe, type SetupStep, type World } from "./world.ts";
export { type WorldName, worlds } from "./worlds.ts";
