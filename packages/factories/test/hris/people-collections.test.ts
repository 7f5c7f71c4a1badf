import { entityFields } from "@kombo-mock/openapi";
import { expect, test } from "vitest";
import { peopleCast } from "../../src/hris/people.cast.ts";
import { faultsIn, peopleCollectionNames } from "./people-answers.ts";
import { castOf, linksOf, peoplePartition, recordsOf, recordWith, shown } from "./people-partitions.ts";

const countries = ["DE", "FR", "GB", "NL", "US"] as const;
const small = Array.from({ length: 50 }, (_, index) =>
  peoplePartition(["small"], { seed: index + 1, country: countries[index % countries.length] ?? "DE" }),
);
const larger = (["DE", "GB", "US"] as const).map((country, seed) =>
  peoplePartition(["small", "demo", "edge"], { seed, country }),
);
const [first = peoplePartition(["small"])] = small;

test("each layer adds as many records as are planned", () => {
  const sizes = (layers: Parameters<typeof peoplePartition>[0]) => {
    const partition = peoplePartition(layers);
    return peopleCollectionNames
      .filter((name) => name !== "hris.employments")
      .map((name) => partition.source.rows(name).length);
  };
  expect(sizes(["small"])).toEqual([24, 8, 2, 3]);
  expect(sizes(["small", "demo"])).toEqual([24 + 176, 8 + 14, 2 + 2, 3 + 4]);
  expect(sizes(["small", "edge"])).toEqual([24 + 12, 8 + 3, 2 + 1, 3 + 2]);
  expect(sizes(["small", "large"])).toEqual([24 + 9_976, 8 + 60, 2 + 4, 3 + 10]);
  expect(peoplePartition(["small"], { category: "ATS" }).collection("hris.employees").size).toBe(0);
});

test.each(peopleCollectionNames)("%s: lists of all records are such as the document allows", (name) => {
  const faults = [...small.slice(0, 15), ...larger].flatMap((partition) =>
    faultsIn(
      name,
      recordsOf(partition, name).map((record) => shown(partition, name, record)),
    ),
  );
  expect(faults).toEqual([]);
});

test.each(peopleCollectionNames)("%s: every key and link leads to a record, and ids are unique", (name) => {
  for (const partition of [...small, ...larger]) {
    const { recipe, size } = partition.collection(name);
    const rows = partition.source.rows(name);
    const records = rows.map((_, number) => {
      const keys = Object.keys(recipe.references);
      return Object.fromEntries(keys.map((key) => [key, partition.collection(name).value(number, key)]));
    });
    const astray = records.flatMap((record) =>
      Object.entries(recipe.references).filter(
        ([key, target]) =>
          record[key] !== null && partition.collection(target).numberOf(String(record[key])) === undefined,
      ),
    );
    const named = rows.flatMap((row) => Object.values(row.relations ?? {}).filter((id) => id !== null));
    expect(astray).toEqual([]);
    expect(records.flatMap((record) => Object.values(record).filter((id) => id !== null))).toHaveLength(
      named.length,
    );
    expect(new Set(rows.map(({ remoteId }) => remoteId)).size).toBe(size);
  }
});

test("every group that an employee is linked to exists, once", () => {
  for (const partition of [...small, ...larger]) {
    const rows = partition.source.rows("hris.employees");
    for (const number of rows.keys()) {
      const ids = linksOf(
        { id: "", group_links: partition.collection("hris.employees").value(number, "group_links") },
        "group_links",
      ).map(({ id }) => id);
      expect(ids.filter((id) => partition.collection("hris.groups").numberOf(id) === undefined)).toEqual([]);
      expect(new Set(ids).size).toBe(ids.length);
    }
  }
});

test.each(peopleCollectionNames)("%s: each field alone is what it is in the record", (name) => {
  const alone = peoplePartition(["small", "demo", "edge"], { country: "FR" }).collection(name);
  const whole = peoplePartition(["small", "demo", "edge"], { country: "FR" }).collection(name);
  const differing = Array.from({ length: whole.size }, (_, number) => number).flatMap((number) => {
    const record = whole.record(number);
    const fields = Object.keys(record);
    const values = Object.fromEntries(fields.map((field) => [field, alone.value(number, field)]));
    return JSON.stringify(values) === JSON.stringify(record) ? [] : [record.id];
  });
  expect(differing).toEqual([]);
});

test.each(peopleCollectionNames)("%s: a larger world changes nothing of the small one", (name) => {
  const alone = recordsOf(peoplePartition(["small"]), name);
  for (const layers of [
    ["small", "demo", "edge"],
    ["small", "large"],
  ] as const) {
    const among = new Set(
      recordsIn(
        peoplePartition(layers),
        name,
        alone.map(({ id }) => id),
      ),
    );
    expect(alone.filter((record) => !among.has(JSON.stringify(record)))).toEqual([]);
  }
});

function recordsIn(partition: ReturnType<typeof peoplePartition>, name: string, ids: readonly string[]) {
  return ids.map((id) => JSON.stringify(recordWith(partition, name, id)));
}

test("another seed makes other values of the same records", () => {
  const [one, other] = [1, 2].map((seed) =>
    recordsOf(peoplePartition(["small"], { seed }), "hris.employees"),
  );
  expect(other?.map(({ id }) => id)).toEqual(one?.map(({ id }) => id));
  expect(other?.map((record) => record["last_name"])).not.toEqual(one?.map((record) => record["last_name"]));
});

test("everything that can be null is so in some record of the edge world", () => {
  const stored = {
    "hris.employees": "HrisEmployee",
    "hris.employments": "HrisEmployment",
    "hris.groups": "HrisGroup",
    "hris.legal-entities": "HrisLegalEntity",
    "hris.locations": "HrisLocation",
  } as const;
  const partition = peoplePartition(["small", "edge"]);
  const never = peopleCollectionNames.flatMap((name) => {
    const records = recordsOf(partition, name).slice(first.collection(name).size);
    const fields: Readonly<Record<string, { readonly nullable?: boolean }>> =
      entityFields[stored[name]] ?? {};
    return Object.keys(fields).filter(
      (field) =>
        fields[field]?.nullable &&
        !(field in partition.collection(name).recipe.relations) &&
        !records.some((record) => record[field] === null),
    );
  });
  expect(never).toEqual([]);
});

test("each name of the cast is one record's of the small world", () => {
  const names = peopleCollectionNames.flatMap((name) =>
    first.source.rows(name).flatMap(({ cast }) => (cast === undefined ? [] : [`${name} ${cast}`])),
  );
  const told = Object.entries(peopleCast).map(([cast, { collection }]) => `${collection} ${cast}`);
  expect(names.toSorted()).toEqual(told.toSorted());
});

test("what was erased has nothing but ids and stamps", () => {
  const erased = castOf(first, "hris.employees", "erasedEmployee");
  // How it is stored: who asks sees no links, and nothing of its being empty.
  const { bare: _, group_links: links, integration_fields, ...own } = erased;
  const left = Object.keys(own).filter((field) => own[field] !== null);
  expect(left.toSorted()).toEqual(["changed_at", "id", "remote_deleted_at", "remote_id"]);
  expect([links, integration_fields]).toEqual([[], []]);
  expect(String(erased["remote_deleted_at"]) < "2026-01-01").toBe(true);
});
