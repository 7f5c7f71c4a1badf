import {
  type CollectionRecipe,
  createPartition,
  type Layer,
  type Partition,
  type PartitionInputs,
  peopleCollections,
  type Relation,
  type StoredLink,
  type StoredRecord,
} from "@kombo-mock/factories/worlds";

const recipes = new Map<string, CollectionRecipe>(peopleCollections.map((recipe) => [recipe.name, recipe]));

const inputs: PartitionInputs = {
  world: "small",
  seed: 1,
  date: "2026-01-15",
  integrationId: "personio:CBNMt7dSNCzBdnRTx87dev4E",
  tool: "personio",
  category: "HRIS",
  country: "DE",
};

/** The people of an integration, with what they belong to. */
export function peoplePartition(layers: readonly Layer[], changes: Partial<PartitionInputs> = {}): Partition {
  return createPartition({ ...inputs, ...changes }, layers, recipes);
}

/** All records of a collection, in the order of creation. */
export function recordsOf(partition: Partition, name: string): StoredRecord[] {
  const collection = partition.collection(name);
  return Array.from({ length: collection.size }, (_, number) => collection.record(number));
}

/** The record with an id, or undefined. */
export function recordWith(partition: Partition, name: string, id: unknown): StoredRecord | undefined {
  const collection = partition.collection(name);
  const number = typeof id === "string" ? collection.numberOf(id) : undefined;
  return number === undefined ? undefined : collection.record(number);
}

/** The record of a name of the cast. */
export function castOf(partition: Partition, name: string, cast: string): StoredRecord {
  const collection = partition.collection(name);
  const number = partition.source.rows(name).findIndex((row) => row.cast === cast);
  return collection.record(number);
}

/** The links that a record holds under a key. */
export function linksOf(record: StoredRecord, key: string): readonly StoredLink[] {
  const list = record[key];
  return Array.isArray(list) ? list : [];
}

/** A record as lists show it: with its related records, as far as they are people and what they belong to. */
export function shown(partition: Partition, name: string, record: StoredRecord): Record<string, unknown> {
  const relations = Object.entries(partition.collection(name).recipe.relations);
  const related = relations.map(([field, relation]) => [field, follow(partition, record, relation)]);
  return { ...record, ...Object.fromEntries(related) };
}

function follow(partition: Partition, record: StoredRecord, relation: Relation): unknown {
  const { collection, key, kind } = relation;
  if (!recipes.has(collection)) return [];
  if (kind === "one") return recordWith(partition, collection, record[key]) ?? null;
  if (kind === "links") return linksOf(record, key).map(({ id }) => recordWith(partition, collection, id));
  const numbers = partition.collection(collection).withValue(key, record.id);
  return numbers.map((number) => partition.collection(collection).record(number));
}
