import type { CollectionRecipe, StoredRecord } from "./collection.ts";
import type { GrowingRows } from "./growing-rows.ts";
import type { Layer } from "./layers.ts";
import { RecordIds } from "./record-ids.ts";
import { type PartitionInputs, type RecordSource, rowsByLayer, type SkeletonRow } from "./skeleton.ts";

/** A world's records of one integration: never changed, shared by all environments, and made only when asked for. */
export interface Partition {
  readonly inputs: PartitionInputs;
  readonly source: RecordSource;
  collection(name: string): PartitionCollection;
}

/** One collection of a partition. Row numbers are the order of creation. */
export interface PartitionCollection {
  readonly recipe: CollectionRecipe;
  /** How many records there are; all of their rows are made for it. */
  readonly size: number;
  /** Whether there is a record with this number. */
  has(number: number): boolean;
  /** The id of the record with this number. */
  idAt(number: number): string;
  numberOf(id: string): number | undefined;
  /** The same by the id that its row has in the tool. */
  numberOfRemoteId(remoteId: string): number | undefined;
  /** The row of the record with this number. */
  row(number: number): SkeletonRow;
  /** The whole record; the same object each time. */
  record(number: number): StoredRecord;
  /** One field of a record, made without the others and once. */
  value(number: number, field: string): unknown;
  /** The numbers of the records whose field has this value; the column is made once, without the records. */
  withValue(field: string, value: unknown): readonly number[];
  /** The number in its own collection of the record that a foreign key leads to: told by the rows, without an id. */
  ledTo(number: number, key: string): number | undefined;
  /** The numbers of the records whose foreign key leads to the record with a number of its own collection. */
  leadingTo(key: string, target: number): readonly number[];
  /** Every value of a field, in the order of creation. */
  column(field: string): readonly unknown[];
}

/** Makes a partition over some collections. */
export function createPartition(
  inputs: PartitionInputs,
  layers: readonly Layer[],
  recipes: ReadonlyMap<string, CollectionRecipe>,
): Partition {
  const recipeOf = (name: string): CollectionRecipe => {
    const recipe = recipes.get(name);
    if (recipe) return recipe;
    throw new Error(`There is no collection "${name}". There are: ${[...recipes.keys()].join(", ")}.`);
  };
  const rowsOf = rowsByLayer(inputs, ["base", ...layers], (name) => {
    // A domain that is not loaded has no rows: what others refer to in it is not there.
    const recipe = recipes.get(name);
    return recipe ? (source) => recipe.rows(source) : () => [];
  });
  const ids = new RecordIds(inputs.integrationId);
  const collections = new Map<string, PartitionCollection>();
  const collection = (name: string): PartitionCollection => {
    const known = collections.get(name);
    if (known) return known;
    const made = createCollection(recipeOf(name), { source, ids, rowsOf, collection });
    collections.set(name, made);
    return made;
  };
  const source: RecordSource = {
    ...inputs,
    rows: (name) => rowsOf(name).all(),
    eachRow: rowsOf,
    rowOf(name, remoteId) {
      const rows = rowsOf(name);
      const number = rows.numberOf(remoteId);
      return number === undefined ? undefined : rows.at(number);
    },
    idOf: (remoteId) => ids.of(remoteId),
    value(name, remoteId, field) {
      const target = collection(name);
      const number = target.numberOfRemoteId(remoteId);
      return number === undefined ? undefined : target.value(number, field);
    },
    children(name, key, remoteId) {
      const recipe = recipes.get(name);
      if (!recipe) return [];
      const rows = rowsOf(name);
      // Those that are led to from a number have been made.
      return childNumbers(recipe, key, remoteId, rowsOf).map((number) => rows.at(number) as SkeletonRow);
    },
  };
  return { inputs, source, collection };
}

type RowsOf = (collection: string) => GrowingRows;

interface Surroundings extends Pick<Partition, "source" | "collection"> {
  readonly ids: RecordIds;
  readonly rowsOf: RowsOf;
}

