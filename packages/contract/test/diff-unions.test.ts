import { diffDocuments, type JsonObject, type JsonValue } from "@kombo-mock/contract/diff";
import { expect, test } from "vitest";
import { directions, told } from "./small-document.ts";

const { place } = directions[1];
const string = { type: "string" };
const variant = (type: JsonValue, properties: JsonObject = {}, required: string[] = ["type"]) => ({
  type: "object",
  required,
  properties: { type, ...properties },
});
const inline = variant({ const: "inline" }, { entries: { type: "array", items: string } });
const linked = variant({ const: "linked" }, { link: string });
const person = { type: "object", properties: { first_name: string, last_name: string } };
const company = { type: "object", properties: { company_name: string } };

test.each([
  {
    name: "a variant changed, whatever the order",
    before: { oneOf: [inline, linked] },
    after: { oneOf: [variant({ const: "linked" }, { link: { type: "integer" } }), inline] },
    want: ['breaking type-changed: answer(type=linked).link is now "integer", not "string".'],
  },
  {
    name: "a variant is new",
    before: { oneOf: [inline, linked] },
    after: { oneOf: [inline, linked, variant({ const: "none" })] },
    want: ['breaking variant-added: answer has a new variant {"type":"none"}.'],
  },
  {
    name: "an object became one of two variants",
    before: inline,
    after: { anyOf: [inline, linked] },
    want: ['breaking variant-added: answer has a new variant {"type":"linked"}.'],
  },
  {
    name: "a variant is gone",
    before: { anyOf: [inline, linked] },
    after: inline,
    want: ['harmless variant-removed: answer no longer has the variant {"type":"linked"}.'],
  },
  {
    name: "variants for several constants are told apart by each",
    before: { oneOf: [variant({ enum: ["a", "b"] }, { x: string }), linked] },
    after: { oneOf: [variant({ const: "a" }, { x: string }), variant({ const: "b" }, {}), linked] },
    want: ["breaking property-removed: answer(type=b).x is gone."],
  },
  {
    name: "an object without variants has another constant",
    before: inline,
    after: variant({ const: "other" }, { entries: { type: "array", items: string } }),
    want: [
      'harmless enum-value-removed: answer.type no longer has the value "inline".',
      'breaking enum-value-added: answer.type has the new value "other".',
    ],
  },
  {
    name: "variants without a constant belong to those that differ least",
    before: { anyOf: [person, company] },
    after: { anyOf: [company, { ...person, required: ["last_name"] }] },
    want: ["harmless became-required: answer.last_name is now required."],
  },
  {
    name: "a variant without a constant is new",
    before: { anyOf: [person, string] },
    after: { anyOf: [person, company, string] },
    want: ['breaking variant-added: answer has a new variant with the keys "company_name".'],
  },
  {
    name: "a text beside an object is gone",
    before: { anyOf: [person, string] },
    after: person,
    want: ['harmless type-changed: answer is now "object", not "object | string".'],
  },
  {
    name: "what is required of one of two",
    before: { ...person, anyOf: [{ required: ["first_name"] }, { required: ["last_name"] }] },
    after: { ...person, anyOf: [{ required: ["first_name"] }] },
    want: [
      'harmless variant-removed: answer no longer has the variant with the keys "first_name", "last_name".',
    ],
  },
  {
    name: "what a list in a union holds",
    before: { anyOf: [string, { type: "array", items: string }] },
    after: { anyOf: [string, { type: "array", items: { type: "integer" } }] },
    want: ['breaking type-changed: answer[] is now "integer", not "string".'],
  },
  {
    name: "one of two formats is gone",
    before: {
      anyOf: [
        { type: "string", format: "date" },
        { type: "string", format: "date-time" },
      ],
    },
    after: { type: "string", format: "date" },
    want: ['harmless format-changed: answer now has the format "date"; before, it was "date", "date-time".'],
  },
  {
    name: "allOf whose part became stricter",
    before: { allOf: [person, { type: "object", required: ["first_name"] }] },
    after: { allOf: [person, { type: "object", required: ["first_name", "last_name"] }] },
    want: ["harmless became-required: answer.last_name is now required."],
  },
  {
    name: "a rule of one variant changed",
    before: {
      oneOf: [
        { ...inline, propertyNames: { maxLength: 5 } },
        { ...linked, propertyNames: { maxLength: 7 } },
      ],
    },
    after: {
      oneOf: [
        { ...inline, propertyNames: { maxLength: 5 } },
        { ...linked, propertyNames: { maxLength: 9 } },
      ],
    },
    want: [
      'breaking rule-changed: answer(type=linked) now has the propertyNames "{"maxLength":9}"; before, it was "{"maxLength":7}".',
    ],
  },
  {
    name: "of two constants, the one that stays tells variants apart",
    before: {
      oneOf: [
        variant({ const: "a" }, { also: { const: "x" } }),
        variant({ const: "b" }, { also: { const: "y" } }),
      ],
    },
    after: {
      oneOf: [
        variant({ const: "a" }, { also: { const: "z" } }),
        variant({ const: "b" }, { also: { const: "y" } }),
      ],
    },
    want: [
      'harmless enum-value-removed: answer(type=a).also no longer has the value "x".',
      'breaking enum-value-added: answer(type=a).also has the new value "z".',
    ],
  },
  {
    name: "a constant that two variants share tells nothing apart",
    before: {
      oneOf: [variant({ const: "a" }, { first: string }), variant({ const: "a" }, { second: string })],
    },
    after: {
      oneOf: [
        variant({ const: "a" }, { first: { type: "integer" } }),
        variant({ const: "a" }, { second: string }),
      ],
    },
    want: ['breaking type-changed: answer.first is now "integer", not "string".'],
  },
  {
    name: "variants that share keys belong to those that differ least, and the same is told once",
    before: { anyOf: [{ properties: { x: string, y: string } }, { properties: { x: string, z: string } }] },
    after: {
      anyOf: [
        { properties: { x: string, z: string, also: string } },
        { properties: { x: string, y: string, also: string } },
      ],
    },
    want: ["harmless property-added: answer.also is new: string, optional."],
  },
])("$name", ({ before, after, want }) => {
  expect(told(diffDocuments(place(before), place(after)))).toEqual(want);
});

test("more alternatives than can be compared are an error", () => {
  const option = {
    anyOf: Array.from({ length: 50 }, (_, index) => ({ type: "object", required: [`k${index}`] })),
  };
  const document = place({ allOf: [option, option, option] });
  expect(() => diffDocuments(document, document)).toThrow("A schema combines more than 2000 alternatives");
});
