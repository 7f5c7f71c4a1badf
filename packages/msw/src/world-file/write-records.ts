import type { CollectionRecipe, Partition } from "@kombo-mock/factories/worlds";
import { isoString } from "../state/clock.ts";
import type { ChangedRecord, IntegrationState, PendingChange } from "../state/root.ts";
import { kept, keysOf, made } from "./record-keys.ts";
import { isSame } from "./same-json.ts";

type Values = Readonly<Record<string, unknown>>;

/** The records of an integration that differ from the world's, by collection and in the order of creation. */
export function writeRecords({ synced }: IntegrationState, partition: Partition): Values {
  const names = Object.keys(synced).sort();
  const lists = names.flatMap((name) => {
    const base = partition.collection(name);
    const changed = Object.entries(synced[name] ?? {}).sort(
      ([, one], [, other]) => one.number - other.number,
    );
    const entries = changed.flatMap(([id, one]) => writeRecord(id, one, base) ?? []);
    return entries.length > 0 ? [[name, entries]] : [];
  });
  return Object.fromEntries(lists);
}

function writeRecord(
  id: string,
  { number, record }: ChangedRecord,
  base: ReturnType<Partition["collection"]>,
): Values | undefined {
  const isCreated = !base.has(number);
  if (record === null) return { id, ...(isCreated ? { created: true } : {}), purged: true };
  if (isCreated) return { id, created: true, ...split(withoutNulls(record), base.recipe) };
  const before = base.record(number);
  const keys = [...new Set([...Object.keys(before), ...Object.keys(record)])];
  const different = keys.filter((key) => !isSame(before[key], record[key]));
  if (different.length === 0) return undefined;
  return {
    id,
    ...split(Object.fromEntries(different.map((key) => [key, record[key] ?? null])), base.recipe),
  };
}

/** The changes that wait for a sync. */
export function writePending(
  { pending }: IntegrationState,
  recipes: ReadonlyMap<string, CollectionRecipe>,
): Values[] {
  return pending.map(({ kind, collection, id, values, due }: PendingChange) => {
    const recipe = recipes.get(collection);
    const given = kind === "insert" ? withoutNulls(values) : values;
    const written = recipe ? split(given, recipe) : given;
    const due_at = isoString(due);
    return { kind, collection, id, ...(kind === "delete" ? {} : { values: written }), due_at };
  });
}

/** What the API has, in the order of its fields, and apart from it what is stored beside. */
function split({ id: _, ...values }: Values, recipe: CollectionRecipe): Values {
  const { stored } = keysOf(recipe);
  const beside = Object.entries(values).filter(
    ([key, value]) => value !== undefined && !stored.has(key) && !made.has(key),
  );
  return {
    ...Object.fromEntries(
      [...stored].filter((key) => values[key] !== undefined).map((key) => [key, values[key]]),
    ),
    ...(beside.length > 0 ? { [kept]: Object.fromEntries(beside) } : {}),
  };
}

function withoutNulls(values: Values): Values {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
}
