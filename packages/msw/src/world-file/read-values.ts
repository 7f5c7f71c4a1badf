import { recordId } from "@kombo-mock/factories";
import type { CollectionRecipe, StoredRecord } from "@kombo-mock/factories/worlds";
import {
  checkedValue,
  completed,
  isObject,
  listAt,
  objectAt,
  refuse,
  refuseKey,
  shown,
  type Values,
} from "../control/seed-values.ts";
import { fieldsOf } from "../request/join.ts";
import { own } from "../state/own.ts";
import type { FaultList } from "./fault-list.ts";
import { kept, keysOf, made } from "./record-keys.ts";

/** What a file says of one record. */
export interface ReadValues {
  /** Values to store. */
  readonly values: Values;
  /** Records to create or to link, under the names of relations. */
  readonly relations: Values;
  readonly references: readonly Reference[];
}

/** An id that must lead to a record. */
export interface Reference {
  readonly collection: string;
  readonly id: string;
  readonly location: string;
}

interface Reading {
  readonly integrationId: string;
  readonly recipe: CollectionRecipe;
  /** The record that is changed; undefined where everything is given. */
  readonly before: StoredRecord | undefined;
  readonly references: Reference[];
}

/** Reads the values of a record with its id, each key for itself: every fault is told. */
export function readValues(
  given: Values,
  location: string,
  {
    faults,
    ...around
  }: Pick<Reading, "integrationId" | "recipe" | "before"> & { readonly faults: FaultList },
): ReadValues {
  const reading: Reading = { ...around, references: [] };
  const values: Record<string, unknown> = {};
  const relations: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(given)) {
    if (value === undefined || markers.has(key)) continue;
    if (Object.hasOwn(reading.recipe.relations, key)) relations[key] = value;
    else {
      faults.attempt(() => {
        if (key === kept) Object.assign(values, objectAt(value, `${location}.${key}`));
        else values[key] = readValue(key, value, location, reading);
      });
    }
  }
  return { values, relations, references: reading.references };
}

/** Keys of an entry that are no values of the record. */
const markers: ReadonlySet<string> = new Set(["id", "created", "purged"]);

function readValue(key: string, value: unknown, location: string, reading: Reading): unknown {
  const { recipe, before } = reading;
  const at = `${location}.${key}`;
  const { stored, links, all } = keysOf(recipe);
  if (made.has(key)) refuse(`${at} cannot be given: it is made of the fields in general.integration-fields.`);
  if (!stored.has(key)) refuseKey(location, recipe.name, key, all);
  const list = links.get(key);
  if (list) return value === null ? null : readLinks(value, list.collection, at, reading);
  const target = own(recipe.references, key);
  if (target !== undefined) return value === null ? null : readReference(value, target, at, reading);
  const entry =
    own(fieldsOf(recipe.entity), key) ?? own(fieldsOf(recipe.shown), key) ?? own(recipe.kinds ?? {}, key);
  const checked = checkedValue(value, entry, at);
  // A whole record is stored as it was written down.
  if (!before) return value;
  if (!isObject(value) || entry?.of === undefined) return checked;
  const known = before[key];
  // What is given comes first, in its own order; what is not stays as it was.
  const rest = isObject(known) ? Object.entries(known).filter(([name]) => !Object.hasOwn(value, name)) : [];
  return completed({ ...value, ...Object.fromEntries(rest) }, fieldsOf(entry.of), at);
}

function readReference(value: unknown, collection: string, location: string, reading: Reading): string {
  const text =
    typeof value === "string" ? value : refuse(`${location} must be a string, but is ${shown(value)}.`);
  const prefix = "remote:";
  const id = text.startsWith(prefix) ? recordId(reading.integrationId, text.slice(prefix.length)) : text;
  reading.references.push({ collection, id, location });
  return id;
}

function readLinks(value: unknown, collection: string, location: string, reading: Reading): Values[] {
  return listAt(value, location).map((one, index) => {
    const at = `${location}[${index}]`;
    const link = objectAt(one, at);
    return { ...link, id: readReference(link["id"], collection, `${at}.id`, reading) };
  });
}
