import { action } from "../request/behaviours.ts";
import { startSync } from "../state/lifecycle/syncs.ts";
import { refuseInactive } from "./refuse.ts";

/** Queues a sync, or answers the one that is under way: there is one at a time. */
export const forceSync = action("POST /force-sync", (context) => {
  const { assume, body, change, integration } = context;
  refuseInactive(context);
  const sync = startSync(change, integration.id, {
    type: body.type ?? "FULL",
    seconds: assume("sync-seconds"),
  });
  return { already_queued: integration.sync !== null, sync_id: sync.id, type: sync.type };
});
