import { createHash } from "node:crypto";
import { recordId } from "@kombo-mock/factories";
import type { CollectionRecipe, Layer, Links, Partition, StoredLink } from "@kombo-mock/factories/worlds";
import { expect, test } from "vitest";
import { jobsCast } from "../../src/ats/jobs.cast.ts";
import { jobCollections } from "../../src/ats/jobs.collections.ts";
import { faultsOf, type JobEntity } from "./job-answers.ts";
import { jobPartition, recordsOf } from "./job-partitions.ts";

const everyLayer = ["small", "demo", "edge"] as const satisfies readonly Layer[];
const seeds = Array.from({ length: 50 }, (_, index) => index + 1);

const entities: Readonly<Record<string, JobEntity>> = {
  "ats.roles": "AtsRole",
  "ats.users": "AtsUser",
  "ats.application-stages": "AtsApplicationStage",
  "ats.screening-questions": "AtsScreeningQuestion",
  "ats.tags": "AtsTag",
  "ats.rejection-reasons": "AtsRejectionReason",
  "ats.jobs": "AtsJob",
  "ats.job-postings": "AtsJobPosting",
};

/** What answers show in place of links and of records that lead here. */
const withoutRelations = {
  stages: [],
  screening_questions: [],
  job_postings: [],
  hiring_team: [],
  system_roles: [],
};

/** Links and foreign keys of a collection's records that lead to no record. */
function astray(partition: Partition, recipe: CollectionRecipe): readonly string[] {
  const isThere = (collection: string, id: unknown) =>
    partition.collection(collection).numberOf(String(id)) !== undefined;
  const missing = (list: unknown, { collection, key, links = {} }: Links): readonly string[] =>
    (list as readonly StoredLink[]).flatMap((link) => [
      ...(isThere(collection, link.id) ? [] : [`${recipe.name} ${key} → ${link.id}`]),
      ...Object.values(links).flatMap((inner) => missing(link[inner.key], inner)),
    ]);
  return recordsOf(partition, recipe.name).flatMap((record) => [
    ...Object.entries(recipe.references)
      .filter(([key, target]) => record[key] !== null && !isThere(target, record[key]))
      .map(([key]) => `${recipe.name} ${key} of ${record.id}`),
    ...Object.values(recipe.relations).flatMap((relation) =>
      relation.kind === "links" ? missing(record[relation.key], relation) : [],
    ),
  ]);
}

test.each(jobCollections)("every record of $name is such as the document allows", ({ name }) => {
  const partitions = [
    jobPartition(everyLayer),
    jobPartition(everyLayer, { seed: 2, country: "US", tool: "lever" }),
  ];
  const records = partitions.flatMap((partition) => recordsOf(partition, name));
  expect(records.length).toBeGreaterThan(20);
  const shown = records.map((record) => ({ ...withoutRelations, ...record }));
  expect(faultsOf(entities[name] ?? "AtsJob", shown)).toEqual([]);
});

test.each(seeds)("of seed %i, the small world's records are valid and lead to each other", (seed) => {
  const partition = jobPartition(["small"], { seed });
  for (const recipe of jobCollections) {
    const records = recordsOf(partition, recipe.name).map((record) => ({ ...withoutRelations, ...record }));
    expect(faultsOf(entities[recipe.name] ?? "AtsJob", records)).toEqual([]);
    expect(astray(partition, recipe)).toEqual([]);
  }
});

test.each([1, 2, 3])("of seed %i, foreign keys and links of the larger worlds lead to records", (seed) => {
  const partition = jobPartition(everyLayer, { seed });
  expect(jobCollections.flatMap((recipe) => astray(partition, recipe))).toEqual([]);
});

test("a link to a record that is not there would be noticed", () => {
  const partition = jobPartition(["small"]);
  const jobs = jobCollections[6];
  const wrong = { ...jobs, references: { contact_id: "ats.application-stages" } };
  expect(jobs.name).toBe("ats.jobs");
  expect(astray(partition, wrong)).not.toEqual([]);
});

test.each(jobCollections)("ids of $name are unique and derive from the ids in the tool", ({ name }) => {
  const { source, inputs } = jobPartition([...everyLayer, "large"]);
  const ids = source.rows(name).map(({ remoteId }) => recordId(inputs.integrationId, remoteId));
  expect(new Set(ids).size).toBe(ids.length);
});

