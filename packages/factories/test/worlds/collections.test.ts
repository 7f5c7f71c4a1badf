import { readModels } from "@kombo-mock/factories";
import {
  customFields,
  integrationFields,
  type Partition,
  type StoredRecord,
  small,
} from "@kombo-mock/factories/worlds";
import { expect, test } from "vitest";
import { faultsIn, page } from "../document.ts";
import { collections, integrationPartition, recordsIn } from "./partitions.ts";
import { modelsOf } from "./stored-form.ts";

const partitions = small.integrations.map((integration) => integrationPartition(small, integration));

const recordsOf = (partition: Partition, name: string) => recordsIn(partition.collection(name));

const fieldsOf = (partition: Partition) => recordsOf(partition, "general.integration-fields");

/** The tool's field that a custom field is mapped to. */
function mappedField(partition: Partition, record: StoredRecord): StoredRecord | undefined {
  return fieldsOf(partition).find(({ id }) => id === record["integration_field_id"]);
}

test("collections are named after their paths, each once", () => {
  const names = collections.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(names.filter((name) => !/^(general|hris|ats|assessment|lms)\.[a-z]+(-[a-z]+)*$/.test(name))).toEqual(
    [],
  );
});

test("what no sync brings has no model, all else the one that the document has for its entity", () => {
  expect([integrationFields.model, customFields.model]).toEqual([null, null]);
  const told = collections
    .map(({ entity, model }) => ({ model, models: modelsOf(String(entity)) }))
    .filter(({ models }) => models.length > 0);
  expect(told.length).toBeGreaterThan(20);
  expect(told.filter(({ model, models }) => model === null || !models.includes(model))).toEqual([]);
});

test("every category has fields of the tool, and mapped and unmapped custom fields occur", () => {
  expect(partitions.filter((partition) => fieldsOf(partition).length === 0)).toEqual([]);
  const mappings = partitions.flatMap((partition) => recordsOf(partition, "general.custom-fields"));
  expect(new Set(mappings.map((record) => record["integration_field_id"] === null))).toEqual(
    new Set([true, false]),
  );
});

const cases = partitions.map((partition) => ({ id: partition.inputs.integrationId, partition }));

test.each(cases)("models of the fields of $id are those of its category", ({ partition }) => {
  const models: readonly unknown[] = readModels[partition.inputs.category].map(({ id }) => id);
  const records = [...fieldsOf(partition), ...recordsOf(partition, "general.custom-fields")];
  expect(records.filter(({ model }) => !models.includes(model))).toEqual([]);
});

test.each(cases)("integration fields of $id are such as the document allows", ({ partition }) => {
  expect(
    faultsIn("GET /integrations/{integration_id}/integration-fields", page(fieldsOf(partition))),
  ).toEqual([]);
});

test.each(cases)("custom fields of $id are, joined with what they are mapped to", ({ partition }) => {
  const joined = recordsOf(partition, "general.custom-fields").map((record) => {
    const { integration_field_id: _, ...own } = record;
    return { ...own, integration_field: mappedField(partition, record) ?? null };
  });
  expect(faultsIn("GET /integrations/{integration_id}/custom-fields", page(joined))).toEqual([]);
});

test("a custom field is mapped to a field of the same model", () => {
  const models = partitions.flatMap((partition) =>
    recordsOf(partition, "general.custom-fields")
      .filter((record) => record["integration_field_id"] !== null)
      .map((record) => [record["model"], mappedField(partition, record)?.["model"]]),
  );
  expect(models.length).toBeGreaterThan(3);
  expect(models.filter(([own, mapped]) => own !== mapped)).toEqual([]);
});

test("another seed makes other values of the same fields", () => {
  const valuesOf = (seed: number) =>
    small.integrations.flatMap((integration) => fieldsOf(integrationPartition(small, integration, seed)));
  const enabled = (seed: number) => valuesOf(seed).map((record) => record["is_passthrough_enabled"]);
  expect(valuesOf(2).map(({ id }) => id)).toEqual(valuesOf(1).map(({ id }) => id));
  expect(enabled(2)).not.toEqual(enabled(1));
});
