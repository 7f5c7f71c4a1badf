import type { CollectionRecipe, StoredRecord } from "@kombo-mock/factories/worlds";
import { integrationFor, recipeNamed } from "../control/seed-integration.ts";
import { isObject, listAt, objectAt, refuse, shown, type Values } from "../control/seed-values.ts";
import type { Machinery } from "../request/machinery.ts";
import type { Change } from "../state/change.ts";
import { isoString } from "../state/clock.ts";
import { partitionState } from "../state/partition-state.ts";
import type { ChangedRecord, IntegrationState } from "../state/root.ts";
import type { FaultList } from "./fault-list.ts";
import { type Reference, readValues } from "./read-values.ts";
import { keysOf } from "./record-keys.ts";

/** What reading the records of an integration works with. */
export interface RecordTools {
  readonly change: Change;
  readonly machinery: Machinery;
  readonly faults: FaultList;
  readonly integrationId: string;
}

/** What is left to do once the records are there that a file tells with their ids. */
export interface Unplanned {
  readonly seeds: { readonly collection: string; readonly given: Values; readonly location: string }[];
  /** Relations of records that are there. */
  readonly related: {
    readonly collection: string;
    readonly id: string;
    readonly given: Values;
    readonly location: string;
  }[];
  readonly references: Reference[];
}

/** Stores what a file says of records by their ids; new ones without an id are left for later. */
export function readRecords(given: unknown, location: string, tools: RecordTools): Unplanned {
  const unplanned: Unplanned = { seeds: [], related: [], references: [] };
  const lists = tools.faults.attempt(() => objectAt(given, location)) ?? {};
  for (const [collection, list] of Object.entries(lists)) {
    const at = `${location}[${JSON.stringify(collection)}]`;
    tools.faults.attempt(
      () => readCollection(recipeIn(collection, at, tools), listAt(list, at), at, tools, unplanned),
      (message) => message.replace(/^options\.integration_id/, at),
    );
  }
  return unplanned;
}

/** The recipe of a collection that the integration has. */
export function recipeIn(
  collection: string,
  location: string,
  { change, machinery, integrationId }: RecordTools,
): CollectionRecipe {
  if (!machinery.partitions.recipes.has(collection)) {
    try {
      recipeNamed(collection, machinery);
    } catch (error) {
      refuse(`${location}: ${error instanceof Error ? error.message : ""}`);
    }
  }
  integrationFor(collection, integrationId, change.root, machinery);
  return recipeNamed(collection, machinery);
}

function readCollection(
  recipe: CollectionRecipe,
  list: readonly unknown[],
  location: string,
  tools: RecordTools,
  unplanned: Unplanned,
): void {
  const { change, machinery, faults, integrationId } = tools;
  const { name } = recipe;
  const integration = integrationOf(tools);
  const base = machinery.partitions.of(integration).collection(name);
  const changed: Record<string, ChangedRecord> = {};
  let created = integration.created[name] ?? 0;
  list.forEach((entry, index) => {
    const at = `${location}[${index}]`;
    faults.attempt(() => {
      const given = objectAt(entry, at);
      const { id } = given;
      const isCreated = flag(given, "created", at);
      const isPurged = flag(given, "purged", at);
      if (id === undefined) {
        if (isCreated || isPurged)
          refuse(
            `${at}.id is missing; a record that is ${isCreated ? "created" : "purged"} is told with its id.`,
          );
        const { created: _, purged: __, ...seed } = given;
        unplanned.seeds.push({ collection: name, given: seed, location: at });
        return;
      }
      if (typeof id !== "string" || id === "") refuse(`${at}.id must be a string, but is ${shown(id)}.`);
      if (Object.hasOwn(changed, id)) refuse(`${at}.id: "${id}" is told twice.`);
      const known = base.numberOf(id);
      if (isCreated && known !== undefined) {
        refuse(`${at}.created: the world has "${id}" already; leave created out to change it.`);
      }
      if (!isCreated && known === undefined) {
        const example = base.size > 0 ? ` One that it has is "${base.idAt(0)}".` : "";
        refuse(
          `${at}.id: "${id}" is no record of "${name}" in "${integrationId}" of the world "${machinery.world.name}".${example} Leave id out for a new record; a whole one under an id of its own says "created": true.`,
        );
      }
      const number = known ?? base.size + created++;
      if (isPurged) {
        const more = Object.keys(given).find((key) => !["id", "created", "purged"].includes(key));
        if (more !== undefined) refuse(`${at}.${more} cannot be given: the record is purged.`);
        changed[id] = { number, record: null };
        return;
      }
      const before = known === undefined ? undefined : base.record(known);
      const read = readValues(given, at, { integrationId, recipe, before, faults });
      unplanned.references.push(...read.references);
      if (Object.keys(read.relations).length > 0)
        unplanned.related.push({ collection: name, id, given: read.relations, location: at });
      const record: StoredRecord = { ...(before ?? blank(recipe, change.now)), ...read.values, id };
      changed[id] = { number, record };
    });
  });
  const current = integrationOf(tools);
  change.patchIntegration(integrationId, {
    synced: { ...current.synced, [name]: { ...current.synced[name], ...changed } },
    created: { ...current.created, ...(created > 0 ? { [name]: created } : {}) },
  });
}

/** The integration as it is by now. */
export function integrationOf({ change, integrationId }: RecordTools): IntegrationState {
  const found = partitionState(change.root, integrationId);
  if (!found) throw new Error(`The integration "${integrationId}" is lost.`);
  return found;
}

/** A record of which nothing is given: all that is stored is null. */
export function blank(recipe: CollectionRecipe, now: number): Values {
  const { model, fields, references } = recipe;
  const keys = [...fields, ...Object.keys(references)];
  const empty = Object.fromEntries(keys.map((key) => [key, null]));
  const { links, stored } = keysOf(recipe);
  return {
    ...(stored.has("remote_id") ? { remote_id: null } : {}),
    ...empty,
    ...Object.fromEntries([...links.keys()].map((key) => [key, []])),
    ...(model === null ? {} : { changed_at: isoString(now) }),
  };
}

function flag(given: Values, name: "created" | "purged", location: string): boolean {
  const value = given[name];
  if (value === undefined || typeof value === "boolean") return value ?? false;
  return refuse(
    `${location}.${name} must be a boolean, but is ${isObject(value) ? "an object" : shown(value)}.`,
  );
}
