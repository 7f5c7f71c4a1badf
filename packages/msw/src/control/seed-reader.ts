import type { CollectionRecipe, Many, One, Relation, StoredLink } from "@kombo-mock/factories/worlds";
import type { EntityFields } from "@kombo-mock/openapi";
import { fieldsOf } from "../request/join.ts";
import { own } from "../state/own.ts";
import { derived, keysOf } from "./seed-keys.ts";
import { planLinks } from "./seed-links.ts";
import type { SeedPlace, SeedPlan } from "./seed-plan.ts";
import {
  checkedValue,
  listAt,
  objectAt,
  refuse,
  refuseKey,
  refuseMore,
  shown,
  type Values,
} from "./seed-values.ts";

/** What was given of a record, by what it means. */
export interface SeedParts {
  /** Its own values. */
  readonly values: Values;
  readonly keys: Readonly<Record<string, string | null>>;
  readonly lists: Readonly<Record<string, readonly StoredLink[]>>;
  /** What is done once the record itself is there. */
  readonly children: readonly Children[];
  readonly remoteId: string | undefined;
}

/** Records that hold a foreign key to the one that they are nested in. */
export interface Children {
  readonly relation: Many;
  readonly given: unknown;
  readonly location: string;
  readonly shown: EntityFields;
}

interface Reading {
  readonly recipe: CollectionRecipe;
  readonly place: SeedPlace;
  readonly plan: SeedPlan;
  readonly values: Record<string, unknown>;
  readonly keys: Record<string, string | null>;
  readonly lists: Record<string, readonly StoredLink[]>;
  readonly children: Children[];
  remoteId: string | undefined;
}

/** Reads what was given of a record. The records that it leads to are planned on the way. */
export function readSeed(
  given: Values,
  recipe: CollectionRecipe,
  place: SeedPlace,
  plan: SeedPlan,
): SeedParts {
  const reading: Reading = {
    ...{ recipe, place, plan, values: {}, keys: {}, lists: {}, children: [] },
    remoteId: undefined,
  };
  for (const [key, value] of Object.entries(given)) {
    if (value === undefined) continue;
    const at = `${place.location}.${key}`;
    const relation = own(recipe.relations, key);
    if (relation) readRelation[relation.kind](reading, relation as never, { key, value, at });
    else if (Object.hasOwn(recipe.references, key)) setKey(reading, key, value, at);
    else setValue(reading, key, value, at);
  }
  return reading;
}

interface GivenRelation {
  readonly key: string;
  readonly value: unknown;
  readonly at: string;
}

const readRelation: {
  readonly [Kind in Relation["kind"]]: (
    reading: Reading,
    relation: Extract<Relation, { kind: Kind }>,
    given: GivenRelation,
  ) => void;
} = {
  one(reading, relation, { key, value, at }) {
    const entry = own(fieldsOf(reading.recipe.shown), key);
    if (value === null && entry && !entry.nullable) refuse(`${at} must be an object, but is null.`);
    assertFree(reading, relation, at);
    reading.keys[relation.key] =
      value === null ? null : planOne(reading.plan, relation, value, at, fieldsOf(entry?.of));
  },
  many(reading, relation, { key, value, at }) {
    const { of } = own(fieldsOf(reading.recipe.shown), key) ?? {};
    reading.children.push({ relation, given: value, location: at, shown: fieldsOf(of) });
  },
  links(reading, relation, { key, value, at }) {
    if (relation.key in reading.lists)
      refuse(`${at} says what another name of the same list has said already.`);
    const { of } = own(fieldsOf(reading.recipe.shown), key) ?? {};
    const list = { name: key, relation, given: listAt(value, at), location: at, inner: fieldsOf(of) };
    reading.lists[relation.key] = planLinks(reading.plan, list);
  },
};

function planOne(
  plan: SeedPlan,
  { collection }: One,
  value: unknown,
  at: string,
  inner: EntityFields,
): string {
  const values = objectAt(value, at);
  const named = plan.named(collection, values, at);
  if (named === undefined) return plan.create(collection, values, { location: at, shown: inner });
  refuseMore(values, collection, at);
  return named;
}

/** Takes a foreign key as it is: the id of a known record. */
function setKey(reading: Reading, key: string, value: unknown, at: string): void {
  const { recipe, plan } = reading;
  const collection = recipe.references[key] ?? "";
  const entry = own(fieldsOf(recipe.entity), key);
  if (value === null && entry && !entry.nullable) refuse(`${at} must be a string, but is null.`);
  assertFree(reading, { key }, at);
  reading.keys[key] = value === null ? null : plan.existing(collection, value, at);
}

/** Refuses a second value of one foreign key, and one that the place decides. */
function assertFree({ keys, place }: Reading, { key }: Pick<One, "key">, at: string): void {
  if (key in keys) refuse(`${at} says where "${key}" leads, which is said already.`);
  if (place.parent?.key === key)
    refuse(`${at} cannot be given: it is the record that this one is nested in.`);
}

function setValue(reading: Reading, key: string, value: unknown, at: string): void {
  const { recipe, place, values } = reading;
  const fields = fieldsOf(recipe.entity);
  if (key === "remote_id" && fields["remote_id"]) {
    checkedValue(value, fields["remote_id"], at);
    if (value === "") refuse(`${at} must have at least 1 character, but is ${shown(value)}.`);
    if (value === null) values[key] = null;
    else reading.remoteId = String(value);
  } else if (own(derived, key) && fields[key]) refuse(`${at} cannot be given: ${derived[key]}.`);
  else if (recipe.fields.includes(key))
    values[key] = checkedValue(value, fields[key] ?? recipe.kinds?.[key], at);
  else {
    const around = { ...fieldsOf(recipe.shown), ...place.shown };
    const entry = own(around, key);
    if (!entry || key === "id") refuseKey(place.location, recipe.name, key, keysOf(recipe, around));
    values[key] = checkedValue(value, entry, at);
  }
}
