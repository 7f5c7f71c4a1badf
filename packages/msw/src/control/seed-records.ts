import type { CollectionRecipe } from "@kombo-mock/factories/worlds";
import { fieldsOf } from "../request/join.ts";
import type { Manner } from "../state/change.ts";
import { isoString } from "../state/clock.ts";
import type { PlannedRecord, SeedTools } from "./seed-known.ts";
import type { SeedPlan } from "./seed-plan.ts";
import { type SeedSource, seedSource } from "./seed-source.ts";
import { completed, isObject, type Values } from "./seed-values.ts";

/** Does what is planned: makes the records with everything that was not given, then stores them and what they change. */
export function carryOut(plan: SeedPlan, tools: SeedTools, manner: Pick<Manner, "visible" | "due">): void {
  const { change, integrationId } = tools;
  const source = seedSource(tools, plan.known);
  // All are made before the first is stored, so that all are made from the same.
  const made = plan.records.map((record) =>
    buildRecord(record, plan.recipe(record.collection), source, tools),
  );
  plan.records.forEach(({ collection, remoteId }, index) => {
    const values = made[index] ?? {};
    change.insert({ integrationId, collection, remoteId, ...manner, changedAt: stampOf(values) }, values);
  });
  for (const { collection, id, values } of plan.patches) {
    const { fields } = plan.recipe(collection);
    const tools = fields.includes("remote_updated_at") ? { remote_updated_at: isoString(change.now) } : {};
    const at = { integrationId, collection, id, ...manner, changedAt: stampOf(values) };
    change.patch(at, { ...tools, ...values });
  }
}

/** The time of a change, where a seed says that it was another one than now. */
function stampOf({ changed_at }: Values): string | undefined {
  return typeof changed_at === "string" ? changed_at : undefined;
}

function buildRecord(
  planned: PlannedRecord,
  recipe: CollectionRecipe,
  source: SeedSource,
  { change }: SeedTools,
): Values {
  const { id, values, keys, lists } = planned;
  if (recipe.entity === null) {
    return { ...Object.fromEntries(recipe.fields.map((field) => [field, null])), id, ...values, ...keys };
  }
  const built = recipe.build(source.row(planned), source);
  const fields = fieldsOf(recipe.entity);
  const stamp = "changed_at" in fields ? { changed_at: isoString(change.now) } : {};
  const given = Object.entries(values).map(([field, value]) => {
    if (!isObject(value)) return [field, value];
    // A value of one known shape is given in part; of several shapes it is given whole.
    const of = fields[field]?.of;
    return [field, of === undefined ? value : completed(built[field], fieldsOf(of), field)];
  });
  return { ...built, ...stamp, ...Object.fromEntries(given), ...keys, ...lists };
}
