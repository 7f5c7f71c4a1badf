import {
  type CollectionRecipe,
  deepFreeze,
  type Layer,
  type Partition,
  type PartitionCollection,
  type StoredRecord,
  type World,
  worlds,
} from "@kombo-mock/factories/worlds";
import { entityFields } from "@kombo-mock/openapi";
import type { DataShape } from "./root.ts";

/** The layers that an integration's records are made of: the world's, or those of another world. */
export function layersOf(data: DataShape | null, { layers }: Pick<World, "layers">): readonly Layer[] {
  return data === "empty" || data === "edge" || data === "large" ? worlds[data].layers : layers;
}

/** A partition as an integration shows it whose records differ from the world's in each of their values. */
export function masked(partition: Partition, data: DataShape | null): Partition {
  if (data !== "bare" && data !== "deleted") return partition;
  const maskOf = masks[data];
  const known = new Map<string, PartitionCollection>();
  return {
    ...partition,
    collection(name) {
      const base = partition.collection(name);
      // What no sync brings is not the tool's.
      if (base.recipe.model === null) return base;
      const made = known.get(name) ?? maskCollection(base, maskOf(base.recipe, partition.inputs.date));
      known.set(name, made);
      return made;
    },
  };
}

/** The values of some fields, the same for every record of a collection. */
type Mask = Readonly<Record<string, string | null>>;

const masks: Readonly<Record<"bare" | "deleted", (recipe: CollectionRecipe, date: string) => Mask>> = {
  bare({ entity, fields, references }) {
    const known = entity === null ? {} : (entityFields[entity] ?? {});
    const nullable = [...fields, ...Object.keys(references)].filter(
      (field) => known[field]?.nullable === true && field !== "remote_deleted_at",
    );
    return Object.fromEntries(nullable.map((field) => [field, null]));
  },
  deleted({ fields }, date) {
    if (!fields.includes("remote_deleted_at")) return {};
    // Nothing of the world is later than its date begins.
    const instant = `${date}T00:00:00.000Z`;
    return { remote_deleted_at: instant, changed_at: instant };
  },
};

function maskCollection(base: PartitionCollection, mask: Mask): PartitionCollection {
  const records = new Map<number, StoredRecord>();
  const numbers = Array.from({ length: base.size }, (_, number) => number);
  const isMasked = (field: string) => Object.hasOwn(mask, field);
  const value = (number: number, field: string) =>
    isMasked(field) ? mask[field] : base.value(number, field);
  return {
    ...base,
    value,
    record(number) {
      const known = records.get(number);
      if (known) return known;
      const record = deepFreeze({ ...base.record(number), ...mask });
      records.set(number, record);
      return record;
    },
    withValue(field, wanted) {
      if (!isMasked(field)) return base.withValue(field, wanted);
      return mask[field] === wanted ? numbers : [];
    },
    ledTo: (number, key) => (isMasked(key) ? undefined : base.ledTo(number, key)),
    leadingTo: (key, target) => (isMasked(key) ? [] : base.leadingTo(key, target)),
    column: (field) => numbers.map((number) => value(number, field)),
  };
}
