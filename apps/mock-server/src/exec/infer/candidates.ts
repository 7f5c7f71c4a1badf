import type { Candidate, Usage } from "@kombo-mock/contract/usage";
import { isAboutField, possibleVariations, type Variation } from "@kombo-mock/contract/variation";
import type { Operation } from "@kombo-mock/openapi";

/** The field of an answer that a candidate is about. */
export interface Field {
  readonly operation: Operation;
  /** `answer.data.results[].work_email` */
  readonly place: string;
}

/** A field's name in a search. */
function nameOf({ operation, place }: Field): string {
  return `${operation} ${place}`;
}

/**
 * The fields on which tests may rely: those that appeared in answers and that the document lets change, but for those of
 * which it is known. What holds other fields has a round of its own, since nobody reads what lies in nothing.
 */
export function candidatesOf(
  appeared: ReadonlyMap<Operation, readonly string[]>,
  committed: Usage,
  document: unknown,
): (Candidate<Variation> & Field)[] {
  return [...appeared].flatMap(([operation, places]) => {
    const known = Object.keys(committed.operations[operation]?.response_fields ?? {});
    const possible = possibleVariations(operation, document).filter(isAboutField);
    const isList = places.some((place) => place.startsWith("answer.data.results"));
    const byPlace = Map.groupBy(possible, ({ at }) => placeOf(at, isList));
    return places.flatMap((place) => {
      const variations = byPlace.get(place) ?? [];
      const isKnown = known.some((one) => one === place || isWithin(one, place));
      const isHolder = places.some((one) => isWithin(one, place));
      const [gone, other] = [bestOf(variations, gones), bestOf(variations, others)];
      if (isKnown || (!gone && !other)) return [];
      const changes = isHolder ? [null, gone, other] : [gone, null, other];
      return [{ operation, place, name: nameOf({ operation, place }), changes }];
    });
  });
}

function placeOf(at: string, isList: boolean): string {
  const root = isList ? "answer.data.results[]" : "answer.data";
  return at.startsWith("[]") ? `${root}${at}` : `${root}.${at}`;
}

function isWithin(one: string, place: string): boolean {
  return one.startsWith(`${place}.`) || one.startsWith(`${place}[`);
}

/** Changes that leave nothing, the best one first. */
const gones: readonly RegExp[] = [/^null$/, /^absent$/, /^empty$/];

/** Changes to another value, those that code notices most surely first. */
const others: readonly RegExp[] = [
  /^unknown$/,
  /^"/,
  /^emoji$/,
  /^negative$/,
  /^far-future$/,
  /^zero$/,
  /^-?\d/,
];

function bestOf(variations: readonly Variation[], kinds: readonly RegExp[]): Variation | null {
  for (const kind of kinds) {
    const found = variations.find(({ change }) => kind.test(change));
    if (found) return found;
  }
  return null;
}