function createCollection(
  recipe: CollectionRecipe,
  { source, ids, rowsOf, collection }: Surroundings,
): PartitionCollection {
  const rows = rowsOf(recipe.name);
  let numbers: ReadonlyMap<string, number> | undefined;
  const records = new Map<number, StoredRecord>();
  const columns = new Map<string, unknown[]>();
  const indexes = new Map<string, ReadonlyMap<unknown, readonly number[]>>();
  let lastRead: { readonly number: number; readonly read: (field: string) => unknown } | undefined;
  const row = (number: number): SkeletonRow => rows.at(number) ?? outOfRange(recipe.name, number);

  const idAt = (number: number): string => ids.of(row(number).remoteId);
  const numberOf = (id: string) => {
    // Most ids that are asked for were given away by this partition.
    const remoteId = ids.remoteIdOf(id);
    if (remoteId !== undefined) return rows.numberOf(remoteId);
    numbers ??= new Map(rows.all().map((_, number) => [idAt(number), number]));
    return numbers.get(id);
  };
  /** By the ids in the tool, which rows have already: nothing has to be derived for all of them. */
  const childrenOf = (key: string, parent: string, id: string): readonly number[] => {
    const target = collection(parent);
    const number = target.numberOf(id);
    return number === undefined ? [] : childNumbers(recipe, key, target.row(number).remoteId, rowsOf);
  };

  const value = (number: number, field: string): unknown => {
    const built = records.get(number);
    if (built) return built[field];
    if (field === "id") return idAt(number);
    let cells = columns.get(field);
    if (!cells) {
      cells = [];
      columns.set(field, cells);
    }
    while (cells.length <= number) cells.push(notMade);
    if (cells[number] === notMade) cells[number] = readerAt(number)(field);
    return cells[number];
  };
  /** Whoever reads one field of a record often reads the next right after it: what both depend on is made once. */
  const readerAt = (number: number) => {
    if (lastRead?.number !== number) lastRead = { number, read: recipe.reader(row(number), source) };
    return lastRead.read;
  };
  const index = (field: string): ReadonlyMap<unknown, readonly number[]> => {
    const made = new Map<unknown, number[]>();
    rows.all().forEach((_, number) => {
      const cell = value(number, field);
      const same = made.get(cell);
      if (same) same.push(number);
      else made.set(cell, [number]);
    });
    return made;
  };

  return {
    recipe,
    get size() {
      return rows.all().length;
    },
    has: (number) => rows.at(number) !== undefined,
    idAt,
    numberOf,
    numberOfRemoteId: (remoteId) => rows.numberOf(remoteId),
    row,
    record(number) {
      const known = records.get(number);
      if (known) return known;
      const record = deepFreeze(recipe.build(row(number), source));
      records.set(number, record);
      return record;
    },
    value,
    withValue(field, wanted) {
      const parent = Object.hasOwn(recipe.references, field) ? recipe.references[field] : undefined;
      if (parent !== undefined && typeof wanted === "string") return childrenOf(field, parent, wanted);
      const known = indexes.get(field) ?? index(field);
      indexes.set(field, known);
      return known.get(wanted) ?? [];
    },
    ledTo(number, key) {
      const remoteId = row(number).relations?.[key];
      return remoteId ? rowsOf(recipe.references[key] ?? "").numberOf(remoteId) : undefined;
    },
    leadingTo(key, target) {
      const remoteId = rowsOf(recipe.references[key] ?? "").at(target)?.remoteId;
      return remoteId === undefined ? [] : childNumbers(recipe, key, remoteId, rowsOf);
    },
    column: (field) => rows.all().map((_, number) => value(number, field)),
  };
}

const notMade = Symbol("not made");

/** The numbers of the rows whose foreign key leads to an id in the tool. */
function childNumbers(
  { name, references, follows }: CollectionRecipe,
  key: string,
  remoteId: string,
  rowsOf: RowsOf,
): readonly number[] {
  const parents = key === follows ? rowsOf(references[key] ?? "") : undefined;
  return rowsOf(name).leadingTo(key, remoteId, parents);
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
