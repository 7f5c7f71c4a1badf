import { base58Id, recordId } from "@kombo-mock/factories";
import { deepFreeze, type PartitionCollection, type StoredRecord } from "@kombo-mock/factories/worlds";
import { withEvent } from "../webhooks/add-event.ts";
import type { Chaos } from "../webhooks/webhook-state.ts";
import type { Change, Commit, IdKind, Manner, RecordAddress } from "./change.ts";
import { isoString, nowOf } from "./clock.ts";
import { type CollectionView, viewCollection } from "./collection-view.ts";
import { isSame, joinsOf } from "./differences.ts";
import { own } from "./own.ts";
import type { Partitions } from "./partition.ts";
import { partitionState } from "./partition-state.ts";
import { isDeleted } from "./presence.ts";
import { relationStamps } from "./relation-stamps.ts";
import type {
  ChangedRecord,
  IntegrationState,
  PendingChange,
  Root,
  ScheduledWork,
  WebhookData,
  WebhookEvent,
  WebhookType,
} from "./root.ts";

/**
 * Computes the successor of a root. It alone stamps `changed_at`, numbers new records and reports changed models.
 * When the change throws, nothing has happened.
 */
export function commit<Result>(
  before: Root,
  partitions: Partitions,
  change: (change: Change) => Result,
): Commit<Result> {
  const successor = new Successor(before, partitions);
  const result = change(successor);
  return { root: successor.root, result, changedModels: successor.changedModels };
}

/** How long a deleted record keeps its values, in milliseconds. */
export const retention = 14 * 86_400_000;

/** Beyond all ids of the worlds' own records. */
const firstCreated = 500_001;

type Values = Readonly<Record<string, unknown>>;

class Successor implements Change {
  readonly now: number;
  readonly changedModels = new Map<string, Set<string>>();
  readonly #partitions: Partitions;
  /** Changes that were made here and that nobody has looked at since: more is put into them, instead of into a copy. */
  readonly #unseen = new Set<object>();
  #root: Root;

  constructor(before: Root, partitions: Partitions) {
    this.#root = before;
    this.#partitions = partitions;
    this.now = nowOf(before);
  }

  get root(): Root {
    this.#unseen.clear();
    return this.#root;
  }

