import { type EntityFields, entityFields } from "@kombo-mock/openapi";
import type { Entity, EntityName, Factory, Overrides } from "../define-factory.ts";
import { recordId } from "../hash.ts";
import type { Rows } from "./growing-rows.ts";
import type { Links, Relation, StoredLink } from "./relations.ts";
import type { PartitionInputs, RecordSource, RowSource, SkeletonLink, SkeletonRow } from "./skeleton.ts";

/** One collection of a world's partition: which records there are, and how each value is made on demand. */
export interface CollectionRecipe {
  /** `"hris.absence-types"`, as in the path. */
  readonly name: string;
  /** The vendor's id of the model, as `data-changed` names it; null for collections that no sync brings. */
  readonly model: string | null;
  /** The entity whose fields the records have; null where the API has none, since it cannot be read there. */
  readonly entity: EntityName | null;
  /** The entity that lists show: the stored one, or one with related records joined in. */
  readonly shown: EntityName | null;
  /** Ways to other records, by the name that answers and seeds have for them. */
  readonly relations: Readonly<Record<string, Relation>>;
  /** Stored foreign keys with the collection that they lead to. */
  readonly references: Readonly<Record<string, string>>;
  /** The record's own fields, without foreign keys. */
  readonly fields: readonly string[];
  /** What the values of fields are, where no entity says so. */
  readonly kinds?: EntityFields;
  /** The foreign key in the order of whose records rows are made, those of one record together; of rows that are not made at once. */
  readonly follows?: string | undefined;
  /** The rows that a layer adds; those of a large one may be made as they are read. */
  rows(source: RowSource): Rows;
  build(row: SkeletonRow, source: RecordSource): StoredRecord;
  /** Reads single fields of a record, each made without the others, but for those that it depends on. */
  reader(row: SkeletonRow, source: RecordSource): (field: string) => unknown;
}

/** A record as it is stored: its own values, with foreign keys and links in place of related records. */
export interface StoredRecord {
  readonly id: string;
  readonly [field: string]: unknown;
}

/** What a recipe's name, entity and relations are, for the types of those who fill it. */
export interface TypedRecipe<
  Name extends string,
  Stored extends EntityName | null,
  Relations,
  Shown extends EntityName | null = Stored,
> extends CollectionRecipe {
  readonly name: Name;
  readonly relations: Relations & Readonly<Record<string, Relation>>;
  readonly entity: Stored;
  readonly shown: Shown;
}

/** Relations that lists show and the stored entity lacks have to be said; others may be. */
type RelationsOf<Stored extends EntityName, Shown extends EntityName> = {
  readonly [Field in Exclude<keyof Entity<Shown>, keyof Entity<Stored>>]: Relation;
} & { readonly [relation: string]: Relation };

interface CollectionDefinition<
  Name extends string,
  Stored extends EntityName,
  Shown extends EntityName,
  Inputs,
  Relations extends RelationsOf<Stored, Shown>,
> {
  readonly name: Name;
  readonly model: string | null;
  readonly factory: Factory<Stored, Inputs, string>;
  /** The entity that lists show, where it has more fields than the stored one. */
  readonly shown?: Shown;
  readonly relations?: Relations;
  /** Foreign keys that no relation names: shown as they are, or needed by the other side only. */
  readonly references?: Readonly<Record<string, string>>;
  readonly follows?: string;
  rows(source: RowSource): Rows;
  /** The factory's inputs for one row. */
  inputs(row: SkeletonRow, source: RecordSource): Partial<Inputs>;
}

/** Defines a collection over the factory of its entity. */
export function defineCollection<
  const Name extends string,
  Stored extends EntityName,
  Inputs,
  Shown extends EntityName = Stored,
  const Relations extends RelationsOf<Stored, Shown> = RelationsOf<Stored, Shown>,
