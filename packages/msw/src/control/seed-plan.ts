import { recordId } from "@kombo-mock/factories";
import type { CollectionRecipe, StoredRecord } from "@kombo-mock/factories/worlds";
import type { EntityFields } from "@kombo-mock/openapi";
import { fieldsOf } from "../request/join.ts";
import { chooseKeys } from "./seed-choices.ts";
import { relatedDefaults } from "./seed-defaults.ts";
import { KnownRecords, type PlannedRecord, type SeedTools } from "./seed-known.ts";
import { type Children, readSeed } from "./seed-reader.ts";
import { completed, isObject, listAt, objectAt, refuse, refuseMore, type Values } from "./seed-values.ts";

/** A change of a record that is there. */
export interface PlannedPatch {
  readonly collection: string;
  readonly id: string;
  readonly values: Values;
}

/** Where a seed stands: what answers show there, and which key leads back to the record around it. */
export interface SeedPlace {
  readonly location: string;
  readonly shown?: EntityFields;
  readonly parent?: { readonly key: string; readonly id: string };
  /** Values that follow from the place. */
  readonly values?: Values;
}

/** All that one seed comes to, in the order in which it is done: who is led to before who leads there. */
export class SeedPlan {
  readonly records: PlannedRecord[] = [];
  readonly patches: PlannedPatch[] = [];
  readonly known: KnownRecords;
  readonly #tools: SeedTools;

  constructor(tools: SeedTools) {
    this.#tools = tools;
    this.known = new KnownRecords(tools);
  }

  /** Plans a record with everything nested in it; answers its id. */
  create(collection: string, given: unknown, place: SeedPlace): string {
    const recipe = this.recipe(collection);
    const { integrationId } = this.#tools;
    const seed = { ...relatedDefaults[collection], ...objectAt(given, place.location) };
    const { values, keys, lists, children, remoteId: givenId } = readSeed(seed, recipe, place, this);
    const remoteId = givenId ?? this.known.freeRemoteId(collection);
    const id = recordId(integrationId, remoteId);
    if (this.known.has(collection, id)) {
      refuse(
        `${place.location}.remote_id: "${remoteId}" exists already in "${collection}", as "${id}". Change it with update.`,
      );
    }
    const parent = place.parent ? { [place.parent.key]: place.parent.id } : {};
    const led = { collection, remoteId, location: place.location, keys: { ...keys, ...parent } };
    const allKeys = chooseKeys(led, recipe, this, this.#tools);
    const record = { collection, id, remoteId, values: { ...place.values, ...values }, keys: allKeys, lists };
    this.known.add(record);
    this.records.push(record);
    this.#nest(children, id);
    return id;
  }

  /** Plans a change of a record that is there, with everything nested in it. */
  change(collection: string, record: StoredRecord, given: unknown, location: string): void {
    const recipe = this.recipe(collection);
    const { values, keys, lists, children, remoteId } = readSeed(
      objectAt(given, location),
      recipe,
      { location },
      this,
    );
    if (remoteId !== undefined && remoteId !== record["remote_id"]) {
      refuse(`${location}.remote_id: the tool never gives a record another id. Create another record.`);
    }
    const fields = fieldsOf(recipe.entity);
    const merged = Object.entries(values).map(([field, value]) => {
      const before = record[field];
      if (fields[field]?.of === undefined || !isObject(value)) return [field, value];
      const whole = isObject(before) ? { ...before, ...value } : value;
      return [field, completed(whole, fieldsOf(fields[field].of), `${location}.${field}`)];
    });
    this.patches.push({
      collection,
      id: record.id,
      values: { ...Object.fromEntries(merged), ...keys, ...lists },
    });
    this.#nest(children, record.id);
  }

  /** The record that a seed names by an id alone, or by the tool's id of a known one; undefined where it is a new one. */
  named(collection: string, { id, remote_id }: Values, location: string): string | undefined {
    if (id !== undefined) return this.existing(collection, id, `${location}.id`);
    if (typeof remote_id !== "string") return undefined;
    const byRemoteId = recordId(this.#tools.integrationId, remote_id);
    return this.known.has(collection, byRemoteId) ? byRemoteId : undefined;
  }

  /** The id of a known record, by its id or by the tool's as `remote:<id>`. */
  existing(collection: string, given: unknown, location: string): string {
    const text =
      typeof given === "string" ? given : refuse(`${location} must be a string, but is ${String(given)}.`);
    const { integrationId } = this.#tools;
    const id = text.startsWith("remote:") ? recordId(integrationId, text.slice("remote:".length)) : text;
    if (this.known.has(collection, id)) return id;
    const [first] = this.known.view(collection).from(0);
    const example = first ? ` One that exists is "${first.record.id}".` : " There are none yet.";
    return refuse(`${location}: "${text}" is no record of "${collection}" in "${integrationId}".${example}`);
  }

  recipe(collection: string): CollectionRecipe {
    const { recipes } = this.#tools;
    const domain = `its domain is not loaded; there are ${[...recipes.keys()].join(", ")}`;
    return recipes.get(collection) ?? refuse(`"${collection}" cannot be seeded: ${domain}.`);
  }

  #nest(children: readonly Children[], id: string): void {
    for (const { relation, given, location, shown } of children) {
      listAt(given, location).forEach((one, index) => {
        const at = `${location}[${index}]`;
        const values = objectAt(one, at);
        const named = this.named(relation.collection, values, at);
        if (named === undefined) {
          const place = { location: at, shown, parent: { key: relation.key, id } };
          this.create(relation.collection, values, place);
        } else {
          refuseMore(values, relation.collection, at);
          this.patches.push({ collection: relation.collection, id: named, values: { [relation.key]: id } });
        }
      });
    }
  }
}
