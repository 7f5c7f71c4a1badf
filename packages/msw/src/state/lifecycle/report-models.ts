import type { Change } from "../change.ts";
import { joinsOf } from "../differences.ts";
import type { Partitions } from "../partition.ts";
import type { IntegrationState } from "../root.ts";

/** Says that everything of an integration changed: all models that have records, and joins that have links. */
export function reportAll(change: Change, integration: IntegrationState, partitions: Partitions): void {
  for (const name of partitions.recipes.keys()) reportCollection(change, integration, { name, partitions });
}

/** Says that all records of a model changed, where there are some. */
export function reportRecordsOf(
  change: Change,
  integration: IntegrationState,
  { model, partitions }: { readonly model: string; readonly partitions: Partitions },
): void {
  for (const recipe of partitions.recipes.values()) {
    if (recipe.model === model) reportCollection(change, integration, { name: recipe.name, partitions });
  }
}

/** Rows alone say whether there are records and links: none is built for it. */
function reportCollection(
  change: Change,
  integration: IntegrationState,
  { name, partitions }: { readonly name: string; readonly partitions: Partitions },
): void {
  const { source, collection } = partitions.of(integration);
  const { recipe } = collection(name);
  if (recipe.model === null) return;
  const rows = source.rows(name);
  const changed = Object.values(integration.synced[name] ?? {}).flatMap(({ record }) => record ?? []);
  if (rows.length === 0 && changed.length === 0) return;
  change.reportModel(integration.id, recipe.model);
  for (const [key, model] of joinsOf(recipe)) {
    if (model === undefined) continue;
    const hasLinks =
      rows.some((row) => (row.links?.[key]?.length ?? 0) > 0) ||
      changed.some((record) => Array.isArray(record[key]) && record[key].length > 0);
    if (hasLinks) change.reportModel(integration.id, model);
  }
}
