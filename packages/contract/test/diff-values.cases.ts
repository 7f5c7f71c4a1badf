import { object, type SchemaCase, string, unit } from "./schema-case.ts";

/** What can change about a value, in any direction. */
export const valueCases: readonly SchemaCase[] = [
  {
    name: "a type took in another",
    before: unit({ type: "integer" }),
    after: unit({ type: ["integer", "string"] }),
    want: [["type-changed", "answer", '$.unit is now "integer | string", not "integer".']],
  },
  {
    name: "whole numbers became numbers",
    before: unit({ type: "integer" }),
    after: unit({ type: "number" }),
    want: [["type-changed", "answer", '$.unit is now "number", not "integer".']],
  },
  {
    name: "any type became one",
    before: unit({}),
    after: unit(object({ id: string })),
    want: [["type-changed", "request", '$.unit is now "object", not "anything".']],
  },
  {
    name: "a property became nullable",
    before: unit(string),
    after: unit({ type: ["string", "null"] }),
    want: [["became-nullable", "answer", "$.unit may now be null."]],
  },
  {
    name: "a property is no longer nullable",
    before: unit({ oneOf: [object({ id: string }), { type: "null" }] }),
    after: unit(object({ id: string })),
    want: [["no-longer-nullable", "request", "$.unit can no longer be null."]],
  },
  {
    name: "an enum has another value",
    before: unit({ enum: ["DAYS"] }),
    after: unit({ enum: ["HOURS", "DAYS"] }),
    want: [["enum-value-added", "answer", '$.unit has the new value "HOURS".']],
  },
  {
    name: "an enum lost a value and got another",
    before: unit({ type: "string", enum: ["DAYS", "WEEKS"] }),
    after: unit({ type: "string", enum: ["DAYS", "HOURS"] }),
    want: [
      ["enum-value-removed", "request", '$.unit no longer has the value "WEEKS".'],
      ["enum-value-added", "answer", '$.unit has the new value "HOURS".'],
    ],
  },
  {
    name: "a constant changed",
    before: unit({ const: 1 }),
    after: unit({ const: 2 }),
    want: [
      ["enum-value-removed", "request", "$.unit no longer has the value 1."],
      ["enum-value-added", "answer", "$.unit has the new value 2."],
    ],
  },
  {
    name: "an enum is open now",
    before: unit({ type: "string", enum: ["DAYS"] }),
    after: unit({ anyOf: [{ type: "string", enum: ["DAYS"] }, string] }),
    want: [["enum-opened", "answer", "$.unit may now be any value of its type, not only a listed one."]],
  },
  {
    name: "an enum is closed now",
    before: unit(string),
    after: unit({ type: "string", enum: ["DAYS", "HOURS"] }),
    want: [["enum-closed", "request", '$.unit must now be one of "DAYS", "HOURS".']],
  },
  {
    name: "an open list knows another value",
    before: unit({ anyOf: [{ type: "string", enum: ["DAYS"] }, string] }),
    after: unit({ anyOf: [{ type: "string", enum: ["DAYS", "HOURS"] }, string] }),
    want: [["enum-value-added", "neither", '$.unit has the new value "HOURS".']],
  },
  {
    name: "one of two truth values is left",
    before: unit({ type: "boolean" }),
    after: unit({ type: "boolean", enum: [true] }),
    want: [["enum-closed", "request", "$.unit must now be one of true."]],
  },
  {
    name: "a format is new",
    before: unit(string),
    after: unit({ type: "string", format: "date" }),
    want: [["format-changed", "request", '$.unit now has the format "date"; before, there was none.']],
  },
  {
    name: "a format changed",
    before: unit({ type: "string", format: "date" }),
    after: unit({ type: "string", format: "date-time" }),
    want: [["format-changed", "both", '$.unit now has the format "date-time"; before, it was "date".']],
  },
  {
    name: "a number is kept in another way",
    before: unit({ type: "integer", format: "int32" }),
    after: unit({ type: "integer", format: "int64" }),
    want: [["format-changed", "neither", '$.unit now has the format "int64"; before, it was "int32".']],
  },
  {
    name: "a pattern is gone",
    before: unit({ type: "string", pattern: "^a" }),
    after: unit(string),
    want: [["pattern-changed", "answer", '$.unit now has no pattern; before, it was "^a".']],
  },
  {
    name: "a maximum is lower",
    before: unit({ type: "integer", maximum: 250 }),
    after: unit({ type: "integer", maximum: 200 }),
    want: [["limit-changed", "request", "$.unit now has the maximum 200; before, it was 250."]],
  },
  {
    name: "a least length is gone",
    before: unit({ type: "string", minLength: 1 }),
    after: unit(string),
    want: [["limit-changed", "answer", "$.unit now has no minLength; before, it was 1."]],
  },
  {
    name: "the number of items is limited",
    before: unit({ type: "array", items: string }),
    after: unit({ type: "array", items: string, maxItems: 5 }),
    want: [["limit-changed", "request", "$.unit now has the maxItems 5; before, there was none."]],
  },
  {
    name: "a default changed",
    before: unit({ type: "integer", default: 100 }),
    after: unit({ type: "integer", default: 50 }),
    want: [["default-changed", "neither", "$.unit now has the default 50; before, it was 100."]],
  },
  {
    name: "an enum is open now and knows more",
    before: unit({ type: "string", enum: ["DAYS"] }),
    after: unit({ anyOf: [{ type: "string", enum: ["DAYS", "HOURS"] }, string] }),
    want: [
      ["enum-opened", "answer", "$.unit may now be any value of its type, not only a listed one."],
      ["enum-value-added", "neither", '$.unit has the new value "HOURS".'],
    ],
  },
  {
    name: "whole numbers beside all numbers became texts",
    before: unit({ anyOf: [{ type: "integer" }, { type: "number" }] }),
    after: unit(string),
    want: [["type-changed", "both", '$.unit is now "string", not "number".']],
  },
  {
    name: "a format of texts and numbers is new",
    before: unit({ type: ["string", "integer"] }),
    after: unit({ type: ["string", "integer"], format: "decimal" }),
    want: [["format-changed", "request", '$.unit now has the format "decimal"; before, there was none.']],
  },
];