  view(integrationId: string, collection: string): CollectionView {
    this.#unseen.clear();
    return viewCollection(this.#integration(integrationId), collection, this.#partitions);
  }

  newId(kind: IdKind): string {
    this.#root = { ...this.#root, counter: this.#root.counter + 1 };
    return base58Id(`${this.#root.environment}\n${kind}\n${this.#root.counter}`);
  }

  newRemoteId(integrationId: string, collection: string): string {
    const { created, pending } = this.#integration(integrationId);
    // What waits for a sync has its id already.
    const waiting = pending.filter((one) => one.kind === "insert" && one.collection === collection).length;
    const view = this.view(integrationId, collection);
    let number = firstCreated + (created[collection] ?? 0) + waiting;
    // An id that was given to a record on purpose may lie ahead.
    while (view.numberOf(recordId(integrationId, String(number))) !== undefined) number++;
    return String(number);
  }

  set(parts: Partial<Omit<Root, "integrations" | "aiApply" | "counter" | "environment">>): void {
    this.#root = { ...this.#root, ...parts };
  }

  schedule(work: ScheduledWork): void {
    this.#root = { ...this.#root, queue: [...this.#root.queue, work] };
  }

  emit<Type extends WebhookType>(
    type: Type,
    integrationId: string | null,
    data: WebhookData<Type>,
    chaos?: Chaos,
  ): void {
    // The bridge over the union of events: type and data are one pair by the signature.
    const event = { type, at: this.now, integrationId, data } as unknown as WebhookEvent;
    this.#root = withEvent(this.#root, event, chaos);
  }

  putIntegration(integration: IntegrationState): void {
    if (integration.id === this.#root.aiApply.id) {
      this.#root = { ...this.#root, aiApply: integration };
      return;
    }
    const integrations = { ...this.#root.integrations, [integration.id]: integration };
    this.#root = { ...this.#root, integrations };
  }

  patchIntegration(id: string, parts: Partial<IntegrationState>): void {
    this.putIntegration({ ...this.#integration(id), ...parts });
  }

  removeIntegration(id: string): void {
    const { [id]: removed, ...integrations } = this.#root.integrations;
    if (!removed) return;
    const queue = this.#root.queue.filter((task) => task.integrationId !== id);
    const { [id]: _, ...throttles } = this.#root.webhooks.throttles;
    this.#root = { ...this.#root, integrations, queue, webhooks: { ...this.#root.webhooks, throttles } };
  }

  insert(
    { integrationId, collection, remoteId, visible, changedAt, due }: Parameters<Change["insert"]>[0],
    values: Values,
  ): string {
    const at = { integrationId, collection, id: recordId(integrationId, remoteId), changedAt, due };
    if (visible === "after-sync") this.#wait(at, "insert", values);
    else this.#insert(at, values);
    return at.id;
  }

  patch(at: RecordAddress & Manner, values: Values): void {
    if (at.visible === "after-sync") this.#wait(at, "patch", values);
    else this.#patch(at, values);
  }

  markDeleted(at: Parameters<Change["markDeleted"]>[0]): void {
    if (at.visible === "after-sync") this.#wait(at, "delete", {});
    else this.#markDeleted(at);
  }

  purge(at: RecordAddress): void {
    this.#store(at, { number: this.#numberOf(at), record: null });
  }

  bringPending(integrationId: string, takes: (change: PendingChange, model: string | null) => boolean): void {
    const { pending } = this.#integration(integrationId);
    if (pending.length === 0) return;
    const brought = pending.filter(
      (one) => one.due <= this.now && takes(one, this.#base(integrationId, one.collection).recipe.model),
    );
    this.patchIntegration(integrationId, { pending: pending.filter((one) => !brought.includes(one)) });
    for (const { kind, collection, id, values } of brought) {
      const at = { integrationId, collection, id };
      if (kind === "insert") this.#insert(at, values);
      else if (!this.view(integrationId, collection).get(id)) continue;
      else if (kind === "patch") this.#patch(at, values);
      else this.#markDeleted(at);
    }
  }

  reportModel(integrationId: string, model: string): void {
    this.changedModels.set(integrationId, (this.changedModels.get(integrationId) ?? new Set()).add(model));
  }

  #integration(id: string): IntegrationState {
    const found = partitionState(this.#root, id);
    if (!found) throw new Error(`There is no integration "${id}".`);
    return found;
  }

  #base(integrationId: string, collection: string): PartitionCollection {
    return this.#partitions.of(this.#integration(integrationId)).collection(collection);
  }

  #insert(at: RecordAddress & Manner, values: Values): void {
    const number = this.#newNumber(at);
    const joins = [...this.#joins(at).keys()].filter(
      (key) => Array.isArray(values[key]) && values[key].length > 0,
    );
    const record = { ...this.#stamped(at, values), id: at.id };
    this.#store(at, { number, record }, ["id", ...joins]);
  }

  /** What was taken away comes back to its place; everything else follows after all others. */
  #newNumber({ integrationId, collection, id }: RecordAddress): number {
    const { created, synced } = this.#integration(integrationId);
    const purged = own(synced[collection] ?? {}, id);
    if (purged?.record === null) return purged.number;
    const count = created[collection] ?? 0;
    this.patchIntegration(integrationId, { created: { ...created, [collection]: count + 1 } });
    return this.#base(integrationId, collection).size + count;
  }

  /** A patch that changes nothing leaves `changed_at` as it was. */
  #patch(at: RecordAddress & Manner, values: Values): void {
    const record = this.view(at.integrationId, at.collection).get(at.id);
    if (!record) throw new Error(`"${at.collection}" has no record "${at.id}".`);
    const changed = Object.keys(values).filter((key) => !isSame(record[key], values[key]));
    if (changed.length === 0) return;
    const next = changed.every((key) => this.#joins(at).has(key))
      ? this.#withLinks(at, record, values, changed)
      : { ...this.#withLinks(at, record, values, changed), ...this.#stamped(at, values) };
    this.#store(at, { number: this.#numberOf(at), record: { ...next, id: at.id } }, changed);
  }

  /** Links are no values of a record: when one is made or cut, that is stamped beside `changed_at`. */
  #withLinks(
    at: RecordAddress,
    record: StoredRecord,
    values: Values,
    changed: readonly string[],
  ): StoredRecord {
    const { references } = this.#base(at.integrationId, at.collection).recipe;
    const joins = this.#joins(at);
    const links = changed.filter((key) => joins.has(key));
    const keys = changed.filter((key) => Object.hasOwn(references, key));
    const stamps = relationStamps(record, { links, keys }, isoString(this.now));
    return { ...record, ...values, ...stamps, id: at.id };
  }

  /** The keys under which a collection's records keep links, with the join's model. */
  #joins({ integrationId, collection }: Omit<RecordAddress, "id">): ReadonlyMap<string, string | undefined> {
    return joinsOf(this.#base(integrationId, collection).recipe);
  }

  /** What is deleted already stays as it was. */
  #markDeleted(at: RecordAddress): void {
    const record = this.view(at.integrationId, at.collection).get(at.id);
    if (!isDeleted(record?.["remote_deleted_at"]))
      this.#patch(at, { remote_deleted_at: isoString(this.now) });
  }

  #wait(at: RecordAddress & Manner, kind: PendingChange["kind"], values: Values): void {
    const { integrationId, collection, id, due = this.now } = at;
    const { pending } = this.#integration(integrationId);
    this.patchIntegration(integrationId, {
      pending: [...pending, { kind, collection, id, values, due }],
    });
  }

  #store(
    { integrationId, collection, id }: RecordAddress,
    changed: ChangedRecord,
    keys: readonly string[] = ["id"],
  ): void {
    const { synced } = this.#integration(integrationId);
    const before = synced[collection];
    const changes = before && this.#unseen.has(before) ? before : { ...before };
    this.#unseen.add(changes);
    (changes as Record<string, ChangedRecord>)[id] = deepFreeze(changed);
    this.patchIntegration(integrationId, { synced: { ...synced, [collection]: changes } });
    if (isDeleted(changed.record?.["remote_deleted_at"])) this.#eraseLater(integrationId);
    const { recipe } = this.#base(integrationId, collection);
    const joins = joinsOf(recipe);
    for (const key of keys) {
      const model = joins.has(key) ? joins.get(key) : recipe.model;
      if (model) this.reportModel(integrationId, model);
    }
  }

  /** One piece of work looks after all deleted records of an integration. */
  #eraseLater(integrationId: string): void {
    const isScheduled = this.#root.queue.some(
      (work) => work.kind === "erase-deleted" && work.integrationId === integrationId,
    );
    if (!isScheduled) this.schedule({ kind: "erase-deleted", due: this.now + retention, integrationId });
  }

  #stamped(
    { integrationId, collection, changedAt = isoString(this.now) }: RecordAddress & Manner,
    values: Values,
  ): Values {
    const { model } = this.#base(integrationId, collection).recipe;
    return model === null ? values : { ...values, changed_at: changedAt };
  }

  #numberOf({ integrationId, collection, id }: RecordAddress): number {
    const changes = this.#integration(integrationId).synced[collection] ?? {};
    const number = own(changes, id)?.number ?? this.#base(integrationId, collection).numberOf(id);
    if (number === undefined) throw new Error(`"${collection}" has no record "${id}".`);
    return number;
  }
}
