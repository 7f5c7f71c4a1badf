/** The middle of some figures, with the least and the greatest. */
export interface Spread {
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

/** The middle and the ends of some figures. */
export function spreadOf(figures: readonly number[]): Spread {
  const sorted = figures.toSorted((a, b) => a - b);
  return {
    median: sorted[Math.floor(sorted.length / 2)] ?? Number.NaN,
    min: sorted[0] ?? Number.NaN,
    max: sorted.at(-1) ?? Number.NaN,
  };
}

/** A line of the report: a ratio with its spread, and what it is a ratio of. Under 1.3 is a tie. */
export function line(name: string, ratios: readonly number[], detail: string): string {
  const { median, min, max } = spreadOf(ratios);
  return `${name.padEnd(58)} ${median.toFixed(2)}×  (${min.toFixed(2)}–${max.toFixed(2)})  ${detail}`;
}
