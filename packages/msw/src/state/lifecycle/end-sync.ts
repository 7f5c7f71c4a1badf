import { choicesAt, readModels } from "@kombo-mock/factories";
import { choiceOf } from "../../request/assumptions.ts";
import type { Machinery } from "../../request/machinery.ts";
import { bringScripted } from "../../script/bring-scripted.ts";
import type { Change } from "../change.ts";
import { own } from "../own.ts";
import type { IntegrationState, ScheduledSyncEnd, SyncType } from "../root.ts";
import { isSetUp } from "./announce.ts";
import { reportAll } from "./report-models.ts";
import { applyScopeChanges } from "./scope-changes.ts";
import type { SyncEnd } from "./sync-ends.ts";
import { closeSync, startOf } from "./syncs.ts";

/** What a sync works with. */
export type SyncTools = Pick<Machinery, "partitions" | "seed" | "assume" | "lifecycle">;

/** How a sync is to end. */
export interface EndOfSync {
  readonly type: SyncType;
  readonly state: SyncEnd;
  /** The models that a partial failure leaves as they were; chosen when left out. */
  readonly failedModels?: readonly string[] | undefined;
  /** Whether the first synced data passes its checks; it does unless told. */
  readonly qa?: "PASSED" | "FAILED" | undefined;
  /** Whether it brings what the world's script has happen in the tool. */
  readonly scripted: boolean;
  /** When it began, of one that was never under way; now unless told. */
  readonly startedAt?: number;
  /** Whether nobody asked for it. */
  readonly isRegular?: boolean;
}

/**
 * Ends the sync under way, or one that never was. A FULL one brings everything that the tool has, a DELTA all but
 * deletions; a partial failure leaves some models as they were. Only success makes expired data valid and completes a
 * setup.
 */
export function endSync(
  change: Change,
  integrationId: string,
  end: EndOfSync,
  machinery: SyncTools,
): { readonly id: string } {
  const before = existing(change, integrationId);
  const { sync } = before;
  const id = sync?.id ?? change.newId("sync");
  const startedAt = sync ? startOf(sync, change.now) : (end.startedAt ?? change.now);
  const { state, isRegular = false } = end;
  closeSync(change, before, { id, state, startedAt, isRegular, seed: machinery.seed });
  // Until the customer has gone through the steps of the setup, nothing is stored.
  if (before.values.setup_status !== "INCOMPLETE") effects[end.state]?.({ change, before, end, machinery });
  return { id };
}

interface Ending {
  readonly change: Change;
  readonly before: IntegrationState;
  readonly end: EndOfSync;
  readonly machinery: SyncTools;
}

/** What each end does beyond being announced; what was cancelled, failed or ran out of time leaves everything as it was. */
const effects: { readonly [One in SyncEnd]?: (ending: Ending) => void } = {
  SUCCEEDED({ change, before, end, machinery }) {
    const { id } = before;
    bring(change, before, { type: end.type, failed: new Set() });
    applyScopeChanges(change, existing(change, id), machinery);
    settle(change, existing(change, id), end.qa);
    const after = existing(change, id);
    if (!isSetUp(before) && isSetUp(after)) reportAll(change, after, machinery.partitions);
    // The first sync brings the world as it is; what happens in the tool comes with those after it.
    // The script is about the world's records, which an integration with others does not have.
    else if (end.scripted && after.data === null) bringScripted(change, after, { type: end.type, machinery });
  },
  PARTIALLY_FAILED({ change, before, end, machinery }) {
    const failed = end.failedModels ?? [chooseFailedModel(change, before, machinery)];
    bring(change, before, { type: end.type, failed: new Set(failed) });
    if (before.failingSince !== null) change.patchIntegration(before.id, { failingSince: null });
  },
  AUTHENTICATION_FAILED({ change, before, machinery }) {
    const { failingSince, values } = existing(change, before.id);
    const since = failingSince ?? change.now;
    const days = choiceOf(machinery.assume, "days-until-invalid");
    const isInvalid = (values.status ?? "ACTIVE") === "ACTIVE" && change.now - since >= days * 86_400_000;
    change.patchIntegration(before.id, {
      failingSince: since,
      ...(isInvalid ? { values: { ...values, status: "INVALID" as const } } : {}),
    });
  },
};

/** What a successful sync makes of the state. Most change nothing of it, and then the integration stays the same object. */
function settle(change: Change, integration: IntegrationState, qa: EndOfSync["qa"]): void {
  const { id, values, qaStatus, failingSince, syncsEnd } = integration;
  const isFinal = values.setup_status === "FINAL_SYNC_PENDING";
  const checked = qa ?? (qaStatus === "PENDING" ? "PASSED" : qaStatus);
  const isExpired = (values.data_expired_at ?? null) !== null;
  const isGood = failingSince === null && syncsEnd === null;
  if (!isFinal && !isExpired && checked === qaStatus && isGood) return;
  change.patchIntegration(id, {
    failingSince: null,
    syncsEnd: null,
    values: {
      ...values,
      ...(isExpired ? { data_expired_at: null } : {}),
      ...(isFinal ? { setup_status: "COMPLETED" as const } : {}),
    },
    qaStatus: checked,
  });
}

function bring(
  change: Change,
  { id }: IntegrationState,
  { type, failed }: { readonly type: SyncType; readonly failed: ReadonlySet<string> },
): void {
  change.bringPending(id, ({ kind }, model) => {
    if (type === "DELTA" && kind === "delete") return false;
    return model === null || !failed.has(model);
  });
}

/** One of the models that the sync would have changed, or else of those that the category has. */
function chooseFailedModel(
  change: Change,
  { id, inputs, pending }: IntegrationState,
  { partitions: { recipes }, seed }: SyncTools,
): string {
  const waiting = pending
    .filter(({ due }) => due <= change.now)
    .flatMap(({ collection }) => recipes.get(collection)?.model ?? []);
  const options = waiting.length > 0 ? waiting : readModels[inputs.category].map((model): string => model.id);
  const path = `failed model ${change.root.counter}`;
  return choicesAt(seed, id, path).pick([...new Set(options)].sort());
}

/** A sync that ends by itself succeeds, as long as the tool takes the stored credentials. */
export function endScheduledSync(change: Change, task: ScheduledSyncEnd, machinery: SyncTools): void {
  const integration = own(change.root.integrations, task.integrationId);
  if (integration?.sync?.id !== task.syncId) return;
  endSync(change, task.integrationId, usualEnd(integration, integration.sync.type, machinery), machinery);
}

/** How a sync ends when nobody says it. */
export function usualEnd(
  { values, failingSince, syncsEnd }: IntegrationState,
  type: SyncType,
  { lifecycle }: SyncTools,
): EndOfSync {
  const isRejected = values.status === "INVALID" || failingSince !== null;
  return {
    type,
    state: isRejected ? "AUTHENTICATION_FAILED" : (syncsEnd ?? "SUCCEEDED"),
    scripted: lifecycle.remoteChanges === "scripted" && syncsEnd === null,
  };
}

function existing({ root }: Change, id: string): IntegrationState {
  const found = own(root.integrations, id);
  if (!found) throw new Error(`There is no integration "${id}".`);
  return found;
}
