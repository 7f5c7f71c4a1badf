import type { Links, Partition, PartitionCollection, SkeletonLink } from "@kombo-mock/factories/worlds";
import { filled, recordsIn } from "./partitions.ts";
import { faultsIn } from "./stored-form.ts";

/** Records that are not such as the document allows, one line a fault. */
export function invalidIn(partition: Partition): string[] {
  return filled(partition).flatMap((collection) =>
    recordsIn(collection).flatMap((record) => faultsIn(collection.recipe, record)),
  );
}

/** Foreign keys and links that lead to no record of the collection that they name, one line each. */
export function astrayIn(partition: Partition): string[] {
  return filled(partition).flatMap((collection) =>
    recordsIn(collection).flatMap((record, number) => [
      ...Object.entries(collection.recipe.references)
        .filter(([key, target]) => record[key] !== null && !leadsTo(partition, target, record[key]))
        .map(([key]) => place(collection, number, key)),
      ...linkRelations(collection)
        .filter((relation) => !linksLead(partition, record[relation.key], relation))
        .map(({ key }) => place(collection, number, key)),
    ]),
  );
}

/** The same of the rows alone, before any value is made: affordable where there are a hundred thousand. */
export function astrayRowsIn(partition: Partition): string[] {
  const remoteIds = new Map(
    filled(partition).map(({ recipe: { name } }) => [
      name,
      new Set(partition.source.rows(name).map(({ remoteId }) => remoteId)),
    ]),
  );
  const has = (target: string, id: string) => remoteIds.get(target)?.has(id) === true;
  const lead = (links: readonly SkeletonLink[] = [], relation: Links): boolean =>
    links.every(
      (link) =>
        has(relation.collection, link.remoteId) &&
        Object.values(relation.links ?? {}).every((inner) => lead(link.links?.[inner.key], inner)),
    );
  return filled(partition).flatMap((collection) =>
    partition.source.rows(collection.recipe.name).flatMap((row, number) => [
      ...Object.entries(collection.recipe.references)
        .filter(([key, target]) => row.relations?.[key] && !has(target, row.relations[key]))
        .map(([key]) => place(collection, number, key)),
      ...linkRelations(collection)
        .filter((relation) => !lead(row.links?.[relation.key], relation))
        .map(({ key }) => place(collection, number, key)),
    ]),
  );
}

/** Collections in which two records have the same id. */
export function ambiguousIn(partition: Partition): string[] {
  return filled(partition)
    .filter(
      ({ size, idAt }) => new Set(Array.from({ length: size }, (_, number) => idAt(number))).size < size,
    )
    .map(({ recipe }) => recipe.name);
}

/** Stamps later than the world's date, and stamps in an order in which nothing happens, one line each. */
export function lateIn(partition: Partition): string[] {
  const end = `${partition.inputs.date}T00:00:00.000Z`;
  return filled(partition).flatMap((collection) =>
    recordsIn(collection).flatMap((record, number) => {
      const known = stamps.map((stamp) => record[stamp]).filter((instant) => typeof instant === "string");
      const inOrder = known.every((instant, index) => index === 0 || String(known[index - 1]) <= instant);
      return inOrder && known.every((instant) => instant <= end)
        ? []
        : [place(collection, number, known.join())];
    }),
  );
}

// The engine relies on the last: no record of a world was changed after the world's date began.
const stamps = ["remote_created_at", "remote_updated_at", "remote_deleted_at", "changed_at"];

const place = ({ recipe, row }: PartitionCollection, number: number, what: string) =>
  `${recipe.name} ${row(number).remoteId} ${what}`;

const linkRelations = ({ recipe }: PartitionCollection) =>
  Object.values(recipe.relations).filter((relation) => relation.kind === "links");

const leadsTo = (partition: Partition, target: string, id: unknown) =>
  typeof id === "string" && partition.collection(target).numberOf(id) !== undefined;

function linksLead(partition: Partition, stored: unknown, relation: Links): boolean {
  return (
    Array.isArray(stored) &&
    stored.every(
      (link) =>
        leadsTo(partition, relation.collection, link.id) &&
        Object.values(relation.links ?? {}).every((inner) => linksLead(partition, link[inner.key], inner)),
    )
  );
}
