import { type CollectionRecipe, type Layer, type SkeletonRow, worlds } from "@kombo-mock/factories/worlds";
import type { DataShape } from "./root.ts";

/** What an integration's records are made of. */
interface Making {
  readonly layers: readonly Layer[];
  readonly recipes: ReadonlyMap<string, CollectionRecipe>;
  /** The world's date, `yyyy-MM-dd`. */
  readonly date: string;
}

/** What the records of an integration are made of that has other ones than the world's. */
export function shaped(data: DataShape | null, making: Making): [Making["layers"], Making["recipes"]] {
  return data === null ? [making.layers, making.recipes] : shapes[data](making);
}

const shapes: Readonly<Record<DataShape, (making: Making) => [Making["layers"], Making["recipes"]]>> = {
  empty: ({ recipes }) => [worlds.empty.layers, recipes],
  edge: ({ recipes }) => [worlds.edge.layers, recipes],
  large: ({ recipes }) => [worlds.large.layers, recipes],
  bare: ({ layers, recipes }) => [layers, changed(recipes, (row) => ({ ...row, bare: true }))],
  deleted({ layers, recipes, date }) {
    // Nothing of the world is later than its date begins.
    const instant = `${date}T00:00:00.000Z`;
    const stamps = { remote_deleted_at: instant, changed_at: instant };
    return [layers, changed(recipes, (row) => ({ ...row, values: { ...row.values, ...stamps } }))];
  },
};

/** Recipes with changed rows; what no sync brings stays as it is. */
function changed(recipes: Making["recipes"], change: (row: SkeletonRow) => SkeletonRow): Making["recipes"] {
  const entries = [...recipes].map(([name, recipe]): [string, CollectionRecipe] => [
    name,
    recipe.model === null ? recipe : { ...recipe, rows: (source) => recipe.rows(source).map(change) },
  ]);
  return new Map(entries);
}
