import { base58Id, recordId } from "@kombo-mock/factories";
import type { StoredRecord } from "@kombo-mock/factories/worlds";
import { isoString, nowOf } from "./clock.ts";
import { type CollectionView, viewCollection } from "./collection-view.ts";
import type { Partitions } from "./partition.ts";
import type { ChangedRecord, IntegrationState, PendingChange, Root } from "./root.ts";

/** When reads see a change: at once, or when a sync brings it. */
export type Visibility = "now" | "after-sync";

/** Where a record is. */
export interface RecordAddress {
  readonly integrationId: string;
  readonly collection: string;
  readonly id: string;
}

/** The one way to change an environment: everything is done to a successor of the root, which is installed whole. */
export interface Change {
  /** The successor as it is so far. */
  readonly root: Root;
  readonly now: number;
  view(integrationId: string, collection: string): CollectionView;
  /** An id that the environment has not given yet; the same in each run. */
  newId(kind: "link" | "activation" | "integration" | "sync"): string;
  /** Replaces parts of the root that hold no records. */
  set(parts: Partial<Omit<Root, "integrations" | "counter" | "environment">>): void;
  putIntegration(integration: IntegrationState): void;
  patchIntegration(id: string, parts: Partial<IntegrationState>): void;
  removeIntegration(id: string): void;
  /** Adds a record under its id in the tool, numbered after all others; its id follows from that. */
  insert(
    at: Omit<RecordAddress, "id"> & { readonly remoteId: string; readonly visible?: Visibility },
    values: Readonly<Record<string, unknown>>,
  ): string;
  patch(
    at: RecordAddress & { readonly visible?: Visibility },
    values: Readonly<Record<string, unknown>>,
  ): void;
  /** Marks a record as deleted in the tool, as a sync would. */
  markDeleted(at: RecordAddress & { readonly visible?: Visibility }): void;
  /** Takes the row away, as if it had never been there. */
  purge(at: RecordAddress): void;
  /** Brings pending changes to what reads serve, all that are due and that the filter takes. */
  bringPending(integrationId: string, takes: (change: PendingChange, model: string | null) => boolean): void;
}

/** A successor of a root, and what became different. */
export interface Commit<Result> {
  readonly root: Root;
  readonly result: Result;
  /** Models with changed records, by integration: what a `data-changed` webhook tells. */
  readonly changedModels: ReadonlyMap<string, ReadonlySet<string>>;
}

/**
 * Computes the successor of a root. It alone stamps `changed_at`, numbers new records and reports changed models.
 * When the change throws, nothing has happened.
 */
