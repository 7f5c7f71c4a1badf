import type { CollectionRecipe, StoredRecord } from "@kombo-mock/factories/worlds";
import { emptyOf, fieldsOf } from "../../request/join.ts";
import type { Change } from "../change.ts";
import { retention } from "../commit.ts";
import { isSame } from "../differences.ts";
import { own } from "../own.ts";
import { isDeleted } from "../presence.ts";
import { isRequiredKey } from "../required-key.ts";
import type { IntegrationState, ScheduledErasing } from "../root.ts";

type Values = Readonly<Record<string, unknown>>;

/** Erases the values of an integration's deleted records, of all whose time has come; ids and stamps stay. */
export function eraseDeleted(
  change: Change,
  { integrationId }: Pick<ScheduledErasing, "integrationId">,
  {
    partitions: { recipes },
  }: { readonly partitions: { readonly recipes: ReadonlyMap<string, CollectionRecipe> } },
): void {
  const integration = own(change.root.integrations, integrationId);
  if (!integration) return;
  let next = Number.POSITIVE_INFINITY;
  for (const { record, recipe } of deletedRecords(integration, recipes)) {
    const due = eraseAt(record);
    if (due > change.now) next = Math.min(next, due);
    else
      change.patch({ integrationId, collection: recipe.name, id: record.id }, erasedValues(record, recipe));
  }
  const queue = change.root.queue.filter(
    (work) => work.kind !== "erase-deleted" || work.integrationId !== integrationId,
  );
  change.set({ queue });
  if (Number.isFinite(next)) change.schedule({ kind: "erase-deleted", due: next, integrationId });
}

/** When the first of an integration's deleted records loses its values; undefined where none is waiting for it. */
export function nextErasing(
  integration: IntegrationState,
  recipes: ReadonlyMap<string, CollectionRecipe>,
): number | undefined {
  const dues = [...deletedRecords(integration, recipes)].map(({ record }) => eraseAt(record));
  return dues.length > 0 ? dues.reduce((one, other) => Math.min(one, other)) : undefined;
}

/** Records that were deleted here and still have values. The world's own deletions are as old as the world. */
function* deletedRecords(
  { synced }: IntegrationState,
  recipes: ReadonlyMap<string, CollectionRecipe>,
): Iterable<{ readonly record: StoredRecord; readonly recipe: CollectionRecipe }> {
  for (const [name, changes] of Object.entries(synced)) {
    const recipe = recipes.get(name);
    if (!recipe) continue;
    for (const { record } of Object.values(changes)) {
      if (!record || !isDeleted(record["remote_deleted_at"])) continue;
      const erased = Object.entries(erasedValues(record, recipe));
      if (erased.some(([field, value]) => !isSame(record[field] ?? null, value))) yield { record, recipe };
    }
  }
}

/** The retention begins when the deletion was seen, which may be later than the tool says that it was. */
function eraseAt({ remote_deleted_at, changed_at }: StoredRecord): number {
  const stamps = [remote_deleted_at, changed_at].map((stamp) => Date.parse(String(stamp)));
  return Math.max(...stamps.filter((stamp) => !Number.isNaN(stamp))) + retention;
}

const kept = new Set(["remote_deleted_at", "changed_at"]);

/** What an erased record has in place of its values: null wherever it may be, and no text that tells anything. */
function erasedValues(record: StoredRecord, recipe: CollectionRecipe): Values {
  const fields = fieldsOf(recipe.entity);
  const erased: Record<string, unknown> = { bare: true };
  for (const field of recipe.fields) {
    const entry = fields[field] ?? { nullable: true };
    // What is no text tells nothing about anybody.
    if (!kept.has(field)) erased[field] = emptyOf(entry, entry.is === "string" ? "" : record[field]);
  }
  for (const key of Object.keys(recipe.references)) {
    if (!isRequiredKey(key, recipe)) erased[key] = null;
  }
  for (const relation of Object.values(recipe.relations)) {
    if (relation.kind === "links") erased[relation.key] = [];
  }
  return erased;
}
