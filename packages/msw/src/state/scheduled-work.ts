import { carryOutUpsert } from "../lms/course-upserts.ts";
import type { Machinery } from "../request/machinery.ts";
import { nowOf } from "./clock.ts";
import { type Change, type Commit, commit } from "./commit.ts";
import { own } from "./own.ts";
import type { IntegrationState, Root, ScheduledSyncEnd, ScheduledWork, SyncType } from "./root.ts";

/** How a sync can end. */
export type SyncEnd =
  | "SUCCEEDED"
  | "PARTIALLY_FAILED"
  | "FAILED"
  | "AUTHENTICATION_FAILED"
  | "CANCELLED"
  | "TIMED_OUT";

type Kind = ScheduledWork["kind"];

/** What each kind of scheduled work does when its time has come. */
const works: {
  readonly [One in Kind]: (change: Change, work: Extract<ScheduledWork, { readonly kind: One }>) => void;
} = {
  "end-sync": endScheduledSync,
  "upsert-courses": carryOutUpsert,
};

/** Runs what is due, in order, each at its own time, as if somebody had been watching; undefined when nothing is. */
export function runDueWork(root: Root, { partitions }: Machinery): Commit<void> | undefined {
  const now = nowOf(root);
  let current = root;
  const changedModels = new Map<string, Set<string>>();
  // What runs may schedule more that is due by now.
  for (let work = nextDue(current, now); work; work = nextDue(current, now)) {
    const taken = work;
    const atDue: Root = {
      ...current,
      queue: current.queue.filter((one) => one !== taken),
      clock: { mode: "frozen", at: taken.due },
    };
    const done = commit(atDue, partitions, (change) => runOne(change, taken));
    current = { ...done.root, clock: root.clock };
    for (const [id, models] of done.changedModels) {
      changedModels.set(id, new Set([...(changedModels.get(id) ?? []), ...models]));
    }
  }
  return current === root ? undefined : { root: current, result: undefined, changedModels };
}

/** The earliest of what is due; of equals, what was scheduled first. */
function nextDue({ queue }: Root, now: number): ScheduledWork | undefined {
  let next: ScheduledWork | undefined;
  for (const work of queue) if (work.due <= now && (!next || work.due < next.due)) next = work;
  return next;
}

function runOne(change: Change, work: ScheduledWork): void {
  // The table has for each kind the function that takes its work; the compiler does not follow that through a union.
  (works[work.kind] as (change: Change, work: ScheduledWork) => void)(change, work);
}

/** Starts a sync, which ends by itself after some seconds. There is one at a time: answers the one under way. */
export function startSync(
  change: Change,
  integrationId: string,
  { type, seconds }: { readonly type: SyncType; readonly seconds: number },
): NonNullable<IntegrationState["sync"]> {
  const underWay = own(change.root.integrations, integrationId)?.sync;
  if (underWay) return underWay;
  const sync = { id: change.newId("sync"), type };
  change.patchIntegration(integrationId, { sync });
  change.schedule({
    kind: "end-sync",
    due: change.now + seconds * 1_000,
    integrationId,
    syncId: sync.id,
  });
  return sync;
}

/** Takes the sync under way off the queue. */
export function dropSync(change: Change, integrationId: string): void {
  change.set({
    queue: change.root.queue.filter(
      (work) => work.kind !== "end-sync" || work.integrationId !== integrationId,
    ),
  });
  change.patchIntegration(integrationId, { sync: null });
}

function endScheduledSync(change: Change, task: ScheduledSyncEnd): void {
  const integration = own(change.root.integrations, task.integrationId);
  if (integration?.sync?.id !== task.syncId) return;
  endSync(change, task.integrationId, {
    type: integration.sync.type,
    state: integration.values.status === "INVALID" ? "AUTHENTICATION_FAILED" : "SUCCEEDED",
  });
}

/**
 * Ends a sync. A FULL one brings everything that the tool has, a DELTA all but deletions; a partial failure leaves
 * some models as they were. Only success makes expired data valid and a pending setup complete.
 */
export function endSync(
  change: Change,
  integrationId: string,
  end: { readonly type: SyncType; readonly state: SyncEnd; readonly failedModels?: readonly string[] },
): void {
  dropSync(change, integrationId);
  const succeeded = end.state === "SUCCEEDED";
  if (!succeeded && end.state !== "PARTIALLY_FAILED") return;
  change.bringPending(integrationId, ({ kind }, model) => {
    if (end.type === "DELTA" && kind === "delete") return false;
    return succeeded || model === null || !(end.failedModels ?? []).includes(model);
  });
  if (!succeeded) return;
  const { values, qaStatus, inputs } = own(change.root.integrations, integrationId) ?? {};
  change.patchIntegration(integrationId, {
    ...(inputs ? { scoped: { settings: inputs.settings, optedOut: inputs.optedOut } } : {}),
    values: {
      ...values,
      data_expired_at: null,
      ...(values?.setup_status === "FINAL_SYNC_PENDING" ? { setup_status: "COMPLETED" as const } : {}),
    },
    qaStatus: qaStatus === "PENDING" ? "PASSED" : (qaStatus ?? "PASSED"),
  });
}
