import type { CollectionRecipe } from "@kombo-mock/factories/worlds";

const joinModels = new WeakMap<CollectionRecipe, ReadonlyMap<string, string | undefined>>();

/** The keys under which a collection's records keep links, with the join's model where it has one. */
export function joinsOf(recipe: CollectionRecipe): ReadonlyMap<string, string | undefined> {
  const known = joinModels.get(recipe);
  if (known) return known;
  const made = new Map(
    Object.values(recipe.relations).flatMap((relation) =>
      relation.kind === "links" ? [[relation.key, relation.model] as const] : [],
    ),
  );
  joinModels.set(recipe, made);
  return made;
}

/** Whether two values are the same JSON. */
export function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== "object" || typeof other !== "object") return false;
  return JSON.stringify(one) === JSON.stringify(other);
}
