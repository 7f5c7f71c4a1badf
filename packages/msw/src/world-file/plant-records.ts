import { recordWithId } from "../control/record-search.ts";
import type { SeedTools } from "../control/seed-known.ts";
import { SeedPlan } from "../control/seed-plan.ts";
import { carryOut } from "../control/seed-records.ts";
import type { JoinSource } from "../request/join.ts";
import type { Visibility } from "../state/change.ts";
import { viewCollection } from "../state/collection-view.ts";
import type { ChangedRecord } from "../state/root.ts";
import { readPending } from "./read-pending.ts";
import { integrationOf, type RecordTools, readRecords, type Unplanned } from "./read-records.ts";
import type { Reference } from "./read-values.ts";
import { planSeed } from "./seed-faults.ts";

/**
 * Brings the records of an integration into the state that a file tells: first those with an id, then what is seeded,
 * which may lead to them. Nothing is stamped but what is new: the file says how things are, not that they change.
 */
export function plant(
  { records, pending }: { readonly records?: unknown; readonly pending?: unknown },
  location: string,
  tools: RecordTools,
): void {
  const { faults } = tools;
  const before = faults.count;
  const here = records === undefined ? nothing : readRecords(records, `${location}.records`, tools);
  const waiting = pending === undefined ? nothing : readPending(pending, `${location}.pending`, tools);
  const plan = planAll(here, tools);
  for (const reference of [...here.references, ...waiting.references]) checkReference(reference, plan, tools);
  // What is planned beside faults would be made from records that are not there.
  if (faults.count > before) {
    planAll({ ...nothing, seeds: waiting.seeds }, tools, plan);
    return;
  }
  grow(plan, "now", tools);
  const later = planAll({ ...nothing, seeds: waiting.seeds }, tools);
  if (faults.count === before) grow(later, "after-sync", tools);
}

const nothing: Unplanned = { seeds: [], related: [], references: [] };

function planAll(
  { related, seeds }: Unplanned,
  tools: RecordTools,
  plan = new SeedPlan(seedTools(tools)),
): SeedPlan {
  const { faults, machinery } = tools;
  const integration = integrationOf(tools);
  const source: JoinSource = {
    ...{ integration, seed: machinery.seed },
    view: (name) => viewCollection(integration, name, machinery.partitions),
  };
  for (const { collection, id, given, location } of related) {
    const record = recordWithId(collection, id, source);
    planSeed(given, { collection, location, faults }, plan, (seed) =>
      plan.change(collection, record, seed, location),
    );
  }
  for (const { collection, given, location } of seeds) {
    planSeed(given, { collection, location, faults }, plan, (seed) => {
      plan.create(collection, seed, { location });
    });
  }
  return plan;
}

/** Carries out a plan; records that were there are changed as they are, without being stamped. */
function grow(plan: SeedPlan, visible: Visibility, tools: RecordTools): void {
  const { change, integrationId, machinery } = tools;
  const patches = visible === "now" ? plan.patches.splice(0) : [];
  carryOut(plan, seedTools(tools), { visible });
  for (const { collection, id, values } of patches) {
    const integration = integrationOf(tools);
    const view = viewCollection(integration, collection, machinery.partitions);
    const [number, record] = [view.numberOf(id), view.get(id)];
    if (number === undefined || !record) throw new Error(`"${collection}" lost its record "${id}".`);
    const changed: ChangedRecord = { number, record: { ...record, ...values, id } };
    const { synced } = integration;
    change.patchIntegration(integrationId, {
      synced: { ...synced, [collection]: { ...synced[collection], [id]: changed } },
    });
  }
}

/** Foreign keys lead to records that are there, were there, or are going to be. */
function checkReference(
  { collection, id, location }: Reference,
  plan: SeedPlan,
  { change, machinery, faults, integrationId }: RecordTools,
): void {
  if (!machinery.partitions.recipes.has(collection)) return;
  if (change.view(integrationId, collection).numberOf(id) !== undefined) return;
  faults.attempt(() => void plan.existing(collection, id, location));
}

function seedTools({ change, machinery, integrationId, ...rest }: RecordTools): SeedTools {
  const { partitions } = machinery;
  const partition = partitions.of(integrationOf({ change, machinery, integrationId, ...rest }));
  return { change, integrationId, partition, recipes: partitions.recipes };
}
