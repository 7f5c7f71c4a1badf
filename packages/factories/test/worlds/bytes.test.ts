import { createHash } from "node:crypto";
import {
  generation,
  type Partition,
  type PartitionCollection,
  type WorldName,
  worlds,
} from "@kombo-mock/factories/worlds";
import { expect, test, vi } from "vitest";
import { categories, collections, partitionOf } from "./partitions.ts";

const worldNames = Object.keys(worlds) as WorldName[];
const mostRecords = 400;

/** Categories that are hashed together: one that comes later has lines of its own, and moves none of those before it. */
const groups = [
  { of: ["HRIS", "ATS", "ASSESSMENT"], domains: ["general", "hris", "ats", "assessment"], suffix: "" },
  { of: ["LMS"], domains: ["general"], suffix: " (LMS)" },
  { of: ["LMS"], domains: ["lms"], suffix: "" },
] as const satisfies readonly {
  readonly of: readonly (typeof categories)[number][];
  [key: string]: unknown;
}[];

vi.setConfig({ testTimeout: 60_000 });

// When these bytes change, `generation` must rise: whoever kept an id, a value or a fixture has to learn of it.
test("the worlds are made of the same bytes as ever", async () => {
  const partitions = worldNames.map(
    (world) => new Map(categories.map((category) => [category, partitionOf({ world, category })])),
  );
  const lines = groups.flatMap(({ of, domains, suffix }) =>
    collections
      .filter(({ name }) => domains.some((domain) => name.startsWith(`${domain}.`)))
      .map(({ name }) => {
        const hashes = partitions.map((ones) =>
          hashOf(
            of.flatMap((category) => ones.get(category) ?? []),
            name,
          ),
        );
        return [`${name}${suffix}`.padEnd(32), ...hashes].join(" ").trimEnd();
      }),
  );
  const head = ["collection".padEnd(32), ...worldNames.map((world) => world.padEnd(12))].join(" ").trimEnd();
  const table = [`generation ${generation}, seed 1`, "", head, ...lines, ""].join("\n");
  await expect(table).toMatchFileSnapshot("bytes.txt");
});

/** The first twelve digits of the SHA-256 of as many rows and records as are soon made; a dash for none. */
function hashOf(partitions: readonly Partition[], name: string): string {
  const found = partitions.map((partition) => partition.collection(name));
  if (found.every(({ size }) => size === 0)) return "-".padEnd(12);
  const text = JSON.stringify(found.map(sample));
  return createHash("sha256").update(text).digest("hex").slice(0, 12);
}

function sample({ size, row, record }: PartitionCollection) {
  const step = Math.ceil(size / mostRecords);
  const numbers = Array.from({ length: size }, (_, number) => number).filter((number) => number % step === 0);
  return { size, rows: numbers.map(row), records: numbers.map(record) };
}
