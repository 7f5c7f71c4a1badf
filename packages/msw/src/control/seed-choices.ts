import { choicesAt } from "@kombo-mock/factories";
import type { CollectionRecipe } from "@kombo-mock/factories/worlds";
import { isRequiredKey } from "../state/required-key.ts";
import { type DefaultContext, distinctKeys, keyDefaults } from "./seed-defaults.ts";
import type { PlannedRecord, SeedTools } from "./seed-known.ts";
import type { SeedPlan } from "./seed-plan.ts";

type Keys = Record<string, string | null>;

/** All foreign keys of a new record: those that are given, and where others lead by default or cannot do without. */
export function chooseKeys(
  {
    collection,
    remoteId,
    location,
    keys,
  }: Pick<PlannedRecord, "collection" | "remoteId" | "keys"> & {
    readonly location: string;
  },
  recipe: CollectionRecipe,
  plan: SeedPlan,
  { integrationId, partition }: SeedTools,
): Keys {
  const chosen: Keys = { ...keys };
  const distinct = distinctKeys[collection] ?? {};
  const defaults = keyDefaults[collection] ?? {};
  const contextOf = (key: string): DefaultContext => {
    const target = recipe.references[key] ?? "";
    return {
      known() {
        const other = distinct[key];
        const taken =
          other === undefined ? [] : plan.known.led(collection, key, { other, to: chosen[other] });
        const path = `${collection}.${key}`;
        const choices = choicesAt(partition.inputs.seed, `${integrationId}/${remoteId}`, path);
        return plan.known.choose(target, choices, new Set(taken));
      },
      created: () => plan.create(target, {}, { location: `${location}.${key}` }),
      of: (other, field) => plan.known.read(recipe.references[other] ?? "", chosen[other] ?? "", field),
    };
  };
  // Defaults stand in an order in which each finds what it looks at; then follow keys that others decide about.
  const others = Object.keys(recipe.references).sort((a, b) => Number(a in distinct) - Number(b in distinct));
  for (const key of [...Object.keys(defaults), ...others]) {
    if (key in chosen) continue;
    const context = contextOf(key);
    chosen[key] = defaults[key]?.(context) ?? null;
    if (chosen[key] === null && isRequiredKey(key, recipe))
      chosen[key] = context.known() ?? context.created();
  }
  return chosen;
}
