import type { StoredRecord } from "@kombo-mock/factories/worlds";
import { own } from "./own.ts";
import type { PartitionCollection, Partitions } from "./partition.ts";
import type { IntegrationState } from "./root.ts";

/** A collection of one integration as reads see it: the world's records, with what was changed over them. */
export interface CollectionView {
  readonly name: string;
  get(id: string): StoredRecord | undefined;
  /** Records in the order of their creation, from a position on; a position is a record's number plus one. */
  from(position: number): Iterable<{ readonly number: number; readonly record: StoredRecord }>;
  /** The records whose field has this value, without looking at the others. */
  withValue(field: string, value: unknown): StoredRecord[];
}

/** Views a collection of an integration. */
export function viewCollection(
  integration: IntegrationState,
  name: string,
  partitions: Partitions,
): CollectionView {
  const base = partitions.of(integration).collection(name);
  const changes = integration.synced[name] ?? {};
  const recordAt = (number: number): StoredRecord | undefined => {
    const changed = own(changes, base.idAt(number));
    return changed ? (changed.record ?? undefined) : base.record(number);
  };

  return {
    name,
    get(id) {
      const changed = own(changes, id);
      if (changed) return changed.record ?? undefined;
      const number = base.numberOf(id);
      return number === undefined ? undefined : base.record(number);
    },
    *from(position) {
      for (let number = position; number < base.size; number++) {
        const record = recordAt(number);
        if (record) yield { number, record };
      }
      for (const { number, record } of createdRecords(changes, base)) {
        if (number >= position && record) yield { number, record };
      }
    },
    withValue(field, value) {
      const untouched = base
        .withValue(field, value)
        .filter((number) => !Object.hasOwn(changes, base.idAt(number)));
      const changed = Object.values(changes).filter(({ record }) => record?.[field] === value);
      return [...untouched.map((number) => ({ number, record: base.record(number) })), ...changed]
        .sort((a, b) => a.number - b.number)
        .flatMap(({ record }) => record ?? []);
    },
  };
}

const created = new WeakMap<
  object,
  readonly { readonly number: number; readonly record: StoredRecord | null }[]
>();

/** The records that the world does not have, in the order of their creation. */
function createdRecords(changes: NonNullable<IntegrationState["synced"][string]>, base: PartitionCollection) {
  const known = created.get(changes);
  if (known) return known;
  const found = Object.values(changes)
    .filter(({ number }) => number >= base.size)
    .sort((a, b) => a.number - b.number);
  created.set(changes, found);
  return found;
}