export function commit<Result>(
  before: Root,
  partitions: Partitions,
  change: (change: Change) => Result,
): Commit<Result> {
  let root = before;
  const now = nowOf(before);
  const changedModels = new Map<string, Set<string>>();

  const integrationOf = (id: string): IntegrationState => {
    const found = root.integrations[id];
    if (!found) throw new Error(`There is no integration "${id}".`);
    return found;
  };
  const recipeOf = (integrationId: string, collection: string) =>
    partitions.of(integrationOf(integrationId)).collection(collection).recipe;
  const patchIntegration = (id: string, parts: Partial<IntegrationState>) => {
    const integrations = { ...root.integrations, [id]: { ...integrationOf(id), ...parts } };
    root = { ...root, integrations };
  };

  const store = (integrationId: string, collection: string, id: string, changed: ChangedRecord) => {
    const { synced } = integrationOf(integrationId);
    patchIntegration(integrationId, {
      synced: { ...synced, [collection]: { ...synced[collection], [id]: changed } },
    });
    const { model } = recipeOf(integrationId, collection);
    if (model === null) return;
    changedModels.set(integrationId, (changedModels.get(integrationId) ?? new Set()).add(model));
  };
  const stamp = (integrationId: string, collection: string, values: Readonly<Record<string, unknown>>) =>
    recipeOf(integrationId, collection).model === null ? values : { ...values, changed_at: isoString(now) };
  const numberOf = ({ integrationId, collection, id }: RecordAddress): number => {
    const integration = integrationOf(integrationId);
    const known =
      integration.synced[collection]?.[id]?.number ??
      partitions.of(integration).collection(collection).numberOf(id);
    if (known === undefined) throw new Error(`"${collection}" has no record "${id}".`);
    return known;
  };
  const wait = (
    at: RecordAddress,
    kind: PendingChange["kind"],
    values: Readonly<Record<string, unknown>>,
  ) => {
    const { pending } = integrationOf(at.integrationId);
    const change = { kind, collection: at.collection, id: at.id, values, due: now };
    patchIntegration(at.integrationId, { pending: [...pending, change] });
  };
  const view = (integrationId: string, collection: string) =>
    viewCollection(integrationOf(integrationId), collection, partitions);

  const applyInsert = (at: RecordAddress, values: Readonly<Record<string, unknown>>) => {
    const integration = integrationOf(at.integrationId);
    const count = integration.created[at.collection] ?? 0;
    const number = partitions.of(integration).collection(at.collection).size + count;
    patchIntegration(at.integrationId, { created: { ...integration.created, [at.collection]: count + 1 } });
    const record: StoredRecord = { ...stamp(at.integrationId, at.collection, values), id: at.id };
    store(at.integrationId, at.collection, at.id, { number, record });
  };
  const applyPatch = (at: RecordAddress, values: Readonly<Record<string, unknown>>) => {
    const record = view(at.integrationId, at.collection).get(at.id);
    if (!record) throw new Error(`"${at.collection}" has no record "${at.id}".`);
    const differs = Object.entries(values).some(([key, value]) => record[key] !== value);
    if (!differs) return;
    const next: StoredRecord = { ...record, ...stamp(at.integrationId, at.collection, values), id: at.id };
    store(at.integrationId, at.collection, at.id, { number: numberOf(at), record: next });
  };
  const applyDelete = (at: RecordAddress) => applyPatch(at, { remote_deleted_at: isoString(now) });

  const tools: Change = {
    get root() {
      return root;
    },
    now,
    view,
    newId(kind) {
      root = { ...root, counter: root.counter + 1 };
      return base58Id(`${root.environment}\n${kind}\n${root.counter}`);
    },
    set(parts) {
      root = { ...root, ...parts };
    },
    putIntegration(integration) {
      root = { ...root, integrations: { ...root.integrations, [integration.id]: integration } };
    },
    patchIntegration,
    removeIntegration(id) {
      const { [id]: removed, ...integrations } = root.integrations;
      if (removed)
        root = { ...root, integrations, queue: root.queue.filter((task) => task.integrationId !== id) };
    },
    insert({ integrationId, collection, remoteId, visible = "now" }, values) {
      const id = recordId(integrationId, remoteId);
      const at = { integrationId, collection, id };
      if (visible === "now") applyInsert(at, values);
      else wait(at, "insert", values);
      return id;
    },
    patch(at, values) {
      if (at.visible === "after-sync") wait(at, "patch", values);
      else applyPatch(at, values);
    },
    markDeleted(at) {
      if (at.visible === "after-sync") wait(at, "delete", {});
      else applyDelete(at);
    },
    purge(at) {
      store(at.integrationId, at.collection, at.id, { number: numberOf(at), record: null });
    },
    bringPending(integrationId, takes) {
      const { pending } = integrationOf(integrationId);
      const brought = pending.filter(
        (one) => one.due <= now && takes(one, recipeOf(integrationId, one.collection).model),
      );
      patchIntegration(integrationId, { pending: pending.filter((one) => !brought.includes(one)) });
      for (const { kind, collection, id, values } of brought) {
        const at = { integrationId, collection, id };
        if (kind === "insert") applyInsert(at, values);
        else if (!view(integrationId, collection).get(id)) continue;
        else if (kind === "patch") applyPatch(at, values);
        else applyDelete(at);
      }
    },
  };

  const result = change(tools);
  return { root, result, changedModels };
}
