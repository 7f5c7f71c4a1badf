import { expect, test } from "vitest";
import { document, schemas } from "./schemas.ts";

const annotations = new Set(["description", "deprecated", "default", "example", "x-sdk-models"]);

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

test("no two object schemas have the same structure", () => {
  const objects = schemas.filter(({ schema }) => schema.properties);
  const byStructure = Map.groupBy(objects, ({ schema }) => structureOf(schema));
  const twins = [...byStructure.values()].filter((same) => same.length > 1);
  expect(objects.length).toBeGreaterThan(20);
  expect(twins.map((same) => same.map(({ place }) => place))).toEqual([]);
});

test("no two enums list the same values", () => {
  const enums = schemas.filter(({ schema }) => schema.enum);
  const byValues = Map.groupBy(enums, ({ schema }) => structureOf(schema.enum));
  const twins = [...byValues.values()].filter((same) => same.length > 1);
  expect(enums.length).toBeGreaterThan(10);
  expect(twins.map((same) => same.map(({ place }) => place))).toEqual([]);
});

test("an enum lists null exactly where its type allows it", () => {
  const nullable = schemas.filter(({ schema }) => schema.enum && [schema.type].flat().includes("null"));
  const listing = schemas.filter(({ schema }) => schema.enum?.includes(null));
  const places = ["GeneralErrorEnvelope.error.code", "IntegrationToolId", "LinkLanguage"];
  expect(nullable.map(({ place }) => place).sort()).toEqual(places);
  expect(listing.map(({ place }) => place).sort()).toEqual(places);
});

test("nothing is nullable in the way of OpenAPI 3.0", () => {
  expect(document).toMatchObject({ openapi: "3.1.0" });
  expect(JSON.stringify(document)).not.toContain('"nullable"');
});

test("an object requires only keys that it has", () => {
  const unknown = schemas.flatMap(({ place, schema }) =>
    (schema.required ?? [])
      .filter((key) => !(key in (schema.properties ?? {})))
      .map((key) => `${place}.${key}`),
  );
  expect(unknown).toEqual([]);
});

test("every named schema says what it is", () => {
  const silent = Object.entries(document.components.schemas).filter(([, { description }]) => !description);
  expect(silent.map(([name]) => name)).toEqual([]);
});
