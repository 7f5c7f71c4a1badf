import { recordId } from "@kombo-mock/factories";
import type {
  CollectionRecipe,
  RecordSource,
  SkeletonLink,
  SkeletonRow,
  StoredLink,
} from "@kombo-mock/factories/worlds";
import type { KnownRecords, PlannedRecord, SeedTools } from "./seed-known.ts";
import { isObject } from "./seed-values.ts";

/** What planned records are made from: the world's rows, and what was created or is planned in the form of rows. */
export interface SeedSource extends RecordSource {
  row(record: PlannedRecord): SkeletonRow;
}

/** Makes the source of planned records; it reads each thing once, so nothing may change meanwhile. */
export function seedSource(
  { integrationId, partition, recipes }: SeedTools,
  known: KnownRecords,
): SeedSource {
  const rowOf = once(makeRow);
  const values = new Map<string, unknown>();

  const source: SeedSource = {
    ...partition.inputs,
    row: ({ collection, id }) => rowOf(collection, id),
    rows: once((collection) => [...source.eachRow(collection)]),
    eachRow: once((collection) => {
      const base = partition.source.eachRow(collection);
      const added = recipes.has(collection) ? idsAdded(collection) : [];
      return added.length === 0 ? base : [...base, ...added.map((id) => rowOf(collection, id))];
    }),
    rowOf: (collection, remoteId) =>
      partition.source.rowOf(collection, remoteId) ??
      source.rows(collection).find((row) => row.remoteId === remoteId),
    idOf: (remoteId) => partition.source.idOf(remoteId),
    value(collection, remoteId, field) {
      const recipe = recipes.get(collection);
      if (!recipe) return undefined;
      const id = idOf(collection, remoteId);
      const planned = known.planned(collection).get(id);
      if (!planned) return known.read(collection, id, field);
      const name = `${collection}\n${id}\n${field}`;
      if (!values.has(name)) values.set(name, plannedValue(planned, field, recipe));
      return values.get(name);
    },
    children(collection, key, remoteId) {
      const target = recipes.get(collection)?.references[key];
      if (target === undefined) return [];
      const id = idOf(target, remoteId);
      const base = partition.collection(collection);
      const view = known.view(collection);
      const present = view.numbersWith(key, id).flatMap((number) => {
        if (base.has(number)) return [base.row(number)];
        const record = view.at(number);
        return record ? [rowOf(collection, record.id)] : [];
      });
      const planned = plannedByKey(collection, key).get(id) ?? [];
      return [...present, ...planned.map((one) => rowOf(collection, one.id))];
    },
  };
  const plannedByKey = once((collection, key) =>
    Map.groupBy(known.planned(collection).values(), ({ keys }) => keys[key] ?? null),
  );
  return source;

  function idOf(collection: string, remoteId: string): string {
    const id = recordId(integrationId, remoteId);
    return known.has(collection, id) ? id : remoteId;
  }

  function remoteIdOf(collection: string, id: string): string {
    const planned = known.planned(collection).get(id);
    if (planned || !recipes.has(collection)) return planned?.remoteId ?? id;
    const base = partition.collection(collection);
    const number = base.numberOf(id);
    if (number !== undefined) return base.row(number).remoteId;
    const remoteId = known.read(collection, id, "remote_id");
    // A record whose tool gives no id away is known by its own.
    return typeof remoteId === "string" && recordId(integrationId, remoteId) === id ? remoteId : id;
  }

  function idsAdded(collection: string): string[] {
    const view = known.view(collection);
    const created = [...view.numbers(partition.collection(collection).size)];
    return [...created.flatMap((number) => view.at(number)?.id ?? []), ...known.planned(collection).keys()];
  }

  function makeRow(collection: string, id: string): SkeletonRow {
    const { references = {}, relations = {} } = recipes.get(collection) ?? {};
    const read = (field: string) => known.read(collection, id, field);
    const keys = Object.entries(references).map(([key, target]) => {
      const to = read(key);
      return [key, typeof to === "string" ? remoteIdOf(target, to) : null];
    });
    const lists = Object.values(relations).flatMap((relation) =>
      relation.kind === "links"
        ? [[relation.key, skeletonLinks(read(relation.key), relation.collection)]]
        : [],
    );
    const given = known.planned(collection).get(id)?.values ?? known.view(collection).get(id);
    return {
      remoteId: remoteIdOf(collection, id),
      relations: Object.fromEntries(keys),
      links: Object.fromEntries(lists),
      ...(given ? { values: given } : {}),
      ...(read("bare") === true ? { bare: true } : {}),
    };
  }

  function skeletonLinks(list: unknown, collection: string): SkeletonLink[] {
    // The key of a links relation holds nothing else.
    return ((list ?? []) as readonly StoredLink[]).map(({ id, ...beside }) => ({
      remoteId: remoteIdOf(collection, id),
      values: beside,
    }));
  }

  function plannedValue(record: PlannedRecord, field: string, recipe: CollectionRecipe): unknown {
    const { collection, id, keys, lists, values: given } = record;
    if (field in keys) return keys[field];
    if (field in lists) return lists[field];
    if (recipe.entity === null || (field in given && !isObject(given[field]))) return given[field];
    return recipe.reader(rowOf(collection, id), source)(field);
  }
}

/** A function of names that makes each result once: rows are told apart by identity. */
function once<Names extends readonly string[], Result>(make: (...names: Names) => Result) {
  const made = new Map<string, Result>();
  return (...names: Names): Result => {
    const name = names.join("\n");
    const known = made.get(name);
    if (known !== undefined) return known;
    const result = make(...names);
    made.set(name, result);
    return result;
  };
}
