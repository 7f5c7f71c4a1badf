import { entityFields } from "@kombo-mock/openapi";
import { expect, test } from "vitest";
import { timeCast } from "../../../src/hris/time.cast.ts";
import { timeCollections } from "../../../src/hris/time.collections.ts";
import { countries, faultsIn, find, partitionOf, recordsOf, shown, shownEntities } from "./worlds.ts";

const names = timeCollections.map(({ name }) => name);
const seeds = Array.from({ length: 50 }, (_, index) => index + 1);
const allLayers = ["small", "demo", "edge"] as const;

const smallWorlds = seeds.map((seed) => partitionOf({ seed, country: countries[seed % 5] ?? "DE" }));
const fullWorlds = [1, 2, 3].map((seed) =>
  partitionOf({ seed, layers: allLayers, country: countries[seed] ?? "DE" }),
);
const worlds = [...smallWorlds, ...fullWorlds];

test.each(names)("%s: every record of every world is such as the document allows", (name) => {
  const faults = [...smallWorlds.slice(0, 15), ...fullWorlds].flatMap((world) =>
    faultsIn(
      name,
      recordsOf(world, name).map((record) => shown(world, name, record)),
    ),
  );
  expect(faults).toEqual([]);
  const [record] = recordsOf(smallWorlds[0] ?? partitionOf(), name);
  expect(faultsIn(name, [{ ...record, id: 1 }])).not.toEqual([]);
});

test.each(names)("%s: foreign keys and links lead to records, or are null", (name) => {
  const astray = worlds.flatMap((world) => {
    const { references, relations } = world.collection(name).recipe;
    return recordsOf(world, name).flatMap((record) => [
      ...Object.entries(references).filter(
        ([key, target]) => record[key] !== null && !find(world, target, record[key]),
      ),
      ...Object.values(relations).flatMap((way) => {
        const list = way.kind === "links" ? record[way.key] : [];
        return (Array.isArray(list) ? list : []).filter(({ id }) => !find(world, way.collection, id));
      }),
    ]);
  });
  expect(astray).toEqual([]);
});

test.each(names)("%s: no two records have the same id", (name) => {
  const twice = worlds.filter((world) => {
    const ids = recordsOf(world, name).map(({ id }) => id);
    return ids.length === 0 || new Set(ids).size !== ids.length;
  });
  expect(twice).toEqual([]);
});

test.each(names)("%s: each field alone is what it is in the record", (name) => {
  const world = partitionOf({ seed: 7, layers: allLayers });
  const fresh = partitionOf({ seed: 7, layers: allLayers }).collection(name);
  const records = recordsOf(world, name);
  const alone = records.map((record, number) =>
    Object.fromEntries(Object.keys(record).map((field) => [field, fresh.value(number, field)])),
  );
  expect(alone).toEqual(records);
});

test.each(names)("%s: a larger world has the records of the smaller one unchanged", (name) => {
  const small = recordsOf(partitionOf({ seed: 5 }), name);
  const larger = recordsOf(partitionOf({ seed: 5, layers: allLayers }), name);
  expect(small.length).toBeGreaterThan(0);
  expect(larger.slice(0, small.length)).toEqual(small);
  expect(larger.length).toBeGreaterThan(small.length);
});

test.each(names)("%s: each nullable field is null in some record of the edge", (name) => {
  const small = partitionOf({ layers: ["small"] });
  const edge = partitionOf({ layers: ["small", "edge"] });
  const records = recordsOf(edge, name).slice(recordsOf(small, name).length);
  const nullable = Object.entries(entityFields[shownEntities[name] ?? ""] ?? {})
    .filter(([, { nullable: isNullable }]) => isNullable)
    .map(([field]) => field);
  const never = nullable.filter((field) =>
    records.every((record) => shown(edge, name, record)[field] !== null),
  );
  expect(never).toEqual([]);
});

test.each(names)("%s: nothing happened after the world's date, or before what it follows", (name) => {
  const order = ["remote_created_at", "remote_updated_at", "changed_at"];
  const outOfOrder = worlds.flatMap((world) =>
    recordsOf(world, name).filter((record) => {
      const stamps = [...order.map((field) => record[field]), "2026-01-15T00:00:00.000Z"].filter(
        (stamp) => typeof stamp === "string",
      );
      return stamps.some((stamp, index) => index > 0 && stamp < (stamps[index - 1] ?? ""));
    }),
  );
  expect(outOfOrder).toEqual([]);
});

test.each(names)("%s: what was deleted changed then, and has its values for 14 days only", (name) => {
  const deleted = fullWorlds
    .flatMap((world) => recordsOf(world, name))
    .filter(({ remote_deleted_at: at }) => typeof at === "string");
  const wrong = deleted.filter((record) => record["remote_deleted_at"] !== record["changed_at"]);
  expect(wrong).toEqual([]);
  expect(deleted.length > 0).toBe(name !== "hris.employee-skill-assignments");
});

test("each of the cast is one record of the small world, of the collection that is said", () => {
  const rows = names.flatMap((name) =>
    partitionOf()
      .source.rows(name)
      .flatMap(({ cast }) => (cast === undefined ? [] : [[cast, name]])),
  );
  const told = Object.entries(timeCast).map(([cast, { collection }]) => [cast, collection]);
  expect(rows.sort()).toEqual(told.sort());
});

test("integrations of other categories have no employees' time", () => {
  const { inputs } = partitionOf();
  const added = () => [];
  const source = { ...inputs, category: "ATS", added, eachAdded: added, all: added } as const;
  const choices = () => {
    throw new Error("There is nothing to decide on.");
  };
  const rows = timeCollections.flatMap((recipe) => [...recipe.rows({ ...source, layer: "small", choices })]);
  expect(rows).toEqual([]);
});