>(
  definition: CollectionDefinition<Name, Stored, Shown, Inputs, Relations>,
): TypedRecipe<Name, Stored, Relations, Shown> {
  const { name, model, factory } = definition;
  const relations: Readonly<Record<string, Relation>> = definition.relations ?? {};
  const references: Record<string, string> = { ...definition.references };
  const linkKeys = new Map<string, Links>();
  for (const relation of Object.values(relations)) {
    if (relation.kind === "one") references[relation.key] = relation.collection;
    if (relation.kind === "links") linkKeys.set(relation.key, relation);
  }
  const derived = new Set(["id", "remote_id", ...Object.keys(references), ...Object.keys(relations)]);
  const fields = factory.fields.filter((field) => !derived.has(field));
  const nullable = entityFields[factory.entity] ?? {};
  const own = new Set<string>(fields);
  const hasRemoteId = factory.fields.includes("remote_id" as never);

  const variantOf = variantsOf(factory);
  const readerOf = (row: SkeletonRow, source: RecordSource) => {
    const variant = variantOf(row.traits);
    const inputs = wholeInputs(definition.inputs(row, source), factory.inputs, variant.inputs);
    const record = { seed: source.seed, key: `${source.integrationId}/${row.remoteId}`, inputs };
    if (!row.values) return variant.factory.reader(record);
    const given = Object.entries(row.values).filter(([field]) => own.has(field));
    // Rows are data of this package; their values are checked by the factory when it is called.
    const overrides = Object.fromEntries(given) as Overrides<Entity<Stored>>;
    return variant.factory.reader({ ...record, overrides });
  };
  const isEmptied = (row: SkeletonRow, field: string) =>
    row.bare === true && nullable[field]?.nullable === true && !Object.hasOwn(row.values ?? {}, field);
  const foreignKey = (row: SkeletonRow, source: RecordSource, key: string) => {
    const remoteId = row.relations?.[key];
    return remoteId ? source.idOf(remoteId) : null;
  };
  const linkList = (row: SkeletonRow, source: RecordSource, key: string) =>
    (row.links?.[key] ?? []).map((link) => storedLink(link, source));
  const remoteId = ({ values, remoteId: id }: SkeletonRow) =>
    values && "remote_id" in values ? values["remote_id"] : id;

  return {
    name,
    model,
    entity: factory.entity,
    // Without another one, the stored entity is what lists show; both are one type then.
    shown: definition.shown ?? (factory.entity as EntityName as Shown),
    relations: relations as Relations & typeof relations,
    references,
    fields,
    follows: definition.follows,
    rows: definition.rows,
    build(row, source) {
      const made = readerOf(row, source);
      const record: Record<string, unknown> = { id: source.idOf(row.remoteId) };
      if (hasRemoteId) record["remote_id"] = remoteId(row);
      if (row.bare) record["bare"] = true;
      Object.assign(record, row.values);
      for (const field of fields) {
        const value = isEmptied(row, field) ? undefined : made(field);
        if (value !== undefined) record[field] = value;
      }
      for (const field of fields) if (isEmptied(row, field)) record[field] = null;
      for (const key of Object.keys(references)) record[key] = foreignKey(row, source, key);
      for (const key of linkKeys.keys()) record[key] = linkList(row, source, key);
      // Every record has an id, given above.
      return record as StoredRecord;
    },
    reader(row, source) {
      let made: ReturnType<typeof readerOf> | undefined;
      return (field) => {
        if (field === "id") return source.idOf(row.remoteId);
        if (field === "remote_id" && hasRemoteId) return remoteId(row);
        if (field === "bare") return row.bare;
        if (field in references) return foreignKey(row, source, field);
        if (linkKeys.has(field)) return linkList(row, source, field);
        if (!own.has(field)) return row.values?.[field];
        if (isEmptied(row, field)) return null;
        made ??= readerOf(row, source);
        return made(field as keyof Entity<Stored>);
      };
    },
  };
}

