import { isAboutField, type Variation } from "../variation/variation.ts";
import { chanceOf, shuffled } from "./chance.ts";

/**
 * Deals variations out to so many variants, each a set in which nothing is changed twice. Every variation comes at least
 * once where there are as many variants as changes of one place, and as evenly as can be where there are not. What takes
 * others away, such as an empty page or no manager, comes seldom, and never where it alone would hide another. The same
 * seed gives the same variants.
 */
export function chooseVariants(
  possible: readonly Variation[],
  { seed, count }: { readonly seed: number; readonly count: number },
): readonly (readonly Variation[])[] {
  const variants: Variation[][] = Array.from({ length: count }, () => []);
  const hidden = new Map<string, Set<number>>();
  const places = [...Map.groupBy(possible, placeOf)].sort(([a], [b]) => depthOf(a) - depthOf(b));
  const lies = new Set(
    possible.flatMap(({ operation, at }) => above(at).map((one) => `${operation} ${one}`)),
  );
  const mishaps: Variation[] = [];
  for (const [place, changes] of places) {
    const [first] = changes;
    if (!first) continue;
    if (first.at === "fault") {
      mishaps.push(...changes);
      continue;
    }
    const chance = chanceOf(seed, place);
    const slots = bestFirst(shuffled([...variants.keys()], chance), hiddenAt(first, hidden));
    const rare = changes.filter((one) => hides(one, lies.has(place)));
    const usual = shuffled(
      changes.filter((one) => !rare.includes(one)),
      chance,
    );
    // Each once, and where a place has few changes they come again in up to half of the variants.
    const share = usual.length === 0 ? 0 : Math.max(usual.length, Math.floor(count / 2));
    const dealt = [
      ...shuffled(rare, chance),
      ...Array.from({ length: share }, (_, n) => usual[n % usual.length]),
    ];
    for (const [index, slot] of slots.entries()) {
      const variation = dealt[index];
      if (!variation) break;
      variants[slot]?.push(variation);
      if (rare.includes(variation)) note(hidden, hiderOf(variation), slot);
    }
  }
  // A client that waits and tries again takes its time, so no variant has more than one fault.
  for (const [index, mishap] of shuffled(mishaps, chanceOf(seed, "fault")).entries())
    variants[index]?.push(mishap);
  return variants;
}

/** What can be changed in one way at a time; ways that do not exclude each other are places of their own. */
function placeOf({ operation, at, change }: Variation): string {
  const isAlone = at === "record" || at === "delivery" || change === "extra-key";
  return isAlone ? `${operation} ${at} ${change}` : `${operation} ${at}`;
}

function depthOf(place: string): number {
  return / (?:pages|fault)$/.test(place) ? 0 : place.split(/[.[]/).length;
}

/** `a[].b.c` lies below `a` and `a[].b`. */
function above(at: string): string[] {
  const steps = at.split(/\.|(?=\[\])/);
  return steps.slice(1).map((_, index) => joined(steps.slice(0, index + 1)));
}

function joined(steps: readonly string[]): string {
  return steps.reduce(
    (path, step) => (path === "" || step.startsWith("[]") ? path + step : `${path}.${step}`),
    "",
  );
}

/** Whether a change leaves nothing of what lies below. */
function hides({ at, change }: Variation, holdsMore: boolean): boolean {
  if (at === "pages") return change !== "small";
  return holdsMore && ["null", "absent", "empty"].includes(change);
}

function hiderOf({ operation, at }: Variation): string {
  return at === "pages" ? operation : `${operation} ${at}`;
}

/** The variants in which a place is not there any more. */
function hiddenAt(variation: Variation, hidden: ReadonlyMap<string, ReadonlySet<number>>): Set<number> {
  if (!isAboutField(variation)) return new Set();
  const { operation, at } = variation;
  const hiders = [operation, ...above(at).map((one) => `${operation} ${one}`)];
  return new Set(hiders.flatMap((one) => [...(hidden.get(one) ?? [])]));
}

function bestFirst(slots: readonly number[], worse: ReadonlySet<number>): number[] {
  return [...slots.filter((one) => !worse.has(one)), ...slots.filter((one) => worse.has(one))];
}

function note(hidden: Map<string, Set<number>>, place: string, slot: number): void {
  hidden.set(place, (hidden.get(place) ?? new Set()).add(slot));
}
