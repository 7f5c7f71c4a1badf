import { type Entity, integrationDetailsFactory, recordId } from "@kombo-mock/factories";
import type {
  CollectionRecipe,
  PartitionInputs,
  SkeletonRow,
  StoredRecord,
} from "@kombo-mock/factories/worlds";
import type { IntegrationState } from "./root.ts";

/** A world's records of one integration: never changed, shared by all environments, and made only when asked for. */
interface Partition {
  collection(name: string): PartitionCollection;
}

/** One collection of a partition. Row numbers are the order of creation. */
export interface PartitionCollection {
  readonly recipe: CollectionRecipe;
  readonly size: number;
  /** The id of the record with this number. */
  idAt(number: number): string;
  numberOf(id: string): number | undefined;
  /** The whole record; the same object each time. */
  record(number: number): StoredRecord;
  /** The numbers of the records whose field has this value; the column is made once, without the records. */
  withValue(field: string, value: unknown): readonly number[];
}

/** Makes partitions and keeps them. */
export interface Partitions {
  of(integration: IntegrationState): Partition;
}

/** A store of partitions over some collections. */
export function createPartitions(
  world: { readonly name: string; readonly seed: number },
  recipes: ReadonlyMap<string, CollectionRecipe>,
): Partitions {
  const partitions = new Map<string, Partition>();
  return {
    of({ id, inputs }) {
      const { tool, category, country, date } = inputs;
      const key = `${id}\n${tool}\n${category}\n${country}\n${date}`;
      const known = partitions.get(key);
      if (known) return known;
      const partition = createPartition(
        { world: world.name, seed: world.seed, date, integrationId: id, tool, category, country },
        recipes,
      );
      partitions.set(key, partition);
      return partition;
    },
  };
}

function createPartition(inputs: PartitionInputs, recipes: ReadonlyMap<string, CollectionRecipe>): Partition {
  const collections = new Map<string, PartitionCollection>();
  return {
    collection(name) {
      const known = collections.get(name);
      if (known) return known;
      const recipe = recipes.get(name);
      if (!recipe)
        throw new Error(`There is no collection "${name}". There are: ${[...recipes.keys()].join(", ")}.`);
      const collection = createCollection(recipe, inputs);
      collections.set(name, collection);
      return collection;
    },
  };
}

function createCollection(recipe: CollectionRecipe, inputs: PartitionInputs): PartitionCollection {
  const rows = recipe.rows(inputs);
  const ids = rows.map(({ remoteId }) => recordId(inputs.integrationId, remoteId));
  const numbers = new Map(ids.map((id, number) => [id, number]));
  const records = new Map<number, StoredRecord>();
  const columns = new Map<string, ReadonlyMap<unknown, readonly number[]>>();

  const column = (field: string): ReadonlyMap<unknown, readonly number[]> => {
    const index = new Map<unknown, number[]>();
    rows.forEach((row, number) => {
      const value = recipe.buildField(row, inputs, field);
      const same = index.get(value);
      if (same) same.push(number);
      else index.set(value, [number]);
    });
    return index;
  };

  return {
    recipe,
    size: rows.length,
    idAt: (number) => ids[number] ?? outOfRange(recipe.name, number),
    numberOf: (id) => numbers.get(id),
    record(number) {
      const known = records.get(number);
      if (known) return known;
      const row: SkeletonRow = rows[number] ?? outOfRange(recipe.name, number);
      const record = deepFreeze(recipe.build(row, inputs));
      records.set(number, record);
      return record;
    },
    withValue(field, value) {
      const known = columns.get(field) ?? column(field);
      columns.set(field, known);
      return known.get(value) ?? [];
    },
  };
}

function outOfRange(collection: string, number: number): never {
  throw new RangeError(`"${collection}" has no record number ${number}.`);
}

/** Freezes a value and all that it holds. */
export function deepFreeze<T>(value: T): T {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value;
  for (const inner of Object.values(value)) deepFreeze(inner);
  return Object.freeze(value);
}

const details = new WeakMap<IntegrationState, Entity<"IntegrationDetails">>();

/** The details of an integration as the API gives them; made once for each state that it has. */
export function detailsOf(integration: IntegrationState, seed: number): Entity<"IntegrationDetails"> {
  const known = details.get(integration);
  if (known) return known;
  const made = deepFreeze(
    integrationDetailsFactory
      .seed(seed)
      .key(integration.id)
      .input(integration.inputs)
      .with({ id: integration.id }, integration.values)
      .build(),
  );
  details.set(integration, made);
  return made;
}
