/** What is left of a set, and whether nothing more could be taken away. */
export interface Reduced<Thing> {
  readonly left: readonly Thing[];
  /** False where the runs were used up before. */
  readonly isSmallest: boolean;
  readonly runs: number;
}

/**
 * Finds a small part of a set that is still red, by delta debugging: in the end each single member is needed. The whole
 * set is taken to be red. No part runs twice, and no more than `budget` runs are made.
 */
export async function reduce<Thing>(
  set: readonly Thing[],
  run: (part: readonly Thing[]) => Promise<"green" | "red">,
  budget: number,
): Promise<Reduced<Thing>> {
  const numbers = new Map(set.map((thing, index) => [thing, index]));
  const known = new Map<string, boolean>();
  let runs = 0;
  let isSpent = false;
  const isRed = async (part: readonly Thing[]): Promise<boolean> => {
    const key = part.map((thing) => numbers.get(thing)).join();
    const before = known.get(key);
    if (before !== undefined) return before;
    if (runs >= budget) {
      isSpent = true;
      return false;
    }
    runs++;
    const red = (await run(part)) === "red";
    known.set(key, red);
    return red;
  };

  let left = set;
  let parts = 2;
  while (left.length > 1 && !isSpent) {
    const chunks = split(left, Math.min(parts, left.length));
    const smaller = await firstRed(
      [...chunks, ...(parts > 2 ? chunks.map((one) => without(left, one)) : [])],
      isRed,
    );
    if (smaller) {
      // A part begins anew in halves; what is left when a part is taken away keeps the fineness.
      parts = chunks.includes(smaller) ? 2 : Math.max(parts - 1, 2);
      left = smaller;
    } else if (parts >= left.length) break;
    else parts = Math.min(parts * 2, left.length);
  }
  return { left, isSmallest: !isSpent, runs };
}

async function firstRed<Thing>(
  parts: readonly (readonly Thing[])[],
  isRed: (part: readonly Thing[]) => Promise<boolean>,
): Promise<readonly Thing[] | undefined> {
  for (const part of parts) if (await isRed(part)) return part;
  return undefined;
}

function split<Thing>(things: readonly Thing[], into: number): (readonly Thing[])[] {
  return Array.from({ length: into }, (_, index) =>
    things.slice(
      Math.floor((index * things.length) / into),
      Math.floor(((index + 1) * things.length) / into),
    ),
  );
}

function without<Thing>(things: readonly Thing[], part: readonly Thing[]): readonly Thing[] {
  return things.filter((one) => !part.includes(one));
}
