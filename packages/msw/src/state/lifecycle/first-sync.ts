import { choiceOf } from "../../request/assumptions.ts";
import type { Machinery } from "../../request/machinery.ts";
import type { Change } from "../change.ts";
import { endSync } from "./end-sync.ts";
import { queueSync, startSync } from "./syncs.ts";

/** When the sync ends that makes a new integration's data readable. */
export type FirstSync = "manual" | "timed" | "instant";

/** Begins the first sync of an integration. Unless time really passes or an option says otherwise, it waits to be ended. */
export function beginFirstSync(change: Change, integrationId: string, machinery: Machinery): void {
  const usual = change.root.clock.mode === "real" ? "timed" : "manual";
  begin[machinery.lifecycle.firstSync ?? usual](change, integrationId, machinery);
}

/** Begins the sync after the steps of a setup. Whoever went through them has done what there was to do, so it ends by itself. */
export function beginFinalSync(change: Change, integrationId: string, machinery: Machinery): void {
  begin[machinery.lifecycle.firstSync ?? "timed"](change, integrationId, machinery);
}

const begin: Readonly<Record<FirstSync, (change: Change, id: string, machinery: Machinery) => void>> = {
  manual: (change, id) => queueSync(change, id),
  timed: (change, id, { assume }) =>
    startSync(change, id, { type: "FULL", seconds: choiceOf(assume, "sync-seconds") }),
  instant: (change, id, machinery) =>
    endSync(change, id, { type: "FULL", state: "SUCCEEDED", scripted: false }, machinery),
};
