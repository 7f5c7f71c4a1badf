import type { StoredRecord } from "@kombo-mock/factories/worlds";
import type { EntityFields } from "@kombo-mock/openapi";
import type { CollectionView } from "../state/collection-view.ts";
import { type JoinSource, join } from "./join.ts";

interface CachedItem {
  readonly json: string;
  /** What the integration's details were when it was made: field masks follow from them. */
  readonly scope: readonly [inputs: object, scoped: object];
  /** Every look into a collection that was made to build it, and what came. */
  readonly reads: readonly Read[];
  /** The collections that were looked into, with what was changed in each; as long as that is the same, so are the reads. */
  changes: ReadonlyMap<string, object>;
}

interface Read {
  readonly collection: string;
  readonly again: (view: CollectionView) => boolean;
}

/**
 * Renders records as JSON. Each is kept with all that was read for it, and used while each of those is the same
 * object: so a page whose records did not change is put together from texts.
 */
export function itemJson(fields: EntityFields) {
  const cache = new WeakMap<StoredRecord, CachedItem>();
  return (record: StoredRecord, view: CollectionView, source: JoinSource): string => {
    const known = cache.get(record);
    if (known && isCurrent(known, source)) return known.json;
    const reads: Read[] = [];
    const watched = new Map<string, CollectionView>();
    const json = JSON.stringify(
      join(record, view, fields, {
        integration: source.integration,
        seed: source.seed,
        view(collection) {
          const seen = watched.get(collection) ?? watch(source.view(collection), reads);
          watched.set(collection, seen);
          return seen;
        },
      }),
    );
    const changes = new Map([...watched].map(([collection, { changes: now }]) => [collection, now]));
    const { inputs, scoped } = source.integration;
    cache.set(record, { json, reads, changes, scope: [inputs, scoped] });
    return json;
  };
}

function isCurrent(item: CachedItem, source: JoinSource): boolean {
  const { inputs, scoped } = source.integration;
  if (item.scope[0] !== inputs || item.scope[1] !== scoped) return false;
  let changed = false;
  for (const [collection, changes] of item.changes) {
    if (source.view(collection).changes !== changes) {
      changed = true;
      break;
    }
  }
  if (!changed) return true;
  if (!item.reads.every(({ collection, again }) => again(source.view(collection)))) return false;
  item.changes = new Map([...item.changes.keys()].map((name) => [name, source.view(name).changes]));
  return true;
}

/** A view that notes what is read through it. */
function watch(view: CollectionView, reads: Read[]): CollectionView {
  const { name: collection } = view;
  return {
    ...view,
    get(id) {
      const found = view.get(id);
      reads.push({ collection, again: (later) => later.get(id) === found });
      return found;
    },
    withValue(field, value) {
      const found = view.withValue(field, value);
      reads.push({ collection, again: (later) => areSame(later.withValue(field, value), found) });
      return found;
    },
  };
}

function areSame(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((value, index) => value === other[index]);
}
