import { recordId } from "../hash.ts";
import type { CollectionRecipe, StoredRecord } from "./collection.ts";
import type { Layer } from "./layers.ts";
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
  readonly size: number;
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
  const collections = new Map<string, PartitionCollection>();
  const collection = (name: string): PartitionCollection => {
    const known = collections.get(name);
    if (known) return known;
    const made = createCollection(recipeOf(name), rowsOf(name), { source, collection });
    collections.set(name, made);
    return made;
  };
  const source: RecordSource = {
    ...inputs,
    rows: rowsOf,
    value(name, remoteId, field) {
      const target = collection(name);
      const number = target.numberOfRemoteId(remoteId);
      return number === undefined ? undefined : target.value(number, field);
    },
    children: (name, key, remoteId) => childrenByKey(rowsOf(name), key).get(remoteId) ?? [],
  };
  return { inputs, source, collection };
}

function createCollection(
  recipe: CollectionRecipe,
  rows: readonly SkeletonRow[],
  { source, collection }: Pick<Partition, "source" | "collection">,
): PartitionCollection {
  const ids: string[] = [];
  let numbers: ReadonlyMap<string, number> | undefined;
  let remoteNumbers: ReadonlyMap<string, number> | undefined;
  const records = new Map<number, StoredRecord>();
  const columns = new Map<string, unknown[]>();
  const indexes = new Map<string, ReadonlyMap<unknown, readonly number[]>>();
  let lastRead: { readonly number: number; readonly read: (field: string) => unknown } | undefined;
  const row = (number: number): SkeletonRow => rows[number] ?? outOfRange(recipe.name, number);

  const idAt = (number: number): string =>
    (ids[number] ??= recordId(source.integrationId, row(number).remoteId));
  const numberOf = (id: string) => {
    numbers ??= numbersBy(rows, (_, number) => idAt(number));
    return numbers.get(id);
  };
  const numberOfRemoteId = (remoteId: string) => {
    remoteNumbers ??= numbersBy(rows, (one) => one.remoteId);
    return remoteNumbers.get(remoteId);
  };
  /** By the ids in the tool, which rows have already: nothing has to be derived for all of them. */
  const childrenOf = (key: string, parent: string, id: string): readonly number[] => {
    const target = collection(parent);
    const number = target.numberOf(id);
    if (number === undefined) return [];
    const found = childrenByKey(rows, key).get(target.row(number).remoteId) ?? [];
    return found.flatMap(({ remoteId }) => numberOfRemoteId(remoteId) ?? []);
  };

  const value = (number: number, field: string): unknown => {
    const built = records.get(number);
    if (built) return built[field];
    if (field === "id") return idAt(number);
    let cells = columns.get(field);
    if (!cells) {
      cells = new Array<unknown>(rows.length).fill(notMade);
      columns.set(field, cells);
    }
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
    rows.forEach((_, number) => {
      const cell = value(number, field);
      const same = made.get(cell);
      if (same) same.push(number);
      else made.set(cell, [number]);
    });
    return made;
  };

  return {
    recipe,
    size: rows.length,
    idAt,
    numberOf,
    numberOfRemoteId,
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
    column: (field) => rows.map((_, number) => value(number, field)),
  };
}

const notMade = Symbol("not made");

/** The numbers of rows by a name of theirs. */
function numbersBy(
  rows: readonly SkeletonRow[],
  nameOf: (row: SkeletonRow, number: number) => string,
): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  for (const [number, row] of rows.entries()) numbers.set(nameOf(row, number), number);
  return numbers;
}

const children = new WeakMap<
  readonly SkeletonRow[],
  Map<string, ReadonlyMap<string, readonly SkeletonRow[]>>
>();

function childrenByKey(
  rows: readonly SkeletonRow[],
  key: string,
): ReadonlyMap<string, readonly SkeletonRow[]> {
  const byKey = children.get(rows) ?? new Map<string, ReadonlyMap<string, readonly SkeletonRow[]>>();
  children.set(rows, byKey);
  const known = byKey.get(key);
  if (known) return known;
  const made = Map.groupBy(rows, (row) => row.relations?.[key] ?? "");
  byKey.set(key, made);
  return made;
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
