import type { Country } from "@kombo-mock/factories";
import type { Partition, WorldName } from "@kombo-mock/factories/worlds";
import { describe, expect, test, vi } from "vitest";
import { ambiguousIn, astrayIn, astrayRowsIn, invalidIn, lateIn } from "./integrity.ts";
import { categories, collections, filled, partitionOf, recipes } from "./partitions.ts";
import { faultsIn } from "./stored-form.ts";

// Thousands of records; a few seconds when nothing else runs.
vi.setConfig({ testTimeout: 60_000 });

const countries: readonly Country[] = ["DE", "FR", "GB", "NL", "US"];
const usual = "2026-01-15";
const leapDay = "2024-02-29";
const lastDay = "2027-12-31";

interface Case {
  readonly world: WorldName;
  readonly seeds: number;
  readonly date: string;
}

const cases: readonly Case[] = [
  { world: "small", seeds: 50, date: usual },
  { world: "demo", seeds: 3, date: usual },
  { world: "edge", seeds: 3, date: usual },
  { world: "small", seeds: 5, date: leapDay },
  { world: "edge", seeds: 1, date: leapDay },
  { world: "small", seeds: 5, date: lastDay },
  { world: "edge", seeds: 1, date: lastDay },
];

function partitionsOf({ world, seeds, date }: Case): Partition[] {
  return Array.from({ length: seeds }, (_, index) => index + 1).flatMap((seed) =>
    categories.map((category) =>
      partitionOf({ world, category, seed, date, country: countries[seed % countries.length] ?? "DE" }),
    ),
  );
}

describe.each(cases)("$world of $date with $seeds seeds", (one) => {
  const partitions = partitionsOf(one);

  test("every record is such as the document allows", () => {
    expect(partitions.flatMap(invalidIn)).toEqual([]);
  });

  test("every foreign key and link leads to a record of the collection that it names", () => {
    expect(partitions.flatMap(astrayIn)).toEqual([]);
  });

  test("no two records of a collection have the same id", () => {
    expect(partitions.flatMap(ambiguousIn)).toEqual([]);
  });

  test("nothing was changed after the world's date began, nor before it was there", () => {
    expect(partitions.flatMap(lateIn)).toEqual([]);
  });
});

describe("large", () => {
  const partitions = categories.map((category) => partitionOf({ world: "large", category }));

  test("every row leads to rows of the collections that it names", () => {
    expect(partitions.flatMap(astrayRowsIn)).toEqual([]);
  });

  test("no two rows of a collection have the same id in the tool", () => {
    const ambiguous = partitions.flatMap((partition) =>
      filled(partition)
        .map(({ recipe, size }) => ({ name: recipe.name, size, rows: partition.source.rows(recipe.name) }))
        .filter(({ size, rows }) => new Set(rows.map(({ remoteId }) => remoteId)).size < size)
        .map(({ name }) => name),
    );
    expect(ambiguous).toEqual([]);
  });

  test("a sample of its records is such as the document allows", () => {
    const faults = partitions.flatMap((partition) =>
      filled(partition).flatMap(({ recipe, size, record }) =>
        Array.from({ length: Math.min(size, 50) }, (_, index) =>
          record(Math.floor((index * size) / Math.min(size, 50))),
        ).flatMap((sampled) => faultsIn(recipe, sampled)),
      ),
    );
    expect(faults).toEqual([]);
  });
});

test("every relation, reference and nested link names a collection that there is", () => {
  const named = collections.flatMap(({ references, relations }) => [
    ...Object.values(references),
    ...Object.values(relations).flatMap((relation) => [
      relation.collection,
      ...(relation.kind === "links"
        ? Object.values(relation.links ?? {}).map(({ collection }) => collection)
        : []),
    ]),
  ]);
  expect(named.length).toBeGreaterThan(40);
  expect(named.filter((name) => !recipes.has(name))).toEqual([]);
});

test("the other side of every way to many records is a foreign key that leads back", () => {
  const lost = collections.flatMap(({ name, relations }) =>
    Object.entries(relations)
      .filter(([, relation]) => relation.kind === "many")
      .filter(([, { collection, key }]) => recipes.get(collection)?.references[key] !== name)
      .map(([relation]) => `${name} ${relation}`),
  );
  expect(lost).toEqual([]);
});
