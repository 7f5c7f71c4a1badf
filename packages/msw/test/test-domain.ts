import { integrationFieldFactory } from "@kombo-mock/factories";
import { type CollectionRecipe, defineCollection, type StoredRecord } from "@kombo-mock/factories/worlds";
import { firstRoot } from "../src/state/first-root.ts";
import { createPartitions, type Partitions } from "../src/state/partition.ts";
import type { Root } from "../src/state/root.ts";

/** Counts what is built, so that a test can tell what was made and what was not. */
export interface Built {
  records: number;
  fields: number;
}

/** A world of one integration with some synced records of a model of its own, for tests of the state itself. */
export function testState(size = 5): {
  root: Root;
  partitions: Partitions;
  built: Built;
  integrationId: string;
} {
  const built: Built = { records: 0, fields: 0 };
  const fields = defineCollection({
    name: "general.integration-fields",
    model: "test_notes",
    factory: integrationFieldFactory,
    rows: ({ layer }) =>
      layer !== "small" ? [] : Array.from({ length: size }, (_, index) => ({ remoteId: `r${index}` })),
    inputs: ({ remoteId }) => ({
      field: remoteId,
      model: Number(remoteId.slice(1)) % 2 === 0 ? "even" : "odd",
    }),
  });
  const counted: CollectionRecipe = {
    ...fields,
    build(row, partition): StoredRecord {
      built.records++;
      return {
        ...fields.build(row, partition),
        changed_at: "2026-01-01T00:00:00.000Z",
        remote_deleted_at: null,
      };
    },
    reader(row, partition) {
      const read = fields.reader(row, partition);
      return (field) => {
        built.fields++;
        return read(field);
      };
    },
  };
  const integrationId = "personio:test";
  const root = firstRoot(
    {
      name: "test",
      layers: ["small"],
      integrations: [{ id: integrationId, inputs: { tool: "personio", category: "HRIS" } }],
    },
    {
      environment: "default",
      clock: { mode: "frozen", at: Date.parse("2026-01-15T09:00:00.000Z") },
      date: "2026-01-15",
      optionalIsAvailable: true,
    },
  );
  const partitions = createPartitions(
    { name: "test", layers: ["small"], seed: 1 },
    new Map([[counted.name, counted]]),
  );
  return { root, partitions, built, integrationId };
}

/** The only collection of that world. */
export const collection = "general.integration-fields";
