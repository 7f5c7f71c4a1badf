/**
 * What a world is built of: `base` is what a tool defines in every world, `small` a company that people can hold in
 * their heads, the others add to it. A layer never changes what is below it.
 */
export type Layer = "base" | "small" | "demo" | "edge" | "large";

/** How many records each layer adds; none where nothing is said. */
export type LayerCounts = Partial<Readonly<Record<Layer, number>>>;

const firstNumber: Readonly<Record<Layer, number>> = {
  base: 1,
  small: 1_001,
  demo: 20_001,
  edge: 30_001,
  large: 100_001,
};

/** Ids in the tool of the records that a layer adds: numbers, as most tools have them, the same in every collection. */
export function serialIds(layer: Layer, counts: LayerCounts): string[] {
  return Array.from({ length: counts[layer] ?? 0 }, (_, index) => String(firstNumber[layer] + index));
}
