import type { Relation, StoredLink } from "@kombo-mock/factories/worlds";
import {
  type CollectionRecipe,
  createPartition,
  type Layer,
  type Partition,
  type PartitionInputs,
  type StoredRecord,
} from "@kombo-mock/factories/worlds";

/** A partition over some collections, of a British Greenhouse customer unless told. */
export function partitionOf(
  recipes: readonly CollectionRecipe[],
  layers: readonly Layer[],
  inputs: Partial<PartitionInputs> = {},
): Partition {
  const all: PartitionInputs = {
    world: "small",
    seed: 1,
    date: "2026-01-15",
    integrationId: "greenhouse:7C9M5sXAQx2cNMpVHLojrFpL",
    tool: "greenhouse",
    category: "ATS",
    country: "GB",
    ...inputs,
  };
  return createPartition(all, layers, new Map(recipes.map((recipe) => [recipe.name, recipe])));
}

/** Every record of a collection, in the order of creation. */
export function recordsIn(partition: Partition, name: string): readonly StoredRecord[] {
  const collection = partition.collection(name);
  return Array.from({ length: collection.size }, (_, number) => collection.record(number));
}

/** Foreign keys and links that lead to no record, one line each. */
export function danglingIn(partition: Partition, recipes: readonly CollectionRecipe[]): readonly string[] {
  return recipes.flatMap(({ name, references, relations }) =>
    recordsIn(partition, name).flatMap((record) => [
      ...Object.entries(references)
        .filter(([key, target]) => record[key] !== null && !leadsTo(partition, target, record[key]))
        .map(([key]) => `${name} ${record["remote_id"]} ${key}`),
      ...Object.values(relations)
        .flatMap((relation) => linksOf(record, relation))
        .filter(({ target, id }) => !leadsTo(partition, target, id))
        .map(({ target, id }) => `${name} ${record["remote_id"]} ${target} ${id}`),
    ]),
  );
}

const leadsTo = (partition: Partition, target: string, id: unknown) =>
  typeof id === "string" && partition.collection(target).numberOf(id) !== undefined;

function linksOf(record: StoredRecord, relation: Relation): { target: string; id: string }[] {
  if (relation.kind !== "links") return [];
  // The key under which the collection stores its links.
  const list = record[relation.key] as readonly StoredLink[];
  return list.map(({ id }) => ({ target: relation.collection, id }));
}

/** Fields whose value made alone differs from the record's, one line each. */
export function differingAlone(
  recipes: readonly CollectionRecipe[],
  make: () => Partition,
): readonly string[] {
  const [whole, alone] = [make(), make()];
  return recipes.flatMap(({ name }) =>
    recordsIn(whole, name).flatMap((record, number) =>
      Object.keys(record)
        .filter(
          (field) =>
            JSON.stringify(alone.collection(name).value(number, field)) !== JSON.stringify(record[field]),
        )
        .map((field) => `${name} ${number} ${field}`),
    ),
  );
}
