import { diffDocuments, type JsonObject, type JsonValue } from "@kombo-mock/contract/diff";
import { expect, test } from "vitest";
import { directions, schemas } from "./small-document.ts";

const string = { type: "string" };
const thing = { type: "object", required: ["id"], properties: { id: string, unit: { type: "integer" } } };
const reference = { $ref: "#/components/schemas/Thing" };
const other = { $ref: "#/components/schemas/Other" };

interface Equal {
  readonly name: string;
  readonly before: JsonValue;
  readonly after: JsonValue;
  readonly named?: { readonly before?: JsonObject; readonly after?: JsonObject };
}

const equal: readonly Equal[] = [
  {
    name: "nullable of 3.0 and a list of types of 3.1",
    before: { ...string, nullable: true },
    after: { type: ["string", "null"] },
  },
  { name: "the order of types", before: { type: ["null", "string"] }, after: { type: ["string", "null"] } },
  {
    name: "null as a branch",
    before: { anyOf: [string, { type: "null" }] },
    after: { type: ["string", "null"] },
  },
  {
    name: "a nullable reference of 3.0 and one beside null of 3.1",
    before: { allOf: [reference], nullable: true },
    after: { oneOf: [reference, { type: "null" }] },
    named: { before: { Thing: thing }, after: { Thing: thing } },
  },
  {
    name: "a nullable enum with null and without",
    before: { type: ["string", "null"], enum: ["DAYS", null] },
    after: { type: "string", nullable: true, enum: ["DAYS"] },
  },
  {
    name: "an enum with null and no type",
    before: { enum: ["DAYS", null] },
    after: { type: ["string", "null"], enum: ["DAYS"] },
  },
  { name: "the order of an enum", before: { enum: ["a", "b"] }, after: { type: "string", enum: ["b", "a"] } },
  { name: "a constant and an enum of one", before: { const: "a" }, after: { type: "string", enum: ["a"] } },
  {
    name: "a union of constants and an enum",
    before: { oneOf: [{ const: "a" }, { const: "b" }] },
    after: { enum: ["a", "b"] },
  },
  {
    name: "both truth values and a boolean",
    before: { type: "boolean", enum: [true, false] },
    after: { type: "boolean" },
  },
  {
    name: "a reference and what it refers to",
    before: reference,
    after: thing,
    named: { before: { Thing: thing } },
  },
  {
    name: "names of components",
    before: reference,
    after: other,
    named: { before: { Thing: thing }, after: { Other: thing } },
  },
  {
    name: "allOf and one flat object",
    before: {
      allOf: [
        { type: "object", properties: { id: string } },
        { required: ["id"], properties: { unit: { type: "integer" } } },
      ],
    },
    after: thing,
  },
  {
    name: "the order of keys",
    before: thing,
    after: { properties: { unit: { type: "integer" }, id: string }, required: ["id"], type: "object" },
  },
  {
    name: "descriptions, titles, examples and extensions",
    before: string,
    after: {
      ...string,
      description: "A",
      title: "B",
      example: "c",
      examples: ["d"],
      externalDocs: {},
      "x-any": 1,
    },
  },
  {
    name: "additional properties that are allowed anyhow",
    before: thing,
    after: { ...thing, additionalProperties: {} },
  },
  {
    name: "an object that says so and one that does not",
    before: { properties: { id: string } },
    after: { type: "object", properties: { id: string } },
  },
  {
    name: "an exclusive limit of 3.0 and of 3.1",
    before: { type: "number", minimum: 0, exclusiveMinimum: true },
    after: { type: "number", exclusiveMinimum: 0 },
  },
  { name: "a least length of nothing", before: string, after: { ...string, minLength: 0 } },
  { name: "the order of branches", before: { anyOf: [string, thing] }, after: { anyOf: [thing, string] } },
  { name: "a branch given twice", before: { anyOf: [thing, thing] }, after: thing },
  {
    name: "a union inside a union",
    before: { anyOf: [string, { oneOf: [thing, { type: "null" }] }] },
    after: { anyOf: [thing, { type: ["string", "null"] }] },
  },
  {
    name: "whole numbers beside all numbers",
    before: { anyOf: [{ type: "integer" }, { type: "number" }] },
    after: { type: "number" },
  },
  {
    name: "true and the empty schema",
    before: { type: "array", items: true },
    after: { type: "array", items: {} },
  },
  {
    name: "a rule with a reference and without",
    before: { type: "object", not: reference },
    after: { type: "object", not: { ...thing, description: "never" } },
    named: { before: { Thing: thing } },
  },
  {
    name: "a default beside a reference and one of its own",
    before: { ...reference, default: "a" },
    after: { type: "string", default: "a" },
    named: { before: { Thing: { type: "string", default: "b" } } },
  },
  {
    name: "a number that is whole in one part of allOf, in any order",
    before: { allOf: [{ type: "number" }, { type: "integer" }] },
    after: { allOf: [{ type: "integer" }, { type: "number" }] },
  },
  {
    name: "an object that one part of allOf closes",
    before: { allOf: [{ additionalProperties: false }, { ...thing, additionalProperties: string }] },
    after: { ...thing, unevaluatedProperties: false },
  },
  {
    name: "the shorter of two lengths",
    before: {
      anyOf: [
        { type: "string", maxLength: 5 },
        { type: "string", maxLength: 9 },
      ],
    },
    after: { type: "string", maxLength: 9 },
  },
  {
    name: "null in an enum beside a type without it",
    before: { type: "string", enum: ["DAYS", null] },
    after: { type: ["string", "null"], enum: ["DAYS", null] },
  },
  {
    name: "a rule that holds itself",
    before: { type: "string", not: reference },
    after: { type: "string", not: other },
    named: {
      before: { Thing: { type: "array", items: reference } },
      after: { Other: { type: "array", items: other } },
    },
  },
];

const table = directions.flatMap((where) => equal.map((one) => ({ ...one, ...where })));

test.each(table)("$direction: no difference is $name", ({ before, after, named, place }) => {
  const past = place(before, schemas(named?.before ?? {}));
  const present = place(after, schemas(named?.after ?? {}));
  expect([...diffDocuments(past, present), ...diffDocuments(present, past)]).toEqual([]);
});
