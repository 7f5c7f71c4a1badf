import type { Change } from "../change.ts";
import { isoString } from "../clock.ts";
import { own } from "../own.ts";
import type { IntegrationState, ScheduledWork, SyncType, SyncUnderWay } from "../root.ts";
import { endUserOf } from "./announce.ts";
import type { SyncEnd } from "./sync-ends.ts";

/** Queues a sync, which runs and ends by itself. There is one at a time: answers the one under way. */
export function startSync(
  change: Change,
  integrationId: string,
  { type, seconds }: { readonly type: SyncType; readonly seconds: number },
): SyncUnderWay {
  const underWay = own(change.root.integrations, integrationId)?.sync;
  if (underWay) return underWay;
  const milliseconds = seconds * 1_000;
  // A third of the time it waits in the queue, so that both states can be seen.
  const sync = {
    id: change.newId("sync"),
    type,
    startsAt: change.now + Math.floor(milliseconds / 3),
  };
  change.patchIntegration(integrationId, { sync });
  change.schedule({ kind: "end-sync", due: change.now + milliseconds, integrationId, syncId: sync.id });
  return sync;
}

/** Queues a FULL sync that waits until somebody ends it. */
export function queueSync(change: Change, integrationId: string): SyncUnderWay {
  const underWay = own(change.root.integrations, integrationId)?.sync;
  if (underWay) return underWay;
  const sync: SyncUnderWay = { id: change.newId("sync"), type: "FULL", startsAt: null };
  change.patchIntegration(integrationId, { sync });
  return sync;
}

/** A sync that is over. */
export interface EndedSync {
  readonly id: string;
  readonly state: SyncEnd;
  readonly startedAt: number;
  /** Whether nobody asked for it. */
  readonly isRegular?: boolean;
}

/**
 * Takes the sync under way off the queue and announces how one ended. The event is deprecated, and regular syncs are
 * many: theirs is for those only who name it.
 */
export function closeSync(
  change: Change,
  integration: IntegrationState,
  { id, state, startedAt, isRegular = false, seed }: EndedSync & { readonly seed: number },
): void {
  if (integration.sync) {
    const isOver = (work: ScheduledWork) => work.kind === "end-sync" && work.integrationId === integration.id;
    change.set({ queue: change.root.queue.filter((work) => !isOver(work)) });
    change.patchIntegration(integration.id, { sync: null });
  }
  const { endpoints } = change.root.webhooks;
  if (isRegular && !endpoints.some(({ events }) => events?.includes("sync-finished"))) return;
  change.emit("sync-finished", integration.id, {
    ...{ sync_id: id, sync_state: state },
    ...{ sync_started_at: isoString(startedAt), sync_ended_at: isoString(change.now) },
    sync_duration_seconds: Math.max(0, Math.round((change.now - startedAt) / 1_000)),
    ...{ integration_id: integration.id, integration_tool: integration.inputs.tool },
    ...{ integration_category: integration.inputs.category, end_user: endUserOf(integration, seed) },
    log_url: `/_mock/environments/${encodeURIComponent(change.root.environment)}/syncs/${id}`,
  });
}

/** Ends the sync under way, if there is one, before it brought anything. */
export function cancelSync(change: Change, integrationId: string, seed: number): void {
  const integration = own(change.root.integrations, integrationId);
  if (!integration?.sync) return;
  const { id } = integration.sync;
  closeSync(change, integration, {
    ...{ id, state: "CANCELLED", seed, startedAt: startOf(integration.sync, change.now) },
  });
}

/** When a sync began to run; one that was still queued began only to end. */
export function startOf({ startsAt }: SyncUnderWay, now: number): number {
  return Math.min(startsAt ?? now, now);
}

/** Whether a sync that has not ended runs yet. */
export function stateOf({ startsAt }: SyncUnderWay, now: number): "QUEUED" | "RUNNING" {
  return startsAt === null || startsAt > now ? "QUEUED" : "RUNNING";
}
