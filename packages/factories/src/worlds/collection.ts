import type { Entity, EntityName, Factory } from "../define-factory.ts";
import type { Category } from "../general/catalogue/read-models.ts";
import { recordId } from "../hash.ts";
import type { Country } from "../people.ts";

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
}

/** One collection of a world's partition: which records there are, and how each value is made on demand. */
export interface CollectionRecipe {
  /** `"hris.absence-types"`, as in the path. */
  readonly name: string;
  /** The vendor's id of the model, as `data-changed` names it; null for collections that no sync brings. */
  readonly model: string | null;
  /** Stored foreign keys with the collection that they lead to. */
  readonly references: Readonly<Record<string, string>>;
  rows(partition: PartitionInputs): readonly SkeletonRow[];
  build(row: SkeletonRow, partition: PartitionInputs): StoredRecord;
  buildField(row: SkeletonRow, partition: PartitionInputs, field: string): unknown;
}

/** A record as it is stored: its own values, with foreign keys in place of related records. */
export interface StoredRecord {
  readonly id: string;
  readonly [field: string]: unknown;
}

interface CollectionDefinition<Name extends EntityName, Inputs> {
  readonly name: string;
  readonly model: string | null;
  readonly factory: Factory<Name, Inputs, string>;
  /** Relations that the entity embeds: which foreign key is stored in their place, and where it leads. */
  readonly embeds?: {
    readonly [Relation in keyof Entity<Name> & string]?: {
      readonly key: string;
      readonly collection: string;
    };
  };
  rows(partition: PartitionInputs): readonly SkeletonRow[];
  /** The factory's inputs for one row. */
  inputs(row: SkeletonRow, partition: PartitionInputs): Partial<Inputs>;
}

/** Defines a collection over the factory of its entity. */
export function defineCollection<Name extends EntityName, Inputs>(
  definition: CollectionDefinition<Name, Inputs>,
): CollectionRecipe {
  const embeds = Object.entries<{ key: string; collection: string } | undefined>(
    definition.embeds ?? {},
  ).flatMap(([relation, to]) => (to ? [{ relation, ...to }] : []));
  const references = Object.fromEntries(embeds.map(({ key, collection }) => [key, collection]));

  const factoryOf = (row: SkeletonRow, partition: PartitionInputs) =>
    definition.factory
      .seed(partition.seed)
      .key(`${partition.integrationId}/${row.remoteId}`)
      .input(definition.inputs(row, partition));
  const foreignKey = (row: SkeletonRow, partition: PartitionInputs, key: string) => {
    const remoteId = row.relations?.[key];
    return remoteId ? recordId(partition.integrationId, remoteId) : null;
  };

  return {
    name: definition.name,
    model: definition.model,
    references,
    rows: definition.rows,
    build(row, partition) {
      const entity: object = Object(factoryOf(row, partition).build());
      const values: Record<string, unknown> = { ...entity };
      for (const { relation } of embeds) delete values[relation];
      for (const key of Object.keys(references)) values[key] = foreignKey(row, partition, key);
      return { ...values, id: recordId(partition.integrationId, row.remoteId) };
    },
    buildField(row, partition, field) {
      if (field === "id") return recordId(partition.integrationId, row.remoteId);
      if (field in references) return foreignKey(row, partition, field);
      // The caller names a field of the stored record, which has those of the entity.
      return factoryOf(row, partition).buildField(field as keyof Entity<Name>);
    },
  };
}
