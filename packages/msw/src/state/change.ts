import type { Chaos } from "../webhooks/webhook-state.ts";
import type { CollectionView } from "./collection-view.ts";
import type {
  IntegrationState,
  PendingChange,
  Root,
  ScheduledWork,
  WebhookData,
  WebhookType,
} from "./root.ts";

/** When reads see a change: at once, or when a sync brings it. */
export type Visibility = "now" | "after-sync";

/** Where a record is. */
export interface RecordAddress {
  readonly integrationId: string;
  readonly collection: string;
  readonly id: string;
}

/** How a change of a record is seen. */
export interface Manner {
  readonly visible?: Visibility;
  /** From when on a sync brings what waits for one, in milliseconds; from now on unless told. */
  readonly due?: number | undefined;
  /** What a record's `changed_at` is to say; the time of the change unless told. Nothing for what waits for a sync. */
  readonly changedAt?: string | undefined;
}

/** What an environment gives ids to, beside records. */
export type IdKind = "link" | "activation" | "integration" | "sync" | "fault" | "stub";

/** The one way to change an environment: everything is done to a successor of the root, which is installed whole. */
export interface Change {
  /** The successor as it is so far. */
  readonly root: Root;
  readonly now: number;
  view(integrationId: string, collection: string): CollectionView;
  /** An id that the environment has not given yet; the same in each run. */
  newId(kind: IdKind): string;
  /** Replaces parts of the root that hold no records. */
  set(parts: Partial<Omit<Root, "integrations" | "aiApply" | "counter" | "environment">>): void;
  /** Lets something happen at an instant. */
  schedule(work: ScheduledWork): void;
  /** Announces something to whoever listens to webhooks. */
  emit<Type extends WebhookType>(
    type: Type,
    integrationId: string | null,
    data: WebhookData<Type>,
    chaos?: Chaos,
  ): void;
  putIntegration(integration: IntegrationState): void;
  patchIntegration(id: string, parts: Partial<IntegrationState>): void;
  removeIntegration(id: string): void;
  /** An id that the tool gives to its next record in a collection. */
  newRemoteId(integrationId: string, collection: string): string;
  /** Adds a record under its id in the tool, numbered after all others; its id follows from that. */
  insert(
    at: Omit<RecordAddress, "id"> & { readonly remoteId: string } & Manner,
    values: Readonly<Record<string, unknown>>,
  ): string;
  patch(at: RecordAddress & Manner, values: Readonly<Record<string, unknown>>): void;
  /** Marks a record as deleted in the tool, as a sync would. */
  markDeleted(at: RecordAddress & Pick<Manner, "visible" | "due">): void;
  /** Takes the row away, as if it had never been there. */
  purge(at: RecordAddress): void;
  /** Brings pending changes to what reads serve, all that are due and that the filter takes. */
  bringPending(integrationId: string, takes: (change: PendingChange, model: string | null) => boolean): void;
  /** Says that records of a model changed which are not stored one by one. */
  reportModel(integrationId: string, model: string): void;
}

/** A successor of a root, and what became different. */
export interface Commit<Result> {
  readonly root: Root;
  readonly result: Result;
  /** Models with changed records, by integration: what a `data-changed` webhook tells. */
  readonly changedModels: ReadonlyMap<string, ReadonlySet<string>>;
}
