import { recordId } from "@kombo-mock/factories";
import { expect, test } from "vitest";
import { viewCollection } from "../src/state/collection-view.ts";
import { commit } from "../src/state/commit.ts";
import { collection, testState } from "./test-domain.ts";

const address = (integrationId: string, remoteId: string) => ({
  integrationId,
  collection,
  id: recordId(integrationId, remoteId),
});

const keysOf = (state: ReturnType<typeof testState>, root = state.root) => {
  const integration = root.integrations[state.integrationId];
  if (!integration) throw new Error("The integration is gone.");
  return [...viewCollection(integration, collection, state.partitions).from(0)].map(
    ({ record }) => record["key"],
  );
};

test("a commit leaves the root that it began with as it was", () => {
  const state = testState();
  const before = JSON.stringify(state.root);
  commit(state.root, state.partitions, (change) =>
    change.patch(address(state.integrationId, "r1"), { label: "changed" }),
  );
  expect(JSON.stringify(state.root)).toBe(before);
});

test("a change that throws half-way changes nothing", () => {
  const state = testState();
  const attempt = () =>
    commit(state.root, state.partitions, (change) => {
      change.purge(address(state.integrationId, "r0"));
      throw new Error("half-way");
    });
  expect(attempt).toThrow("half-way");
  expect(keysOf(state)).toEqual(["r0", "r1", "r2", "r3", "r4"]);
});

test("a changed record is stamped with the environment's time, and its model is reported", () => {
  const state = testState();
  const at = address(state.integrationId, "r1");
  const { root, result, changedModels } = commit(state.root, state.partitions, (change) => {
    change.patch(at, { label: "changed" });
    return change.view(at.integrationId, collection).get(at.id);
  });
  expect(result).toMatchObject({ label: "changed", changed_at: "2026-01-15T09:00:00.000Z" });
  expect([...changedModels]).toEqual([[state.integrationId, new Set(["test_notes"])]]);
  expect(root).not.toBe(state.root);
});

test("a patch that changes nothing stamps and reports nothing", () => {
  const state = testState();
  const at = address(state.integrationId, "r1");
  const { root, changedModels } = commit(state.root, state.partitions, (change) =>
    change.patch(at, { label: "R1" }),
  );
  expect(root).toBe(state.root);
  expect(changedModels.size).toBe(0);
});

test("new records are numbered after all others, and a purged number is never given again", () => {
  const state = testState();
  const { root } = commit(state.root, state.partitions, (change) => {
    const at = { integrationId: state.integrationId, collection };
    const id = change.insert({ ...at, remoteId: "new-1" }, { key: "new-1" });
    change.insert({ ...at, remoteId: "new-2" }, { key: "new-2" });
    change.purge({ ...at, id });
    change.insert({ ...at, remoteId: "new-3" }, { key: "new-3" });
  });
  expect(keysOf(state, root)).toEqual(["r0", "r1", "r2", "r3", "r4", "new-2", "new-3"]);
  const changes = root.integrations[state.integrationId]?.synced[collection] ?? {};
  expect(Object.values(changes).map(({ number }) => number)).toEqual([5, 6, 7]);
});

test("a changed record keeps its place in the order of creation", () => {
  const state = testState();
  const { root } = commit(state.root, state.partitions, (change) =>
    change.patch(address(state.integrationId, "r0"), { key: "changed" }),
  );
  expect(keysOf(state, root)).toEqual(["changed", "r1", "r2", "r3", "r4"]);
});

test("stored records are frozen", () => {
  const state = testState();
  const at = address(state.integrationId, "r1");
  const { result } = commit(state.root, state.partitions, (change) => {
    change.patch(at, { nested: { inner: 1 } });
    return change.view(at.integrationId, collection).get(at.id);
  });
  expect(Object.isFrozen(result)).toBe(true);
  expect(Object.isFrozen(result?.["nested"])).toBe(true);
});

test("a root is plain data: it survives being written to a file", () => {
  const state = testState();
  const { root } = commit(state.root, state.partitions, (change) => {
    change.patch(address(state.integrationId, "r1"), { label: "changed" });
    change.insert({ integrationId: state.integrationId, collection, remoteId: "new" }, { key: "new" });
    change.newId("link");
  });
  const read = JSON.parse(JSON.stringify(root)) as typeof root;
  expect(read).toEqual(root);
  expect(keysOf(state, read)).toEqual(keysOf(state, root));
});

test("the ids of an environment are the same in each run, and never the same twice", () => {
  const state = testState();
  const ids = () =>
    commit(state.root, state.partitions, (change) => [
      change.newId("link"),
      change.newId("link"),
      change.newId("sync"),
    ]).result;
  expect(ids()).toEqual(ids());
  expect(new Set(ids()).size).toBe(3);
});
