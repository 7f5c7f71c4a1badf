import { expect, test } from "vitest";
import { viewCollection } from "../src/state/collection-view.ts";
import type { IntegrationState } from "../src/state/root.ts";
import { collection, testState } from "./test-domain.ts";

const integrationOf = ({ root, integrationId }: ReturnType<typeof testState>): IntegrationState => {
  const found = root.integrations[integrationId];
  if (!found) throw new Error("The integration is gone.");
  return found;
};

test("a page of a large collection builds the page and no more", () => {
  const state = testState(10_000);
  const view = viewCollection(integrationOf(state), collection, state.partitions);
  const page: unknown[] = [];
  for (const { record } of view.from(500)) {
    page.push(record["key"]);
    if (page.length === 100) break;
  }
  expect(page[0]).toBe("r500");
  expect(state.built).toEqual({ records: 100, fields: 0 });
});

test("a search by a field builds that column and the records that are found", () => {
  const state = testState(1_000);
  const view = viewCollection(integrationOf(state), collection, state.partitions);
  expect(view.withValue("key", "r77").map(({ key }) => key)).toEqual(["r77"]);
  expect(state.built).toEqual({ records: 1, fields: 1_000 });
  expect(view.withValue("key", "r78").map(({ key }) => key)).toEqual(["r78"]);
  expect(state.built).toEqual({ records: 2, fields: 1_000 });
});

test("a record by its id builds nothing else", () => {
  const state = testState(1_000);
  const view = viewCollection(integrationOf(state), collection, state.partitions);
  const partition = state.partitions.of(integrationOf(state)).collection(collection);
  expect(view.get(partition.idAt(3))).toMatchObject({ key: "r3" });
  expect(state.built.records).toBe(1);
});

test("a record is the same frozen object each time", () => {
  const state = testState();
  const partition = state.partitions.of(integrationOf(state)).collection(collection);
  expect(partition.record(2)).toBe(partition.record(2));
  expect(Object.isFrozen(partition.record(2))).toBe(true);
});

test("a column agrees with the records", () => {
  const state = testState(40);
  const partition = state.partitions.of(integrationOf(state)).collection(collection);
  const even = partition.withValue("model", "even").map((number) => partition.record(number)["model"]);
  expect(even).toHaveLength(20);
  expect(new Set(even)).toEqual(new Set(["even"]));
});

test("a partition is made once for all environments that share its inputs", () => {
  const state = testState();
  const integration = integrationOf(state);
  expect(state.partitions.of({ ...integration, values: { status: "INACTIVE" } })).toBe(
    state.partitions.of(integration),
  );
  const elsewhere = { ...integration, inputs: { ...integration.inputs, date: "2025-01-01" } };
  expect(state.partitions.of(elsewhere)).not.toBe(state.partitions.of(integration));
});

test("an unknown collection is refused with the known ones", () => {
  const state = testState();
  expect(() => state.partitions.of(integrationOf(state)).collection("hris.skils")).toThrow(
    'There is no collection "hris.skils". There are: general.integration-fields.',
  );
});
