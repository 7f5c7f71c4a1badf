import type { CollectionRecipe, PartitionCollection, StoredRecord } from "@kombo-mock/factories/worlds";
import { own } from "./own.ts";
import type { Partitions } from "./partition.ts";
import { restampedView } from "./restamped-view.ts";
import type { ChangedRecord, IntegrationState } from "./root.ts";

/** A collection of one integration as reads see it: the world's records, with what was changed over them. */
export interface CollectionView {
  readonly name: string;
  readonly recipe: CollectionRecipe;
  /** What was changed: the same object for as long as nothing more is. */
  readonly changes: object;
  get(id: string): StoredRecord | undefined;
  /** The place of a record in the order of creation. */
  numberOf(id: string): number | undefined;
  /** The record with this number; undefined where its row was taken away. */
  at(number: number): StoredRecord | undefined;
  /** One field of the record with this number, without the others; undefined where its row was taken away. */
  value(number: number, field: string): unknown;
  /** Numbers in the order of creation, from a position on; a position is a record's number plus one. */
  numbers(position: number): Iterable<number>;
  /** The numbers of records that differ from the world's, or that it does not have. */
  readonly changedNumbers: Iterable<number>;
  /** The record with this number where it differs from the world's; undefined where it does not. */
  changed(number: number): StoredRecord | undefined;
  /** The beginning of the world's date: none of its own records changed later. */
  readonly worldEnds: number;
  /** Records in the order of their creation, from a position on. */
  from(position: number): Iterable<{ readonly number: number; readonly record: StoredRecord }>;
  /** The numbers of the records whose field has this value, in the order of creation. */
  numbersWith(field: string, value: unknown): readonly number[];
  /** The number in its own collection of the record that a foreign key leads to. */
  numberLedTo(number: number, key: string, targets: CollectionView): number | undefined;
  /** The numbers of the records whose foreign key leads to the record with a number of its own collection. */
  numbersLeadingTo(key: string, target: number, targets: CollectionView): readonly number[];
  /** The records whose field has this value, without looking at the others. */
  withValue(field: string, value: unknown): StoredRecord[];
}

const views = new WeakMap<IntegrationState, Map<string, CollectionView>>();

/** Views a collection of an integration; the same view for as long as the integration is in the same state. */
export function viewCollection(
  integration: IntegrationState,
  name: string,
  partitions: Partitions,
): CollectionView {
  let known = views.get(integration);
  if (!known) {
    known = new Map();
    views.set(integration, known);
  }
  const found = known.get(name);
  if (found) return found;
  const { collection, inputs } = partitions.of(integration);
  const worldEnds = Date.parse(`${inputs.date}T00:00:00.000Z`);
  const base = collection(name);
  const made = createView(base, integration.synced[name] ?? noChanges, worldEnds);
  const restamped = base.recipe.model === null ? undefined : own(integration.restamped, base.recipe.model);
  const view = restamped === undefined ? made : restampedView(made, restamped);
  known.set(name, view);
  return view;
}

type Changes = NonNullable<IntegrationState["synced"][string]>;

const noChanges: Changes = Object.freeze({});

function createView(base: PartitionCollection, changes: Changes, worldEnds: number): CollectionView {
  const { byNumber, created, changedWith } = changesOf(changes, base);
  const at = (number: number): StoredRecord | undefined => {
    const changed = byNumber.get(number);
    if (changed) return changed.record ?? undefined;
    return base.has(number) ? base.record(number) : undefined;
  };
  const numberOf = (id: string) => own(changes, id)?.number ?? base.numberOf(id);
  function* numbers(position: number): Iterable<number> {
    for (let number = position; base.has(number); number++) yield number;
    for (const number of created) if (number >= position) yield number;
  }
  const withChanged = (
    untouched: readonly number[],
    field: string,
    value: () => unknown,
  ): readonly number[] => {
    if (byNumber.size === 0) return untouched;
    const changed = changedWith(field).get(value()) ?? [];
    return [...untouched.filter((number) => !byNumber.has(number)), ...changed].sort((a, b) => a - b);
  };
  const numbersWith = (field: string, value: unknown) =>
    withChanged(base.withValue(field, value), field, () => value);

  return {
    name: base.recipe.name,
    recipe: base.recipe,
    changes,
    get(id) {
      const number = numberOf(id);
      return number === undefined ? undefined : at(number);
    },
    numberOf,
    at,
    value(number, field) {
      const changed = byNumber.get(number);
      return changed ? changed.record?.[field] : base.value(number, field);
    },
    numbers,
    changedNumbers: [...byNumber.keys()],
    changed: (number) => byNumber.get(number)?.record ?? undefined,
    worldEnds,
    *from(position) {
      for (const number of numbers(position)) {
        const record = at(number);
        if (record) yield { number, record };
      }
    },
    numbersWith,
    numberLedTo(number, key, targets) {
      if (!byNumber.has(number)) return base.ledTo(number, key);
      const id = byNumber.get(number)?.record?.[key];
      return typeof id === "string" ? targets.numberOf(id) : undefined;
    },
    numbersLeadingTo: (key, target, targets) =>
      withChanged(base.leadingTo(key, target), key, () => targets.value(target, "id")),
    withValue: (field, value) => numbersWith(field, value).flatMap((number) => at(number) ?? []),
  };
}

interface ChangeIndex {
  readonly byNumber: ReadonlyMap<number, ChangedRecord>;
  /** The numbers of records that the world does not have, in the order of their creation. */
  readonly created: readonly number[];
  /** The numbers of the changed records by their value of a field; looked up once a field. */
  changedWith(field: string): ReadonlyMap<unknown, readonly number[]>;
}

const changeIndexes = new WeakMap<Changes, ChangeIndex>();

function changesOf(changes: Changes, base: PartitionCollection): ChangeIndex {
  const known = changeIndexes.get(changes);
  if (known) return known;
  const byNumber = new Map(Object.values(changes).map((changed) => [changed.number, changed]));
  const created = [...byNumber.keys()].filter((number) => !base.has(number)).sort((a, b) => a - b);
  const byValue = new Map<string, ReadonlyMap<unknown, readonly number[]>>();
  const changedWith = (field: string) => {
    const found = byValue.get(field) ?? numbersByValue(byNumber, field);
    byValue.set(field, found);
    return found;
  };
  const made = { byNumber, created, changedWith };
  changeIndexes.set(changes, made);
  return made;
}

function numbersByValue(
  changed: ReadonlyMap<number, ChangedRecord>,
  field: string,
): ReadonlyMap<unknown, readonly number[]> {
  const numbers = new Map<unknown, number[]>();
  for (const { number, record } of changed.values()) {
    if (!record) continue;
    const same = numbers.get(record[field]);
    if (same) same.push(number);
    else numbers.set(record[field], [number]);
  }
  return numbers;
}
