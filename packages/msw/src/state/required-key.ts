import type { CollectionRecipe } from "@kombo-mock/factories/worlds";
import { fieldsOf } from "../request/join.ts";

/** Whether answers cannot do without what a foreign key leads to. */
export function isRequiredKey(key: string, { entity, shown, relations }: CollectionRecipe): boolean {
  const named = Object.entries(relations).filter(([, one]) => one.kind === "one" && one.key === key);
  const entries = [fieldsOf(entity)[key], ...named.map(([name]) => fieldsOf(shown)[name])];
  return entries.some((entry) => entry !== undefined && !entry.nullable);
}
