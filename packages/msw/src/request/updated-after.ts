import type { CollectionRecipe, Relation, StoredLink } from "@kombo-mock/factories/worlds";
import type { OperationEntry } from "@kombo-mock/openapi";
import type { CollectionView } from "../state/collection-view.ts";
import { linksChanged } from "../state/commit.ts";
import type { JoinSource } from "./join.ts";

/** Since when a change counts, in milliseconds, and whether one at that very instant does. */
export interface Since {
  readonly instant: number;
  readonly inclusive: boolean;
}

/**
 * The numbers of the records that changed, in their own values or in what `updated_after` counts with them: related
 * records that changed, and links that were made or cut. Evaluated when asked, nothing is kept for it.
 */
export function changedNumbers(
  view: CollectionView,
  relations: NonNullable<OperationEntry["updatedAfter"]>,
  since: Since,
  source: JoinSource,
): ReadonlySet<number> {
  const found = new Set(numbersChanged(view, since));
  for (const { relation: name, addedOrRemoved, linked } of relations) {
    const relation = relationNamed(view.recipe, name);
    if (!relation || (!addedOrRemoved && !linked)) continue;
    const others = source.view(relation.collection);
    for (const number of reached[relation.kind]({
      view,
      others,
      relation: relation as never,
      addedOrRemoved,
      linked,
      since,
    })) {
      found.add(number);
    }
  }
  return found;
}

interface Reaching<Kind extends Relation["kind"]> {
  readonly view: CollectionView;
  readonly others: CollectionView;
  readonly relation: Extract<Relation, { kind: Kind }>;
  readonly addedOrRemoved: boolean;
  readonly linked: boolean;
  readonly since: Since;
}

const reached: {
  readonly [Kind in Relation["kind"]]: (reaching: Reaching<Kind>) => Iterable<number>;
} = {
  *one({ view, others, relation, since }) {
    for (const number of numbersChanged(others, since)) {
      yield* view.numbersWith(relation.key, others.at(number)?.id);
    }
  },
  *many({ view, others, relation, since }) {
    for (const number of numbersChanged(others, since)) {
      const parent = view.numberOf(String(others.value(number, relation.key)));
      if (parent !== undefined) yield parent;
    }
  },
  *links({ view, others, relation, addedOrRemoved, linked, since }) {
    const changed = new Set(
      linked ? [...numbersChanged(others, since)].map((one) => others.at(one)?.id) : [],
    );
    for (const number of changed.size > 0 ? view.numbers(0) : view.changedNumbers) {
      const stamps = view.value(number, linksChanged) as Readonly<Record<string, unknown>> | undefined;
      if (addedOrRemoved && isLater(stamps?.[relation.key], since)) yield number;
      else if (
        changed.size > 0 &&
        linksOf(view.value(number, relation.key)).some(({ id }) => changed.has(id))
      )
        yield number;
    }
  },
};

/** Only what was changed over the world is looked at when the world itself is older. */
function* numbersChanged(view: CollectionView, since: Since): Iterable<number> {
  const all = since.instant > view.worldEnds ? view.changedNumbers : view.numbers(0);
  for (const number of all) if (isLater(view.value(number, "changed_at"), since)) yield number;
}

function isLater(stamp: unknown, { instant, inclusive }: Since): boolean {
  if (typeof stamp !== "string") return false;
  const changed = Date.parse(stamp);
  return inclusive ? changed >= instant : changed > instant;
}

function relationNamed({ relations }: CollectionRecipe, name: string): Relation | undefined {
  const own = Object.hasOwn(relations, name) ? relations[name] : undefined;
  return own ?? Object.values(relations).find((one) => one.kind === "links" && one.changes === name);
}

function linksOf(value: unknown): readonly StoredLink[] {
  return (value ?? []) as readonly StoredLink[];
}
