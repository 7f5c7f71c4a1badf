import { object, type SchemaCase, string, unit } from "./schema-case.ts";

/** What can change about the keys of an object, in any direction. */
export const keyCases: readonly SchemaCase[] = [
  {
    name: "an optional property is new",
    before: object({ id: string }),
    after: object({ id: string, unit: { type: ["string", "null"] } }),
    want: [["property-added", "neither", "$.unit is new: string | null, optional."]],
  },
  {
    name: "a required property is new",
    before: object({ id: string }),
    after: object({ id: string, unit: string }, ["unit"]),
    want: [["property-added", "request", "$.unit is new: string, required."]],
  },
  {
    name: "a property is gone",
    before: object({ id: string, unit: string }),
    after: object({ id: string }),
    want: [["property-removed", "both", "$.unit is gone."]],
  },
  {
    name: "a property became required",
    before: object({ id: string }),
    after: object({ id: string }, ["id"]),
    want: [["became-required", "request", "$.id is now required."]],
  },
  {
    name: "a property became optional",
    before: object({ id: string }, ["id"]),
    after: object({ id: string }),
    want: [["became-optional", "answer", "$.id is now optional."]],
  },
  {
    name: "a property deep inside lists changed",
    before: object({ results: { type: "array", items: unit(string) } }),
    after: object({ results: { type: "array", items: unit({ type: "boolean" }) } }),
    want: [["type-changed", "both", '$.results[].unit is now "boolean", not "string".']],
  },
  {
    name: "a property is deprecated",
    before: unit(string),
    after: unit({ type: "string", deprecated: true }),
    want: [["deprecated", "neither", "$.unit is now deprecated."]],
  },
  {
    name: "another rule is new",
    before: unit({ type: "number" }),
    after: unit({ type: "number", multipleOf: 5 }),
    want: [["rule-changed", "request", '$.unit now has the multipleOf "5"; before, there was none.']],
  },
  {
    name: "further keys are no longer taken",
    before: object({ id: string }),
    after: { ...object({ id: string }), additionalProperties: false },
    want: [
      [
        "additional-properties-changed",
        "request",
        "$ now takes no further keys; before, it took any further keys.",
      ],
    ],
  },
  {
    name: "further keys are said to be texts",
    before: { type: "object" },
    after: { type: "object", additionalProperties: string },
    want: [
      [
        "additional-properties-changed",
        "request",
        '$ now takes further keys that are "string"; before, it took any further keys.',
      ],
    ],
  },
  {
    name: "what further keys hold changed",
    before: { type: "object", additionalProperties: string },
    after: { type: "object", additionalProperties: { type: ["string", "null"] } },
    want: [["became-nullable", "answer", "$.* may now be null."]],
  },
  {
    name: "a rule about keys changed",
    before: { ...object({ id: string }), not: { properties: { description: string } } },
    after: { ...object({ id: string }), not: { properties: { title: string } } },
    want: [
      [
        "rule-changed",
        "both",
        '$ now has the not "{"properties":{"title":{"type":"string"}}}"; before, it was "{"properties":{"description":{"type":"string"}}}".',
      ],
    ],
  },
];
