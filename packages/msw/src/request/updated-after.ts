import type { CollectionRecipe, Relation, StoredLink } from "@kombo-mock/factories/worlds";
import type { OperationEntry } from "@kombo-mock/openapi";
import type { CollectionView } from "../state/collection-view.ts";
import { linkStamps, parentStamps } from "../state/relation-stamps.ts";
import type { JoinSource } from "./join.ts";

/** Since when a change counts, in milliseconds, and whether one at that very instant does. */
export interface Since {
  readonly instant: number;
  readonly inclusive: boolean;
}

/** Which records changed: their numbers where they are few and found at once, else a test for one of them. */
export type Changed =
  | { readonly numbers: ReadonlySet<number>; readonly test?: never }
  | { readonly numbers?: never; readonly test: (number: number) => boolean };

/**
 * The records that changed, in their own values or in what `updated_after` counts with them: related records that
 * changed, and links that were made or cut. After the world's end only what was changed over it is looked at; before
 * it each record is asked when its turn comes, so that a page makes no values for the records behind it.
 */
export function changedSince(
  view: CollectionView,
  relations: NonNullable<OperationEntry["updatedAfter"]>,
  since: Since,
  source: JoinSource,
): Changed {
  const ways = [...waysFrom(view, relations, since, source)];
  if (since.instant > view.worldEnds) {
    return { numbers: new Set([...changedOver(view, since), ...ways.flatMap((way) => [...reached(way)])]) };
  }
  const tests = ways.map(reaches);
  return { test: (number) => isChanged(view, number, since) || tests.some((test) => test(number)) };
}

/** A way from records to others whose changes count for them too. */
interface Way<Kind extends Relation["kind"] = Relation["kind"]> {
  readonly view: CollectionView;
  readonly others: CollectionView;
  readonly relation: Extract<Relation, { kind: Kind }>;
  readonly addedOrRemoved: boolean;
  readonly linked: boolean;
  readonly since: Since;
}

function* waysFrom(
  view: CollectionView,
  relations: NonNullable<OperationEntry["updatedAfter"]>,
  since: Since,
  source: JoinSource,
): Iterable<Way> {
  for (const { relation: name, addedOrRemoved, linked } of relations) {
    const relation = relationNamed(view.recipe, name);
    if (!relation || (!addedOrRemoved && !linked)) continue;
    yield { view, others: source.view(relation.collection), relation, addedOrRemoved, linked, since };
  }
}

/** The numbers that the changed records of the other side lead to. */
function reached(way: Way): Iterable<number> {
  return finders[way.relation.kind](way as never);
}

/** Whether a record of this side leads to a changed one of the other. */
function reaches(way: Way): (number: number) => boolean {
  return testers[way.relation.kind](way as never);
}

const finders: { readonly [Kind in Relation["kind"]]: (way: Way<Kind>) => Iterable<number> } = {
  *one({ view, others, relation, since }) {
    for (const number of changedOver(others, since)) {
      yield* view.numbersWith(relation.key, others.value(number, "id"));
    }
  },
  *many({ view, others, relation, since }) {
    for (const number of changedOver(others, since)) {
      const parents = [
        others.value(number, relation.key),
        ...parentsLeft(others, number, relation.key, since),
      ];
      for (const id of parents) yield* numberOf(view, id);
    }
  },
  *links(way) {
    const isAmong = testers.links(way);
    const isLinkedToChanged = way.linked && !isEmpty(changedOver(way.others, way.since));
    const candidates = isLinkedToChanged ? way.view.numbers(0) : way.view.changedNumbers;
    for (const number of candidates) if (isAmong(number)) yield number;
  },
};

const testers: { readonly [Kind in Relation["kind"]]: (way: Way<Kind>) => (number: number) => boolean } = {
  one:
    ({ view, others, relation, since }) =>
    (number) => {
      const other = view.numberLedTo(number, relation.key, others);
      return other !== undefined && isChanged(others, other, since);
    },
  many({ view, others, relation, since }) {
    const left = new Set<unknown>(
      [...others.changedNumbers].flatMap((number) => parentsLeft(others, number, relation.key, since)),
    );
    return (number) => {
      if (left.size > 0 && left.has(view.value(number, "id"))) return true;
      const children = others.numbersLeadingTo(relation.key, number, view);
      return children.some((child) => isChanged(others, child, since));
    };
  },
  links:
    ({ view, others, relation, addedOrRemoved, linked, since }) =>
    (number) => {
      const stamps = linkStamps(view.changed(number));
      if (addedOrRemoved && isLater(stamps[relation.key], since)) return true;
      return (
        linked && linksOf(view.value(number, relation.key)).some(({ id }) => isChangedId(others, id, since))
      );
    },
};

/** The numbers of the records that were changed over the world, and late enough. */
function* changedOver(view: CollectionView, since: Since): Iterable<number> {
  for (const number of view.changedNumbers) if (isChanged(view, number, since)) yield number;
}

/** Whether a record's own values changed. The world's own did not after its end, so that these need not be made. */
function isChanged(view: CollectionView, number: number, since: Since): boolean {
  const mayBe = since.instant <= view.worldEnds || view.changed(number) !== undefined;
  return mayBe && isLater(view.value(number, "changed_at"), since);
}

function isChangedId(view: CollectionView, id: unknown, since: Since): boolean {
  return numberOf(view, id).some((number) => isChanged(view, number, since));
}

/** The ids of the records that a record belonged to until late enough. */
function parentsLeft(view: CollectionView, number: number, key: string, since: Since): string[] {
  const left = parentStamps(view.changed(number));
  return Object.entries(left[key] ?? {}).flatMap(([id, stamp]) => (isLater(stamp, since) ? [id] : []));
}

function numberOf(view: CollectionView, id: unknown): number[] {
  const number = typeof id === "string" ? view.numberOf(id) : undefined;
  return number === undefined ? [] : [number];
}

function isLater(stamp: unknown, { instant, inclusive }: Since): boolean {
  if (typeof stamp !== "string") return false;
  const changed = Date.parse(stamp);
  return inclusive ? changed >= instant : changed > instant;
}

function isEmpty(values: Iterable<unknown>): boolean {
  for (const _ of values) return false;
  return true;
}

function relationNamed({ relations }: CollectionRecipe, name: string): Relation | undefined {
  const own = Object.hasOwn(relations, name) ? relations[name] : undefined;
  return own ?? Object.values(relations).find((one) => one.kind === "links" && one.changes === name);
}

function linksOf(value: unknown): readonly StoredLink[] {
  return (value ?? []) as readonly StoredLink[];
}