test.each(jobCollections)("each field of $name alone is what it is in the record", ({ name }) => {
  const [alone, whole] = [
    jobPartition(everyLayer).collection(name),
    jobPartition(everyLayer).collection(name),
  ];
  for (let number = 0; number < whole.size; number++) {
    for (const [field, value] of Object.entries(whole.record(number)))
      expect(alone.value(number, field)).toEqual(value);
  }
});

test.each(jobCollections)("larger worlds leave the small world's $name as they are", ({ name }) => {
  const small = recordsOf(jobPartition(["small"]), name);
  for (const layers of [everyLayer, ["small", "large"], ["small", "edge"]] as const)
    expect(recordsOf(jobPartition(layers), name).slice(0, small.length)).toEqual(small);
});

test.each(jobCollections)("other integrations than those of recruiting have no $name", ({ name }) => {
  for (const category of ["HRIS", "ASSESSMENT", "LMS"] as const)
    expect(jobPartition(everyLayer, { category }).collection(name).size).toBe(0);
});

test("worlds are as large as they are meant to be", () => {
  const sizes = (...layers: readonly Layer[]) => {
    const partition = jobPartition(layers);
    return ["ats.jobs", "ats.users"].map((name) => partition.collection(name).size);
  };
  expect(sizes("small")).toEqual([12, 8]);
  expect(sizes("small", "demo")).toEqual([44, 30]);
  expect(sizes("small", "large")).toEqual([412, 308]);
});

test("the cast are records of the small world, each once", () => {
  const { source } = jobPartition(everyLayer);
  const named = jobCollections.flatMap(({ name }) =>
    source.rows(name).flatMap(({ cast }) => (cast === undefined ? [] : [[cast, name]])),
  );
  const listed = Object.entries(jobsCast).map(([cast, { collection }]) => [cast, collection]);
  expect(named.sort()).toEqual(listed.sort());
  const small = jobPartition(["small"]).source;
  expect(jobCollections.flatMap(({ name }) => small.rows(name).filter(({ cast }) => cast)).length).toBe(
    named.length,
  );
});

test.each(jobCollections)(
  "each field of $name that may be null is, somewhere in the edge world",
  ({ name, fields }) => {
    const records = recordsOf(jobPartition(everyLayer), name);
    const bare = jobPartition(everyLayer)
      .source.rows(name)
      .filter((row) => row.bare === true);
    expect(bare.length).toBeGreaterThan(0);
    const never = fields.filter((field) => records.every((record) => record[field] !== null));
    const required = ["changed_at", "integration_fields"];
    expect(never.filter((field) => !required.includes(field))).toEqual([]);
  },
);

test("the records are of the same bytes each time", () => {
  const bytes = () => {
    const partition = jobPartition(everyLayer);
    const records = jobCollections.map(({ name }) => recordsOf(partition, name));
    return createHash("sha256").update(JSON.stringify(records)).digest("hex");
  };
  expect(bytes()).toBe(bytes());
});

test.each(jobCollections)("nothing of $name happened after the date, or was deleted unseen", ({ name }) => {
  for (const date of ["2026-01-15", "2024-02-29"]) {
    for (const record of recordsOf(jobPartition(everyLayer, { date }), name)) {
      const { remote_created_at, remote_updated_at, changed_at, remote_deleted_at } = record;
      const stamps = [remote_created_at, remote_updated_at, changed_at].filter(
        (stamp) => typeof stamp === "string",
      );
      expect([...stamps, date]).toEqual([...stamps, date].sort());
      if (typeof remote_deleted_at === "string") expect(changed_at).toBe(remote_deleted_at);
    }
  }
});

test("pages and addresses are under hosts that are reserved for examples", () => {
  const text = JSON.stringify(jobCollections.map(({ name }) => recordsOf(jobPartition(everyLayer), name)));
  const hosts = [...text.matchAll(/(?::\/\/|@)([a-z0-9.-]+)/g)].map(([, host]) => host ?? "");
  expect(hosts.length).toBeGreaterThan(100);
  expect(hosts.filter((host) => !/(^|\.)example(\.com)?$/.test(host))).toEqual([]);
});
