import { createHash } from "node:crypto";
import { integrationDetailsFactory, readModels, recordId } from "@kombo-mock/factories";
import {
  type CollectionRecipe,
  customFields,
  generation,
  integrationFields,
  type PartitionInputs,
  type StoredRecord,
  small,
} from "@kombo-mock/factories/worlds";
import { expect, test } from "vitest";
import { faultsIn, page } from "../document.ts";

const collections = [integrationFields, customFields];

const partitions = small.integrations.map(({ id, inputs }): PartitionInputs => {
  const { date, country } = { ...integrationDetailsFactory.inputs, ...inputs };
  return {
    world: "small",
    seed: 1,
    date,
    integrationId: id,
    tool: inputs.tool,
    category: inputs.category,
    country,
  };
});

interface Place {
  readonly collection: CollectionRecipe;
  readonly partition: PartitionInputs;
}

const recordsOf = (collection: CollectionRecipe, partition: PartitionInputs) =>
  collection.rows(partition).map((row) => collection.build(row, partition));

const everywhere = partitions.flatMap((partition) =>
  collections.map((collection) => ({
    name: collection.name,
    id: partition.integrationId,
    partition,
    collection,
  })),
);

/** The record to which a foreign key of another one leads. */
function follow(record: StoredRecord, key: string, { collection, partition }: Place) {
  const target = collections.find(({ name }) => name === collection.references[key]);
  return target && recordsOf(target, partition).find(({ id }) => id === record[key]);
}

test("the collections are named after their paths, and no sync brings them", () => {
  expect(collections.map(({ name }) => name)).toEqual([
    "general.integration-fields",
    "general.custom-fields",
  ]);
  expect(collections.map(({ model }) => model)).toEqual([null, null]);
});

test("every category has fields of the tool, and mapped and unmapped custom fields occur", () => {
  expect(partitions.filter((partition) => integrationFields.rows(partition).length === 0)).toEqual([]);
  const mappings = partitions.flatMap((partition) => recordsOf(customFields, partition));
  expect(new Set(mappings.map((record) => record["integration_field_id"] === null))).toEqual(
    new Set([true, false]),
  );
});

test.each(everywhere)(
  "$name of $id: ids are unique and derive from the ids in the tool",
  ({ collection, partition }) => {
    const rows = collection.rows(partition);
    const ids = recordsOf(collection, partition).map(({ id }) => id);
    expect(ids).toEqual(rows.map(({ remoteId }) => recordId(partition.integrationId, remoteId)));
    expect(new Set(ids).size).toBe(rows.length);
  },
);

test.each(everywhere)("$name of $id: foreign keys lead to records, or are null", (one) => {
  const { collection, partition } = one;
  const astray = collection.rows(partition).flatMap((row) =>
    Object.keys(collection.references).filter((key) => {
      const record = collection.build(row, partition);
      return row.relations?.[key] === null ? record[key] !== null : !follow(record, key, one);
    }),
  );
  expect(astray).toEqual([]);
});

test.each(everywhere)("$name of $id: each field alone is what it is in the record", (one) => {
  const { collection, partition } = one;
  const alone = collection.rows(partition).map((row) => {
    const fields = Object.keys(collection.build(row, partition));
    return Object.fromEntries(fields.map((field) => [field, collection.buildField(row, partition, field)]));
  });
  expect(alone).toEqual(recordsOf(collection, partition));
});

test.each(everywhere)("$name of $id: models are those of its category", ({ collection, partition }) => {
  const models: readonly unknown[] = readModels[partition.category].map(({ id }) => id);
  expect(recordsOf(collection, partition).filter(({ model }) => !models.includes(model))).toEqual([]);
});

test.each(partitions)("integration fields of $integrationId are such as the document allows", (partition) => {
  const records = recordsOf(integrationFields, partition);
  expect(faultsIn("GET /integrations/{integration_id}/integration-fields", page(records))).toEqual([]);
});

test.each(partitions)(
  "custom fields of $integrationId are, joined with what they are mapped to",
  (partition) => {
    const joined = recordsOf(customFields, partition).map((record) => {
      const { integration_field_id: _, ...own } = record;
      const mapped = follow(record, "integration_field_id", { collection: customFields, partition });
      return { ...own, integration_field: mapped ?? null };
    });
    expect(faultsIn("GET /integrations/{integration_id}/custom-fields", page(joined))).toEqual([]);
  },
);

test("a custom field is mapped to a field of the same model", () => {
  const models = everywhere
    .filter(({ collection }) => collection === customFields)
    .flatMap((one) =>
      recordsOf(customFields, one.partition)
        .filter((record) => record["integration_field_id"] !== null)
        .map((record) => [record["model"], follow(record, "integration_field_id", one)?.["model"]]),
    );
  expect(models.length).toBeGreaterThan(3);
  expect(models.filter(([own, mapped]) => own !== mapped)).toEqual([]);
});

test("another seed makes other values of the same records", () => {
  const valuesOf = (seed: number) =>
    partitions.flatMap((partition) => recordsOf(integrationFields, { ...partition, seed }));
  const enabled = (seed: number) => valuesOf(seed).map((record) => record["is_passthrough_enabled"]);
  expect(valuesOf(2).map(({ id }) => id)).toEqual(valuesOf(1).map(({ id }) => id));
  expect(enabled(2)).not.toEqual(enabled(1));
});

// When these bytes change, `generation` must rise: whoever kept an id or a value has to learn of it.
test("the records are made of the same bytes as ever", () => {
  const records = everywhere.map(({ collection, partition }) => recordsOf(collection, partition));
  const bytes = createHash("sha256").update(JSON.stringify(records)).digest("hex");
  expect({ generation, bytes }).toEqual({
    generation: 1,
    bytes: "0252a01e5c728ea3d086aee9a6737a04249af38b9b9c2f1f135689324f0a9c36",
  });
});
