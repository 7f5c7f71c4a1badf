import type { CollectionRecipe, Relation, StoredLink, StoredRecord } from "@kombo-mock/factories/worlds";
import type { OperationEntry } from "@kombo-mock/openapi";
import type { CollectionView } from "../src/state/collection-view.ts";

type Records = ReadonlyMap<string, StoredRecord>;
/** The records of every collection by their ids. */
export type Picture = ReadonlyMap<string, Records>;
type Entry = NonNullable<OperationEntry["updatedAfter"]>[number];

/** Everything that an integration holds at a moment. */
export function pictureOf(
  recipes: readonly CollectionRecipe[],
  view: (name: string) => CollectionView,
): Picture {
  const recordsOf = (name: string) =>
    new Map([...view(name).from(0)].map(({ record }) => [record.id, record] as const));
  return new Map(recipes.map(({ name }) => [name, recordsOf(name)]));
}

/** When links were made or cut, as seen from outside: by comparing what was there before and after. */
export interface History {
  observe(before: Picture, after: Picture, now: number): void;
  /** The ids that `updated_after` is to bring, by going through everything there is. */
  changed(now: Picture, list: OperationEntry, since: number): ReadonlySet<string>;
}

/** A history that nothing happened in yet. */
export function newHistory(recipes: readonly CollectionRecipe[]): History {
  const stamps = new Map<string, Map<string, number>>();
  const note = (record: string, link: string, now: number) =>
    stamps.set(record, (stamps.get(record) ?? new Map<string, number>()).set(link, now));
  const recipeOf = (name: unknown) => recipes.find((one) => one.name === name);

  const observe = (
    { name, references, relations }: CollectionRecipe,
    from: Records,
    to: Records,
    now: number,
  ) => {
    const linkKeys = Object.values(relations).flatMap((one) => (one.kind === "links" ? [one.key] : []));
    for (const [id, before] of from) {
      const after = to.get(id);
      if (!after) stamps.delete(`${name} ${id}`);
      for (const key of Object.keys(references)) {
        if (after && after[key] !== before[key]) note(`${name} ${id}`, `${key} ${String(before[key])}`, now);
      }
      for (const key of linkKeys) {
        if (after && JSON.stringify(after[key]) !== JSON.stringify(before[key]))
          note(`${name} ${id}`, key, now);
      }
    }
  };

  return {
    observe(before, after, now) {
      for (const recipe of recipes) {
        const of = (picture: Picture) => picture.get(recipe.name) ?? new Map<string, StoredRecord>();
        observe(recipe, of(before), of(after), now);
      }
    },
    changed(now, { collection, updatedAfter = [] }, since) {
      const isChanged = (record?: StoredRecord) => Date.parse(String(record?.["changed_at"])) >= since;
      const isNoted = (record: string, link: string) => (stamps.get(record)?.get(link) ?? 0) >= since;
      const tests: {
        readonly [Kind in Relation["kind"]]: (one: StoredRecord, way: Relation, entry: Entry) => boolean;
      } = {
        one: (one, { key }, { linked }) => linked && isChanged(others(key, one)),
        many: (one, { collection: name, key }) =>
          [...(now.get(name)?.values() ?? [])].some(
            (other) =>
              (other[key] === one.id && isChanged(other)) ||
              isNoted(`${name} ${other.id}`, `${key} ${one.id}`),
          ),
        links: (one, { collection: name, key }, { addedOrRemoved, linked }) =>
          (addedOrRemoved && isNoted(`${String(collection)} ${one.id}`, key)) ||
          (linked && linksOf(one[key]).some(({ id }) => isChanged(now.get(name)?.get(id)))),
      };
      const others = (key: string, one: StoredRecord) =>
        now.get(recipeOf(collection)?.references[key] ?? "")?.get(String(one[key]));
      const records = [...(now.get(String(collection))?.values() ?? [])];
      const isReached = (one: StoredRecord) =>
        updatedAfter.some((entry) => {
          const way = wayOf(recipeOf(collection), entry.relation);
          return (
            way !== undefined && (entry.addedOrRemoved || entry.linked) && tests[way.kind](one, way, entry)
          );
        });
      return new Set(records.filter((one) => isChanged(one) || isReached(one)).map(({ id }) => id));
    },
  };
}

function wayOf(recipe: CollectionRecipe | undefined, name: string): Relation | undefined {
  const ways = recipe?.relations ?? {};
  return ways[name] ?? Object.values(ways).find((one) => one.kind === "links" && one.changes === name);
}

function linksOf(value: unknown): readonly StoredLink[] {
  // The key of a links relation holds nothing else.
  return (value ?? []) as readonly StoredLink[];
}
