import { entityFields } from "@kombo-mock/openapi";
import { expect, test } from "vitest";
import { candidateCast } from "../../src/ats/candidates.cast.ts";
import { candidateCollections } from "../../src/ats/candidates.collections.ts";
import { jobCollections } from "../../src/ats/jobs.collections.ts";
import { faultsOf, withoutRelations } from "./candidate-answers.ts";
import { danglingIn, differingAlone, partitionOf, recordsIn } from "./partition-checks.ts";

const recipes = [...jobCollections, ...candidateCollections];
const names = candidateCollections.map(({ name }) => name);
const countries = ["DE", "FR", "GB", "NL", "US"] as const;
const larger = ["small", "demo", "edge"] as const;
const seeds = Array.from({ length: 50 }, (_, index) => index + 1);
const countryOf = (seed: number) => countries[seed % countries.length] ?? "DE";
const smallOf = (seed: number) => partitionOf(recipes, ["small"], { seed, country: countryOf(seed) });
const largerOf = (seed: number) => partitionOf(recipes, larger, { seed, country: countryOf(seed) });

const smalls = seeds.map(smallOf);
const largers = [1, 2, 3].map(largerOf);

test.each(names)("%s: every record is such as the document allows", (name) => {
  const faults = [...smalls, ...largers].flatMap((partition) =>
    faultsOf(
      name,
      recordsIn(partition, name).map((record) => ({ ...record, ...withoutRelations[name] })),
    ),
  );
  expect(faults).toEqual([]);
});

test("every foreign key and every link leads to a record", () => {
  expect(smalls.flatMap((partition) => danglingIn(partition, candidateCollections))).toEqual([]);
  expect(largers.flatMap((partition) => danglingIn(partition, candidateCollections))).toEqual([]);
});

test("a key that leads nowhere is noticed", () => {
  const lonely = partitionOf(candidateCollections, ["small"]);
  const [record] = recordsIn(lonely, "ats.applications");
  expect(record?.["candidate_id"]).toEqual(expect.any(String));
  const notes = { ...candidateCollections[4], references: { candidate_id: "ats.offers" } };
  expect(danglingIn(lonely, [notes])).not.toEqual([]);
});

test.each(names)("%s: ids are unique", (name) => {
  for (const partition of largers) {
    const ids = recordsIn(partition, name).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  }
});

test("each field alone is what it is in the record", () => {
  expect(differingAlone(candidateCollections, () => largerOf(1))).toEqual([]);
});

test.each(names)("%s: a larger world changes no record of the small one", (name) => {
  largers.forEach((partition, index) => {
    const small = smalls[index] ?? partition;
    expect(small.inputs.seed).toBe(partition.inputs.seed);
    const records = recordsIn(small, name);
    expect(records.length).toBeLessThan(partition.collection(name).size);
    expect(recordsIn(partition, name).slice(0, records.length)).toEqual(records);
  });
});

test("whoever the cast names is in the small world, once", () => {
  for (const [name, { collection }] of Object.entries(candidateCast)) {
    const having = recipes.filter((recipe) =>
      smalls[0]?.source.rows(recipe.name).some(({ cast }) => cast === name),
    );
    expect(having.map((recipe) => recipe.name)).toEqual([collection]);
    const rows = largers[0]?.source.rows(collection) ?? [];
    expect(rows.filter(({ cast }) => cast === name)).toHaveLength(1);
  }
});

test.each(names)("%s: everything that may be null is, in some record of the edge world", (name) => {
  const recipe = candidateCollections.find((one) => one.name === name);
  const fields = Object.entries(entityFields[recipe?.entity ?? ""] ?? {});
  const records = recordsIn(partitionOf(recipes, ["small", "edge"]), name);
  const never = fields
    .filter(([field, { nullable }]) => nullable && !(field in (recipe?.relations ?? {})))
    .map(([field]) => field)
    .filter((field) => !records.some((record) => record[field] === null));
  expect(never).toEqual([]);
});

test.each(names)("%s: it has records in ATS integrations only", (name) => {
  const inHris = partitionOf(recipes, larger, { category: "HRIS", tool: "personio" });
  expect(recordsIn(inHris, name)).toEqual([]);
  expect(recordsIn(smallOf(1), name).length).toBeGreaterThan(4);
});

test.each(["2020-02-29", "2026-01-15", "2031-12-31"])(
  "in a world of %s, stamps are in order and none lies after it",
  (date) => {
    const partition = partitionOf(recipes, larger, { date });
    const fields = ["remote_created_at", "remote_updated_at", "changed_at"];
    const wrong = names.flatMap((name) =>
      recordsIn(partition, name).filter((record) => {
        const stamps = fields.flatMap((field) => (typeof record[field] === "string" ? [record[field]] : []));
        return [...stamps, `${date}T00:00:00.000Z`].some(
          (stamp, index, all) => index > 0 && stamp < (all[index - 1] ?? ""),
        );
      }),
    );
    expect(wrong).toEqual([]);
  },
);

test("every application of the small world is to a job and, but for one, in a stage", () => {
  for (const partition of smalls) {
    const applications = recordsIn(partition, "ats.applications");
    expect(applications.filter((record) => record["job_id"] === null)).toEqual([]);
    expect(applications.filter((record) => record["current_stage_id"] === null)).toHaveLength(1);
  }
});

test("the worlds have about as many candidates and applications as they say", () => {
  expect(smallOf(1).collection("ats.candidates").size).toBe(18);
  expect(smallOf(1).collection("ats.applications").size).toBe(20);
  const demo = partitionOf(recipes, ["small", "demo"]);
  expect(demo.collection("ats.candidates").size).toBe(358);
  expect(demo.collection("ats.applications").size).toBeGreaterThan(370);
  expect(demo.collection("ats.applications").size).toBeLessThan(430);
});