/** A factory with some traits, and the inputs that these set: an input of a trait wins over the row's. */
interface Variant<Made, Inputs> {
  readonly factory: Made;
  readonly inputs: readonly (readonly [keyof Inputs & string, Inputs[keyof Inputs & string]])[];
}

/** The variants of a factory, each made once: thousands of rows share a few of them. */
function variantsOf<Name extends EntityName, Inputs>(factory: Factory<Name, Inputs, string>) {
  const known = new Map<string, Variant<typeof factory, Inputs>>();
  const names = Object.keys(factory.inputs as object) as (keyof Inputs & string)[];
  const unset = Object.fromEntries(names.map((name) => [name, notSet]));
  return (traits = noTraits): Variant<typeof factory, Inputs> => {
    const key = traits.join(" ");
    const found = known.get(key);
    if (found) return found;
    // Only traits write into these inputs, so that what is not the symbol any more was written by them.
    const { inputs } = factory.input(unset as Partial<Inputs>).with(...traits);
    const variant = {
      factory: traits.length === 0 ? factory : factory.with(...traits),
      inputs: names.filter((name) => inputs[name] !== notSet).map((name) => [name, inputs[name]] as const),
    };
    known.set(key, variant);
    return variant;
  };
}

const notSet: unknown = Symbol("not set");
const noTraits: readonly string[] = [];

/**
 * The inputs of one row with the factory's own for those that are left out: all of them, so that the factory takes the
 * object as it is, and an input that is a getter costs nothing until a field asks for it.
 */
function wholeInputs<Inputs>(
  given: Partial<Inputs>,
  known: Readonly<Inputs>,
  ofTraits: Variant<unknown, Inputs>["inputs"],
): Inputs {
  for (const name in known) if (!(name in given)) given[name] = known[name];
  for (const [name, value] of ofTraits) Object.defineProperty(given, name, { value, enumerable: true });
  // Every input that the factory knows is there now.
  return given as Inputs;
}

/** A link of a skeleton with ids as the API gives them. */
function storedLink({ remoteId, values, links }: SkeletonLink, source: RecordSource): StoredLink {
  const lists = Object.entries(links ?? {}).map(([key, list]) => [
    key,
    list.map((link) => storedLink(link, source)),
  ]);
  return { id: source.idOf(remoteId), ...values, ...Object.fromEntries(lists) };
}

/** Rows of a collection without a factory: everything that a record holds is given. */
type GivenRow = Pick<SkeletonRow, "remoteId" | "relations" | "cast" | "values">;

/**
 * Defines a collection of what was written and cannot be read back through the API, such as result links: only the
 * control calls show its records as they are. Most worlds have none; what a tool holds from the beginning is given.
 */
export function defineWrittenCollection<const Name extends string>(definition: {
  readonly name: Name;
  readonly fields: readonly string[];
  readonly references: Readonly<Record<string, string>>;
  /** What the values of fields are, so that a seed of another kind is refused; any where nothing is said. */
  readonly kinds?: EntityFields;
  /** What a world has of it, with all values. */
  readonly rows?: (source: RowSource) => readonly GivenRow[];
}): TypedRecipe<Name, null, Readonly<Record<string, never>>> {
  const { fields, references, rows = () => [] } = definition;
  const build = (
    { remoteId, relations, values }: GivenRow,
    { integrationId }: PartitionInputs,
  ): StoredRecord => {
    const foreign = Object.keys(references).map((key) => {
      const led = relations?.[key];
      return [key, led ? recordId(integrationId, led) : null];
    });
    return {
      id: recordId(integrationId, remoteId),
      ...Object.fromEntries(fields.map((field) => [field, values?.[field] ?? null])),
      ...Object.fromEntries(foreign),
    };
  };
  return {
    ...definition,
    rows,
    model: null,
    entity: null,
    shown: null,
    relations: {},
    build,
    reader(row, source) {
      const record = build(row, source);
      return (field) => record[field];
    },
  };
}
