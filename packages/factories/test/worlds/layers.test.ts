import {
  aiApplyCollections,
  aiApplyPartition,
  type CastEntry,
  type CollectionRecipe,
  castList,
  createPartition,
  type Partition,
  type WorldName,
  worlds,
} from "@kombo-mock/factories/worlds";
import { expect, test, vi } from "vitest";
import { customCollections, customPartitions } from "../custom/partitions.ts";
import { categories, filled, partitionOf, recordsIn, recordWith } from "./partitions.ts";

vi.setConfig({ testTimeout: 60_000 });

const known = new Map<string, Partition>();

const members = Object.entries<CastEntry>(castList);

/** A partition of the first seed, made once: the rows of the large world take a second. */
function shared(world: WorldName, category: (typeof categories)[number]): Partition {
  const name = `${world} ${category}`;
  const partition = known.get(name) ?? partitionOf({ world, category });
  known.set(name, partition);
  return partition;
}

const sizeOf = (partition: Partition, name: string) => partition.collection(name).size;

const isNear = (size: number, planned: number) => size >= planned && size <= planned * 1.15;

test("the demo world has about 200 employees, 40 jobs and 400 applications", () => {
  const people = shared("demo", "HRIS");
  const recruiting = shared("demo", "ATS");
  expect(isNear(sizeOf(people, "hris.employees"), 200)).toBe(true);
  expect(isNear(sizeOf(recruiting, "ats.jobs"), 40)).toBe(true);
  expect(isNear(sizeOf(recruiting, "ats.applications"), 400)).toBe(true);
});

test("the large world has 10,000 employees, as many users of the learning system, and more candidates", () => {
  const people = shared("large", "HRIS");
  const recruiting = shared("large", "ATS");
  expect(sizeOf(people, "hris.employees")).toBe(10_000);
  expect(sizeOf(recruiting, "ats.candidates")).toBeGreaterThan(10_000);
  expect(sizeOf(shared("large", "LMS"), "lms.users")).toBe(10_000);
});

test.each(categories)("the empty world has no records of %s but the fields of the tool", (category) => {
  const names = filled(shared("empty", category)).map(({ recipe }) => recipe.name);
  expect(names.filter((name) => !name.startsWith("general."))).toEqual([]);
});

test("every world but the empty one holds all of the small world's integrations", () => {
  for (const { integrations } of Object.values(worlds)) {
    expect(integrations.slice(0, worlds.small.integrations.length)).toEqual(worlds.small.integrations);
  }
});

const larger = categories.flatMap((category) =>
  (["demo", "edge", "large"] as const).map((world) => ({ world, category })),
);

test.each(larger)(
  "$world changes no id, byte or place of the small world's $category",
  ({ world, category }) => {
    const partition = shared(world, category);
    const differing = filled(shared("small", category)).flatMap((collection) =>
      recordsIn(collection).flatMap((record, number) => {
        const among = partition.collection(collection.recipe.name);
        const same = JSON.stringify(recordWith(among, record.id)) === JSON.stringify(record);
        return same && among.numberOf(record.id) === number
          ? []
          : [`${collection.recipe.name} ${collection.row(number).remoteId}`];
      }),
    );
    expect(differing).toEqual([]);
  },
);

test("each name of the cast is exactly one row's of the small world, in the collection that it names", () => {
  const recipes = new Map<string, CollectionRecipe>(
    aiApplyCollections.map((recipe) => [recipe.name, recipe]),
  );
  const { inputs } = shared("small", "ATS");
  const own = createPartition({ ...inputs, integrationId: aiApplyPartition }, ["small"], recipes);
  const named = [
    ...categories.flatMap((category) => filled(shared("small", category))),
    ...[...recipes.keys()].map((name) => own.collection(name)),
    ...customPartitions().flatMap((partition) =>
      customCollections.map(({ name }) => partition.collection(name)),
    ),
  ].flatMap(({ recipe: { name }, size, row }) =>
    Array.from({ length: size }, (_, number) => row(number).cast).flatMap((cast) =>
      cast === undefined ? [] : [`${name} ${cast}`],
    ),
  );
  const told = members
    .filter(([, { like }]) => like === undefined)
    .map(([cast, { collection }]) => `${collection} ${cast}`);
  expect(told.length).toBeGreaterThan(100);
  expect(named.toSorted()).toEqual(told.toSorted());
});

test("a member that is like another is named once in the first integration of its tool", () => {
  const alike = members.flatMap(([, { collection, like }]) => (like ? [{ collection, like }] : []));
  expect(alike.length).toBeGreaterThan(2);
  for (const { collection, like } of alike) {
    const partition = customPartitions().find(({ inputs }) => inputs.tool === like.tool);
    const found = partition?.source.rows(collection).filter(({ cast }) => cast === like.name);
    expect(found, like.tool).toHaveLength(1);
    expect(castList).toHaveProperty(like.name);
  }
});

test("no larger world gives a name of the cast to another record", () => {
  const cast = (partition: Partition) =>
    filled(partition).flatMap(({ recipe: { name } }) =>
      partition.source
        .rows(name)
        .flatMap((row) => (row.cast === undefined ? [] : [`${row.cast} ${row.remoteId}`])),
    );
  for (const { world, category } of larger) {
    expect(cast(shared(world, category))).toEqual(cast(shared("small", category)));
  }
});

test.each(categories)("another seed makes other values of the same integrations: %s", (category) => {
  const [one, other] = [1, 2].map((seed) => partitionOf({ category, seed }));
  const unmoved = filled(one as Partition)
    .filter(({ size }) => size > 5)
    .filter(
      (collection) =>
        JSON.stringify(recordsIn(collection)) ===
        JSON.stringify(recordsIn((other as Partition).collection(collection.recipe.name))),
    )
    .map(({ recipe }) => recipe.name);
  expect(unmoved).toEqual([]);
});
