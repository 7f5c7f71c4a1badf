import {
  type CollectionRecipe,
  createPartition,
  type Layer,
  type Partition,
  type PartitionInputs,
  type StoredRecord,
} from "@kombo-mock/factories/worlds";
import { jobCollections } from "../../src/ats/jobs.collections.ts";

const recipes = new Map<string, CollectionRecipe>(jobCollections.map((recipe) => [recipe.name, recipe]));

const inputs: PartitionInputs = {
  world: "small",
  seed: 1,
  date: "2026-01-15",
  integrationId: "greenhouse:9vYtUkYCPHvL8xEdVLBpeDbj",
  tool: "greenhouse",
  category: "ATS",
  country: "GB",
};

/** The jobs of an integration, with all that belongs to them. */
export function jobPartition(layers: readonly Layer[], changes: Partial<PartitionInputs> = {}): Partition {
  return createPartition({ ...inputs, ...changes }, layers, recipes);
}

/** All records of a collection, in the order of creation. */
export function recordsOf(partition: Partition, name: string): StoredRecord[] {
  const collection = partition.collection(name);
  return Array.from({ length: collection.size }, (_, number) => collection.record(number));
}

/** The record of the cast that has this name. */
export function castOf(partition: Partition, name: string, cast: string): StoredRecord {
  const collection = partition.collection(name);
  const number = partition.source.rows(name).findIndex((row) => row.cast === cast);
  return collection.record(number);
}
