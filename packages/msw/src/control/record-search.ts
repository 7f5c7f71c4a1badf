import type { StoredRecord } from "@kombo-mock/factories/worlds";
import type { FieldEntry } from "@kombo-mock/openapi";
import { fieldsOf, type JoinSource, join } from "../request/join.ts";
import { KomboError } from "../request/kombo-error.ts";
import type { CollectionView } from "../state/collection-view.ts";
import { own } from "../state/own.ts";
import { isObject, objectAt, refuse, refuseKey, type Values } from "./seed-values.ts";

/** A record as a later read shows it, or as it is stored where no list shows it. A copy, so that nobody changes ours. */
export function shownRecord(record: StoredRecord, collection: string, source: JoinSource): Values {
  const view = source.view(collection);
  const { shown } = view.recipe;
  const found = shown === null ? record : join(record, view, fieldsOf(shown), source);
  return JSON.parse(JSON.stringify(found)) as Values;
}

/** The records of a collection that a search means, deleted ones too: by their id, or by values that they show. */
export function findRecords(collection: string, where: unknown, source: JoinSource): StoredRecord[] {
  const view = source.view(collection);
  if (typeof where === "string") return [view.get(where) ?? []].flat();
  const wanted = Object.entries(objectAt(where, "where")).filter(([, value]) => value !== undefined);
  const { recipe } = view;
  const fields = fieldsOf(recipe.shown);
  const known = [
    ...new Set(["id", ...Object.keys(fields), ...recipe.fields, ...Object.keys(recipe.references)]),
  ];
  for (const [key] of wanted) if (!known.includes(key)) refuseKey("where", collection, key, known);
  const candidates = candidatesFor(wanted, view);
  if (wanted.length === 0) return candidates;
  return candidates.filter((record) => {
    const shown = shownRecord(record, collection, source);
    // Keys that no answer shows are looked up as they are stored.
    return wanted.every(([key, value]) => fits(key in shown ? shown[key] : record[key], value));
  });
}

/** The records that can be meant: those of an id, those that a plain value is stored of, or all. */
function candidatesFor(
  wanted: readonly (readonly [string, unknown])[],
  view: CollectionView,
): StoredRecord[] {
  const { fields, references } = view.recipe;
  for (const [key, value] of wanted) {
    if (typeof value !== "string" && typeof value !== "number") continue;
    if (key === "id") return [view.get(String(value)) ?? []].flat();
    if (fields.includes(key) || key in references) return view.withValue(key, value);
  }
  return [...view.from(0)].map(({ record }) => record);
}

/** Whether a value is as wanted; of an object, only what is wanted is compared. */
function fits(value: unknown, wanted: unknown): boolean {
  if (Array.isArray(wanted)) {
    return (
      Array.isArray(value) &&
      value.length === wanted.length &&
      wanted.every((one, index) => fits(value[index], one))
    );
  }
  if (!isObject(wanted)) return (value ?? null) === wanted;
  return isObject(value) && Object.entries(wanted).every(([key, one]) => fits(value[key], one));
}

/** The record with an id; refuses an unknown one. */
export function recordWithId(collection: string, id: string, source: JoinSource): StoredRecord {
  const view = source.view(collection);
  const found = view.get(id);
  if (found) return found;
  const [first] = view.from(0);
  const example = first ? ` One that exists is "${first.record.id}".` : " There are none yet.";
  throw new KomboError(
    null,
    `"${id}" is no record of "${collection}" in "${source.integration.id}".${example}`,
    {
      status: 404,
    },
  );
}

/** Reads a search from the query of a URL: `where` as JSON, or one parameter for each plain value. */
export function searchOf(query: URLSearchParams, shown: string | null): Values {
  const fields = fieldsOf(shown);
  const plain = [...query]
    .filter(([key]) => key !== "where")
    .map(([key, text]) => [key, plainValue(text, own(fields, key), key)]);
  const where = query.get("where");
  return { ...(where === null ? {} : objectAt(parsed(where), "where")), ...Object.fromEntries(plain) };
}

function plainValue(text: string, entry: FieldEntry | undefined, key: string): unknown {
  if (entry?.of !== undefined || entry?.list)
    refuse(`query.${key} is no plain value; search with where={"${key}":…}.`);
  if (text === "null" && entry?.nullable) return null;
  if (entry?.is === "number" || entry?.is === "integer") return Number(text);
  if (entry?.is === "boolean") return text === "true";
  return text;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    return refuse(`query.where is not JSON: ${error instanceof Error ? error.message : ""}`);
  }
}
