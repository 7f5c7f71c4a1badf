import { expect, test } from "vitest";
import type { SchemaObject } from "../scripts/document.ts";
import { document, exchanges, schemas, webhooks, within } from "./schemas.ts";

const annotations = new Set([
  "description",
  "deprecated",
  "default",
  "example",
  "x-sdk-models",
  "x-kombo-models",
]);

/** A schema's structure as a text: without what only explains it, and in one order. */
function structureOf(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(structureOf).sort().join()}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const kept = Object.entries(value).filter(([key]) => !annotations.has(key));
  return `{${kept
    .map(([key, child]) => `${key}:${structureOf(child)}`)
    .sort()
    .join()}}`;
}

test("structures are compared without their descriptions and their order", () => {
  const one = { type: "object", description: "One.", required: ["a", "b"], properties: { a: {}, b: {} } };
  const other = { type: "object", description: "Other.", required: ["b", "a"], properties: { b: {}, a: {} } };
  expect(structureOf(one)).toBe(structureOf(other));
  expect(structureOf(one)).not.toBe(structureOf({ ...other, required: ["a"] }));
});

const answers = exchanges.flatMap(({ name, answer }) => (answer ? [{ name, answer }] : []));

test.each(answers)("$name answers success, data and at times warnings, and no more", ({ answer }) => {
  const { data, warnings, ...rest } = answer.properties ?? {};
  const list = { type: "array", items: { $ref: "#/components/schemas/Warning" } };
  expect(data).toBeDefined();
  expect([undefined, structureOf(list)]).toContain(warnings && structureOf(warnings));
  expect(rest).toEqual({ status: { type: "string", const: "success" } });
  expect(answer.required?.toSorted()).toEqual(["data", "status", ...(warnings ? ["warnings"] : [])]);
});

/** What stands in an answer's envelope, and in its list of results. */
function payloadOf(answer: SchemaObject): SchemaObject {
  const { data = {} } = answer.properties ?? {};
  const { results, next, ...rest } = data.properties ?? {};
  return results?.items && Object.keys(rest).length === 0 ? results.items : data;
}

/** Every place where a schema stands: named, in requests, in answers within their envelope, and in webhooks. */
const everywhere = [
  ...schemas,
  ...[...exchanges, ...webhooks].flatMap(({ name, request, answer }) => [
    ...(request ? within(`${name} request`, request) : []),
    ...(answer ? within(`${name} 200`, payloadOf(answer)) : []),
  ]),
];

/** These keep the cursor under its older name as well. */
const withOlderName = [
  "GET /integrations/{integration_id}/custom-fields",
  "GET /integrations/{integration_id}/integration-fields",
];

test("a page of results is a list and the next cursor, both always there", () => {
  const pages = answers.flatMap(({ name, answer }) => {
    const data = answer.properties?.["data"] ?? {};
    return data.properties?.["next"] ? [{ name, data }] : [];
  });
  const odd = pages.filter(({ data: { required, properties = {} } }) => {
    const { results, next, ...rest } = properties;
    const isList =
      results?.type === "array" && structureOf(next) === structureOf({ type: ["string", "null"] });
    return !isList || Object.keys(rest).length > 0 || required?.toSorted().join() !== "next,results";
  });
  expect(pages).toHaveLength(40);
  expect(odd.map(({ name }) => name)).toEqual(withOlderName);
});

test("no two object schemas have the same structure, and none stands inline at two places", () => {
  const objects = everywhere.filter(({ schema }) => schema.properties);
  const byStructure = Map.groupBy(objects, ({ schema }) => structureOf(schema));
  const twins = [...byStructure.values()].filter((same) => same.length > 1);
  expect(objects.length).toBeGreaterThan(400);
  expect(twins.map((same) => same.map(({ place }) => place))).toEqual([]);
});

test("no two enums list the same values, and only that of a note's content type lists a single one", () => {
  const enums = everywhere.filter(({ schema }) => schema.enum);
  const byValues = Map.groupBy(enums, ({ schema }) => structureOf(schema.enum));
  const twins = [...byValues.values()].filter((same) => same.length > 1);
  const single = enums.filter(({ schema }) => schema.enum?.length === 1);
  expect(enums.length).toBeGreaterThan(80);
  expect(twins.map((same) => same.map(({ place }) => place))).toEqual([]);
  expect(single.map(({ place }) => place)).toEqual(["AtsNoteCreateRequest.content_type"]);
});

test("an enum lists null exactly where its type allows it", () => {
  const nullable = everywhere.filter(({ schema }) => schema.enum && [schema.type].flat().includes("null"));
  const listing = everywhere.filter(({ schema }) => schema.enum?.includes(null));
  expect(nullable.length).toBeGreaterThan(25);
  expect(listing.map(({ place }) => place)).toEqual(nullable.map(({ place }) => place));
});

test("nothing is nullable in the way of OpenAPI 3.0", () => {
  expect(document).toMatchObject({ openapi: "3.1.0" });
  expect(JSON.stringify(document)).not.toContain('"nullable"');
});

test("an object requires only keys that it has", () => {
  const unknown = everywhere.flatMap(({ place, schema }) =>
    (schema.required ?? [])
      .filter((key) => !(key in (schema.properties ?? {})))
      .map((key) => `${place}.${key}`),
  );
  expect(unknown).toEqual([]);
});
