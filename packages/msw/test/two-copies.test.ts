import { recordId } from "@kombo-mock/factories";
import { expect, test } from "vitest";
import type { Change } from "../src/state/change.ts";
import { commit } from "../src/state/commit.ts";
import { endSync, type SyncTools } from "../src/state/lifecycle/end-sync.ts";
import type { SyncEnd } from "../src/state/lifecycle/sync-ends.ts";
import type { Root, SyncType } from "../src/state/root.ts";
import { collection, testState } from "./test-domain.ts";

const state = testState();
const { integrationId, partitions } = state;
const tools: SyncTools = {
  ...{ partitions, seed: 1, assume: {} },
  lifecycle: { firstSync: undefined, syncHours: 3, remoteChanges: "none", idleWeeksMakeInactive: false },
};
const address = (remoteId: string) => ({ integrationId, collection, id: recordId(integrationId, remoteId) });

/** A root with an insert, a patch and a deletion that no sync has brought. */
const waiting = commit(state.root, partitions, (change) => {
  change.insert({ integrationId, collection, remoteId: "hired", visible: "after-sync" }, { key: "hired" });
  change.patch({ ...address("r1"), visible: "after-sync" }, { label: "moved" });
  change.markDeleted({ ...address("r2"), visible: "after-sync" });
}).root;

const read = (root: Root, remoteId: string) =>
  commit(root, partitions, (change: Change) =>
    change.view(integrationId, collection).get(address(remoteId).id),
  ).result;

const afterSync = (type: SyncType, state: SyncEnd, failedModels: readonly string[] = []) =>
  commit(waiting, partitions, (change) =>
    endSync(change, integrationId, { type, state, failedModels, scripted: false }, tools),
  ).root;

test("what waits for a sync is not read before it", () => {
  expect(read(waiting, "hired")).toBeUndefined();
  expect(read(waiting, "r1")).toMatchObject({ label: "R1" });
  expect(read(waiting, "r2")).toMatchObject({ remote_deleted_at: null });
});

test("a full sync brings everything that the tool has", () => {
  const root = afterSync("FULL", "SUCCEEDED");
  expect(read(root, "hired")).toMatchObject({ key: "hired" });
  expect(read(root, "r1")).toMatchObject({ label: "moved" });
  expect(read(root, "r2")).toMatchObject({ remote_deleted_at: "2026-01-15T09:00:00.000Z" });
  expect(root.integrations[integrationId]?.pending).toEqual([]);
});

test("a delta sync brings all but deletions, which wait on", () => {
  const root = afterSync("DELTA", "SUCCEEDED");
  expect(read(root, "r1")).toMatchObject({ label: "moved" });
  expect(read(root, "r2")).toMatchObject({ remote_deleted_at: null });
  expect(root.integrations[integrationId]?.pending.map(({ kind }) => kind)).toEqual(["delete"]);
});

test("a partial failure leaves the models that failed as they were", () => {
  const failed = afterSync("FULL", "PARTIALLY_FAILED", ["test_notes"]);
  expect(read(failed, "r1")).toMatchObject({ label: "R1" });
  const other = afterSync("FULL", "PARTIALLY_FAILED", ["another_model"]);
  expect(read(other, "r1")).toMatchObject({ label: "moved" });
});

test.each(["FAILED", "AUTHENTICATION_FAILED", "CANCELLED", "TIMED_OUT"] as const)(
  "a sync that ends %s brings nothing and loses nothing",
  (end) => {
    const root = afterSync("FULL", end);
    expect(read(root, "r1")).toMatchObject({ label: "R1" });
    expect(root.integrations[integrationId]?.pending).toHaveLength(3);
  },
);

test("a change of a record that is gone by then is dropped with it", () => {
  const purged = commit(waiting, partitions, (change) => change.purge(address("r1"))).root;
  const root = commit(purged, partitions, (change) =>
    endSync(change, integrationId, { type: "FULL", state: "SUCCEEDED", scripted: false }, tools),
  ).root;
  expect(read(root, "r1")).toBeUndefined();
});
