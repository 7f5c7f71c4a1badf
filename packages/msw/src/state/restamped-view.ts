import type { StoredRecord } from "@kombo-mock/factories/worlds";
import { isoString } from "./clock.ts";
import type { CollectionView } from "./collection-view.ts";

/** A view of records that all changed at an instant, when their model or its fields were switched on or off. */
export function restampedView(view: CollectionView, instant: number): CollectionView {
  const stamp = isoString(instant);
  const later = (changedAt: unknown) =>
    typeof changedAt === "string" && changedAt < stamp ? stamp : changedAt;
  const stamped = (record: StoredRecord | undefined): StoredRecord | undefined =>
    record && later(record["changed_at"]) !== record["changed_at"] ? restamped(record, stamp) : record;
  const at = (number: number) => stamped(view.at(number));
  const numbersWith = (field: string, value: unknown): readonly number[] => {
    if (field !== "changed_at") return view.numbersWith(field, value);
    return [...view.numbers(0)].filter((number) => later(view.value(number, field)) === value);
  };
  return {
    ...view,
    at,
    numbersWith,
    get: (id) => stamped(view.get(id)),
    value(number, field) {
      const value = view.value(number, field);
      return field === "changed_at" ? later(value) : value;
    },
    // From here on every record counts as changed.
    worldEnds: Math.max(view.worldEnds, instant),
    *from(position) {
      for (const { number } of view.from(position)) {
        const record = at(number);
        if (record) yield { number, record };
      }
    },
    withValue: (field, value) => numbersWith(field, value).flatMap((number) => at(number) ?? []),
  };
}

const copies = new WeakMap<StoredRecord, StoredRecord>();

/** The same copy each time, since what was rendered of a record is kept by it. */
function restamped(record: StoredRecord, stamp: string): StoredRecord {
  const known = copies.get(record);
  if (known?.["changed_at"] === stamp) return known;
  const made = Object.freeze({ ...record, changed_at: stamp });
  copies.set(record, made);
  return made;
}
