import { type Layer, type LayerCounts, serialIds } from "./layers.ts";
import type { SkeletonRow } from "./skeleton.ts";

/** Rows that are all there, or made as far as they are read. */
export type Rows = readonly SkeletonRow[] | GrowingRows;

/** Makes the rows of a turn, of which the first is 0 and each comes once, and nothing after the last. */
type Turn = (turn: number) => readonly SkeletonRow[] | undefined;

/** Rows that are made turn by turn, as far as somebody reads them: the first of thousands cost little. */
export class GrowingRows implements Iterable<SkeletonRow> {
  readonly #made: SkeletonRow[];
  readonly #rowsOf: Turn;
  #turns = 0;
  #isWhole = false;
  readonly #numbers = new Map<string, number>();
  #numbered = 0;
  readonly #led = new Map<string, LedNumbers>();

  constructor(rowsOf: Turn, begun: readonly SkeletonRow[] = []) {
    this.#rowsOf = rowsOf;
    this.#made = [...begun];
  }

  /** All rows; the same list each time. */
  all(): readonly SkeletonRow[] {
    while (!this.#isWhole) this.#grow();
    return this.#made;
  }

  at(number: number): SkeletonRow | undefined {
    while (this.#made.length <= number && !this.#isWhole) this.#grow();
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
      if (found !== undefined || this.#isWhole) return found;
      this.#grow();
    }
  }

  /**
   * The numbers of the rows whose foreign key leads to this id in the tool. Where rows follow the order of their parents,
   * these are given, and no more rows are made than it takes; else all are.
   */
  leadingTo(key: string, remoteId: string, parents?: GrowingRows): readonly number[] {
    let led = this.#led.get(key);
    if (!led) {
      led = { upTo: 0, numbers: new Map(), passed: -1 };
      this.#led.set(key, led);
    }
    if (!this.#isWhole) {
      const parent = parents?.numberOf(remoteId) ?? Number.POSITIVE_INFINITY;
      while (led.passed <= parent && !this.#isWhole) {
        this.#grow();
        const last = parents && this.#made.at(-1)?.relations?.[key];
        if (last) led.passed = parents.numberOf(last) ?? led.passed;
      }
    }
    for (const { length } = this.#made; led.upTo < length; led.upTo++) {
      const target = this.#made[led.upTo]?.relations?.[key] ?? "";
      const same = led.numbers.get(target);
      if (same) same.push(led.upTo);
      else led.numbers.set(target, [led.upTo]);
    }
    return led.numbers.get(remoteId) ?? none;
  }

  #grow(): void {
    const rows = this.#rowsOf(this.#turns++);
    if (!rows) this.#isWhole = true;
    else for (const row of rows) this.#made.push(row);
  }
}

interface LedNumbers {
  /** The numbers of rows by the id that a foreign key leads to, as far as rows have been looked at. */
  readonly numbers: Map<string, number[]>;
  upTo: number;
  /** The number of the parent whose rows were made last. */
  passed: number;
}

const none: readonly number[] = [];

/** The rows that each of some others brings: made when they are read where the others are, else at once. */
export function rowsOfEach(others: Rows, rowsOf: (other: SkeletonRow) => readonly SkeletonRow[]): Rows {
  if (!(others instanceof GrowingRows)) return others.flatMap(rowsOf);
  return new GrowingRows((turn) => {
    const other = others.at(turn);
    return other && rowsOf(other);
  });
}

/** A row for each id in the tool that a layer adds, one after the other: those of a large one when they are read. */
export function rowsOfIds(
  layer: Layer,
  counts: LayerCounts,
  rowOf: (remoteId: string, number: number) => SkeletonRow,
): Rows {
  const ids = serialIds(layer, counts);
  if (layer !== "large") return ids.map(rowOf);
  return new GrowingRows((turn) => {
    const remoteId = ids[turn];
    return remoteId === undefined ? undefined : [rowOf(remoteId, turn)];
  });
}

/** The rows of some lists one after the other, of which the last may grow. */
export function rowsTogether(lists: readonly Rows[]): GrowingRows {
  const last = lists.at(-1) ?? [];
  const before = lists.slice(0, -1).flatMap(wholeOf);
  if (!(last instanceof GrowingRows)) return new GrowingRows(() => undefined, [...before, ...last]);
  return new GrowingRows((turn) => {
    const row = last.at(turn);
    return row && [row];
  }, before);
}

/** All rows of a list. */
export function wholeOf(rows: Rows): readonly SkeletonRow[] {
  return rows instanceof GrowingRows ? rows.all() : rows;
}
