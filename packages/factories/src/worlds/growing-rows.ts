import type { SkeletonRow } from "./skeleton.ts";

/** Rows that are made one after the other, as far as somebody reads them: the first of thousands cost little. */
export class GrowingRows implements Iterable<SkeletonRow> {
  readonly #made: SkeletonRow[] = [];
  readonly #rest: Iterator<SkeletonRow>;
  readonly #numbers = new Map<string, number>();
  #numbered = 0;
  readonly #led = new Map<string, LedNumbers>();

  /** Parts that are whole are taken over at once, up to the first that is not. */
  constructor(parts: readonly Iterable<SkeletonRow>[]) {
    const count = parts.findIndex((part) => !isWhole(part));
    const whole = count === -1 ? parts : parts.slice(0, count);
    for (const part of whole) this.#made.push(...part);
    this.#rest = chained(parts.slice(whole.length));
  }

  /** All rows; the same list each time. */
  all(): readonly SkeletonRow[] {
    while (this.#grow());
    return this.#made;
  }

  at(number: number): SkeletonRow | undefined {
    while (this.#made.length <= number && this.#grow());
    return this.#made[number];
  }

  *[Symbol.iterator](): Iterator<SkeletonRow> {
    for (let number = 0, row = this.at(0); row; row = this.at(++number)) yield row;
  }

  /** The number of the row with this id in the tool. */
  numberOf(remoteId: string): number | undefined {
    for (;;) {
      for (const { length } = this.#made; this.#numbered < length; this.#numbered++)
        this.#numbers.set(this.#made[this.#numbered]?.remoteId ?? "", this.#numbered);
      const found = this.#numbers.get(remoteId);
      if (found !== undefined || !this.#grow()) return found;
    }
  }

  /** Makes rows until the test is true of the last one, or all are made. */
  growUntil(test: (last: SkeletonRow) => boolean): void {
    let last = this.#made.at(-1);
    while (!(last && test(last)) && this.#grow()) last = this.#made.at(-1);
  }

  /** The numbers of those made so far whose foreign key leads to this id in the tool. */
  leadingTo(key: string, remoteId: string): readonly number[] {
    let led = this.#led.get(key);
    if (!led) {
      led = { upTo: 0, numbers: new Map() };
      this.#led.set(key, led);
    }
    for (const { length } = this.#made; led.upTo < length; led.upTo++) {
      const target = this.#made[led.upTo]?.relations?.[key] ?? "";
      const same = led.numbers.get(target);
      if (same) same.push(led.upTo);
      else led.numbers.set(target, [led.upTo]);
    }
    return led.numbers.get(remoteId) ?? [];
  }

  #grow(): boolean {
    const { value, done } = this.#rest.next();
    if (!done) this.#made.push(value);
    return !done;
  }
}

/** The numbers of rows by the id that a foreign key leads to, as far as rows have been looked at. */
interface LedNumbers {
  upTo: number;
  readonly numbers: Map<string, number[]>;
}

/** The rows that each of some others brings: made when they are read where the others are, else at once. */
export function rowsOfEach(
  others: Iterable<SkeletonRow>,
  rowsOf: (other: SkeletonRow) => readonly SkeletonRow[],
): Iterable<SkeletonRow> {
  return isWhole(others) ? others.flatMap(rowsOf) : brought(others, rowsOf);
}

function* brought(
  others: Iterable<SkeletonRow>,
  rowsOf: (other: SkeletonRow) => readonly SkeletonRow[],
): Iterable<SkeletonRow> {
  for (const other of others) yield* rowsOf(other);
}

function* chained(parts: readonly Iterable<SkeletonRow>[]): Iterator<SkeletonRow> {
  for (const part of parts) yield* part;
}

/** Whether nothing of it is left to be made. */
export function isWhole(rows: Iterable<SkeletonRow>): rows is readonly SkeletonRow[] {
  return Array.isArray(rows);
}
