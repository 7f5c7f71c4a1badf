import { type Choices, choicesAt } from "../choices.ts";
import type { Category } from "../general/catalogue/read-models.ts";
import type { Country } from "../people.ts";
import { type GrowingRows, type Rows, rowsTogether, wholeOf } from "./growing-rows.ts";
import type { Layer } from "./layers.ts";

/** What decides every value of an integration's records: nothing else is read while they are made. */
export interface PartitionInputs {
  readonly world: string;
  readonly seed: number;
  /** The world's date, `yyyy-MM-dd`. */
  readonly date: string;
  readonly integrationId: string;
  readonly tool: string;
  readonly category: Category;
  readonly country: Country;
}

/** A record of a world before any of its values is made: its id in the tool and what it refers to. */
export interface SkeletonRow {
  readonly remoteId: string;
  /** Ids in the tool of related records, by the stored foreign key; null where there is none. */
  readonly relations?: Readonly<Record<string, string | null>>;
  /** Lists of related records, by the key that they are stored under. */
  readonly links?: Readonly<Record<string, readonly SkeletonLink[]>>;
  /** The name under which the cast knows the record; one record a world has it. */
  readonly cast?: string;
  /** Traits of the factory that the record has. */
  readonly traits?: readonly string[];
  /** Values that are given and not made. */
  readonly values?: Readonly<Record<string, unknown>>;
  /** Everything that may be null is, but for the given values: what a tool with little data sends, or an erased record. */
  readonly bare?: boolean;
}

/** A link of a skeleton: the other record's id in the tool, and what belongs to the link. */
export interface SkeletonLink {
  readonly remoteId: string;
  readonly values?: Readonly<Record<string, unknown>>;
  readonly links?: Readonly<Record<string, readonly SkeletonLink[]>>;
}

/**
 * What the rows of a layer are made from. A layer sees itself and those below, never those above: so what a larger
 * world adds changes nothing of a smaller one.
 */
export interface RowSource extends PartitionInputs {
  readonly layer: Layer;
  /** Rows of another collection that this layer adds. */
  added(collection: string): readonly SkeletonRow[];
  /** The same, where a layer is large made only as far as they are read. */
  eachAdded(collection: string): Rows;
  /** Rows of another collection in this layer and below. */
  all(collection: string): readonly SkeletonRow[];
  /** Seeded decisions, the same for the same name in this integration. */
  choices(name: string): Choices;
}

/** What a record's values are made from, beyond its row: other records of the same integration. */
export interface RecordSource extends PartitionInputs {
  rows(collection: string): readonly SkeletonRow[];
  /** The same, made only as far as they are read; the same object each time. */
  eachRow(collection: string): Rows;
  /** The row with this id in the tool. */
  rowOf(collection: string, remoteId: string): SkeletonRow | undefined;
  /** The id of the record with this id in the tool. */
  idOf(remoteId: string): string;
  /** A field of another record, by that record's id in the tool. */
  value(collection: string, remoteId: string, field: string): unknown;
  /** The rows of another collection whose foreign key leads to this id in the tool. */
  children(collection: string, key: string, remoteId: string): readonly SkeletonRow[];
}

/** Makes the rows of all layers of one collection, each layer once. */
export function rowsByLayer(
  partition: PartitionInputs,
  layers: readonly Layer[],
  rowsOf: (collection: string) => (source: RowSource) => Rows,
): (collection: string) => GrowingRows {
  const made = new Map<string, Rows>();
  const together = layers.map(() => new Map<string, GrowingRows>());
  const open = new Set<string>();
  const added = (collection: string, depth: number): Rows => {
    const layer = layers[depth];
    if (layer === undefined) return [];
    const name = `${depth} ${collection}`;
    const known = made.get(name);
    if (known) return known;
    if (open.has(name)) throw new Error(`The rows of "${collection}" are made from themselves.`);
    open.add(name);
    const rows = rowsOf(collection)({
      ...partition,
      layer,
      added: (other) => wholeOf(added(other, depth)),
      eachAdded: (other) => added(other, depth),
      all: (other) => upTo(other, depth).all(),
      choices: (path) => choicesAt(partition.seed, partition.integrationId, path),
    });
    open.delete(name);
    made.set(name, rows);
    return rows;
  };
  const upTo = (collection: string, depth: number): GrowingRows => {
    const known = together[depth]?.get(collection);
    if (known) return known;
    const rows = rowsTogether(layers.slice(0, depth + 1).map((_, index) => added(collection, index)));
    together[depth]?.set(collection, rows);
    return rows;
  };
  return (collection) => upTo(collection, layers.length - 1);
}
