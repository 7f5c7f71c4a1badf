import type { JsonValue } from "@kombo-mock/contract/diff";
import { object, string } from "./schema-case.ts";

type Edit = readonly [path: readonly string[], value: JsonValue | undefined];
type Name = "reader" | "writer" | "hooked" | "vague";

/** A pair of documents as what was edited, what that means for anybody, and whom of the consumers it hits. */
export interface Pair {
  readonly name: string;
  readonly edits: readonly Edit[];
  readonly verdict: "breaking" | "harmless" | "same";
  readonly hits?: readonly Name[];
  readonly may?: readonly Name[];
}

const list = ["paths", "/people", "get"];
const schema = ["content", "application/json", "schema"];
const page = [...list, "responses", "200", ...schema, "properties", "data"];
const person = [...page, "properties", "results", "items"];
const field = (name: string) => [...person, "properties", name];
const create = ["paths", "/people", "post"];
const body = [...create, "requestBody", ...schema];
const key = (name: string) => [...body, "properties", name];
const created = [...create, "responses", "200", ...schema, "properties", "data"];
const hook = ["webhooks", "people-changed", "post", "requestBody", ...schema, "properties", "data"];
const code = (operation: readonly string[]) => [
  ...operation,
  "responses",
  "default",
  ...schema,
  "properties",
  "error",
  "properties",
  "code",
  "enum",
];
const parameter = (at: number) => [...list, "parameters", String(at)];
const pair = (
  name: string,
  edits: readonly Edit[],
  verdict: Pair["verdict"],
  hits: Name[] = [],
  may: Name[] = [],
): Pair => ({
  ...{ name, edits, verdict, hits, may },
});

const removal = (name: string): JsonValue => ({
  delete: {
    parameters: [{ name, in: "path", required: true, schema: string }],
    responses: { 200: { content: { "application/json": { schema: object({}) } } } },
  },
});

/** What changes in answers and webhooks. */
export const answerPairs: readonly Pair[] = [
  pair(
    "a used field is gone",
    [
      [field("email"), undefined],
      [
        [...person, "required"],
        ["id", "unit", "tags"],
      ],
    ],
    "breaking",
    ["reader"],
    ["vague"],
  ),
  pair(
    "a field that nobody is known to use is gone",
    [
      [field("tags"), undefined],
      [
        [...person, "required"],
        ["id", "email", "unit"],
      ],
    ],
    "breaking",
    [],
    ["vague"],
  ),
  pair(
    "the id is gone",
    [
      [field("id"), undefined],
      [
        [...person, "required"],
        ["email", "unit", "tags"],
      ],
    ],
    "breaking",
    ["reader", "vague"],
  ),
  pair("the id became nullable", [[field("id"), { type: ["string", "null"] }]], "breaking", [
    "reader",
    "vague",
  ]),
  pair("the id became a number", [[field("id"), { type: "integer" }]], "breaking", ["reader", "vague"]),
  pair(
    "the id became optional",
    [
      [
        [...person, "required"],
        ["email", "unit", "tags"],
      ],
    ],
    "breaking",
    ["reader", "vague"],
  ),
  pair(
    "an unused field became nullable",
    [[field("tags"), { type: ["array", "null"], items: string }]],
    "breaking",
    [],
    ["vague"],
  ),
  pair(
    "items of an unused list became nullable",
    [[[...field("tags"), "items"], { type: ["string", "null"] }]],
    "breaking",
    [],
    ["vague"],
  ),
  pair(
    "an unused list of words is wider",
    [[field("unit"), { enum: ["A", "B", "C"] }]],
    "breaking",
    [],
    ["vague"],
  ),
  pair("a list of words is narrower", [[field("unit"), { enum: ["A"] }]], "harmless"),
  pair("a list of words was opened", [[field("unit"), { type: "string" }]], "breaking", [], ["vague"]),
  pair("a used field can no longer be null", [[field("email"), string]], "harmless"),
  pair(
    "a used field may be a number too",
    [[field("email"), { type: ["string", "null", "integer"] }]],
    "breaking",
    ["reader"],
    ["vague"],
  ),
  pair("a field of an unused object is gone", [[[...field("boss")], object({})]], "breaking", [], ["vague"]),
  pair(
    "an unused object became required",
    [
      [
        [...person, "required"],
        ["id", "email", "unit", "tags", "boss"],
      ],
    ],
    "harmless",
  ),
  pair("an answer has a new field", [[field("age"), { type: "integer" }]], "harmless"),
  pair(
    "the cursor is gone",
    [
      [[...page, "properties", "next"], undefined],
      [[...page, "required"], ["results"]],
    ],
    "breaking",
    ["reader"],
    ["vague"],
  ),
  pair(
    "the cursor is a number",
    [[[...page, "properties", "next"], { type: ["integer", "null"] }]],
    "breaking",
    ["reader"],
    ["vague"],
  ),
  pair(
    "the results are gone",
    [
      [[...page, "properties", "results"], undefined],
      [[...page, "required"], ["next"]],
    ],
    "breaking",
    ["reader", "vague"],
  ),
  pair("the results are optional", [[[...page, "required"], ["next"]]], "breaking", ["reader", "vague"]),
  pair(
    "the results may be null",
    [
      [
        [...page, "properties", "results", "type"],
        ["array", "null"],
      ],
    ],
    "breaking",
    ["reader", "vague"],
  ),
  pair(
    "an answer is no JSON any more",
    [[[...list, "responses", "200", "content"], { "text/csv": {} }]],
    "breaking",
    ["reader", "vague"],
  ),
  pair(
    "a success has another status",
    [[[...list, "responses", "202"], { description: "later" }]],
    "breaking",
    ["reader", "vague"],
  ),
  pair("what is created no longer has an id", [[[...created], object({ note: string })]], "breaking", [
    "writer",
  ]),
  pair("what is created no longer has a note", [[[...created, "properties", "note"], undefined]], "breaking"),
  pair("a text has a format", [[field("id"), { type: "string", format: "uuid" }]], "harmless"),
  pair("a text may be longer", [[field("id"), { type: "string", maxLength: 10 }]], "harmless"),
  pair(
    "there is a new error code",
    [[code(list), ["X", "Y", "Z", null]]],
    "breaking",
    [],
    ["reader", "vague"],
  ),
  pair("an error code that is handled is gone", [[code(list), ["Y", null]]], "harmless", ["reader"]),
  pair("an error code that is not handled is gone", [[code(list), ["X", null]]], "harmless"),
  pair(
    "there is a new error code of a write",
    [[code(create), ["X", "Y", "Z", null]]],
    "breaking",
    [],
    ["writer"],
  ),
  pair("a webhook is gone", [[["webhooks"], {}]], "breaking", ["hooked"]),
  pair("a webhook lost its id", [[hook, object({ kind: { enum: ["A"] } }, ["kind"])]], "breaking", [
    "hooked",
  ]),
  pair("a webhook has a new kind", [[[...hook, "properties", "kind"], { enum: ["A", "B"] }]], "breaking"),
  pair(
    "a webhook's id may be null",
    [[[...hook, "properties", "id"], { type: ["string", "null"] }]],
    "breaking",
    ["hooked"],
  ),
  pair("a webhook has a new field", [[[...hook, "properties", "at"], string]], "harmless"),
  pair(
    "a used field is deprecated",
    [[field("email"), { type: ["string", "null"], deprecated: true }]],
    "harmless",
    ["reader"],
    ["vague"],
  ),
];

/** What changes in requests, operations and the API as a whole. */
export const requestPairs: readonly Pair[] = [
  pair("an operation is gone", [[create, undefined]], "breaking", ["writer"]),
  pair("an operation that nobody uses is gone", [[["paths", "/people/{id}"], undefined]], "breaking"),
  pair("an operation is deprecated", [[[...list, "deprecated"], true]], "harmless", ["reader", "vague"]),
  pair("there is a new operation", [[["paths", "/teams"], { get: { responses: {} } }]], "harmless"),
  pair(
    "a path parameter is renamed",
    [
      [["paths", "/people/{id}"], undefined],
      [["paths", "/people/{person}"], removal("person")],
    ],
    "same",
  ),
  pair(
    "the API moved",
    [[["servers"], [{ url: "https://next.example.com" }]]],
    "breaking",
    [],
    ["reader", "writer", "hooked", "vague"],
  ),
  pair("a parameter that is sent is gone", [[parameter(0), undefined]], "breaking", ["reader"]),
  pair("a parameter that nobody sends is gone", [[parameter(1), undefined]], "breaking"),
  pair(
    "a parameter that is sent has a lower limit",
    [[[...parameter(0), "schema", "maximum"], 20]],
    "breaking",
    [],
    ["reader"],
  ),
  pair("a parameter has a higher limit", [[[...parameter(0), "schema", "maximum"], 500]], "harmless"),
  pair(
    "a parameter that is sent has another type",
    [[[...parameter(0), "schema"], { type: "string", format: "uuid" }]],
    "breaking",
    ["reader"],
  ),
  pair("a parameter became required", [[[...parameter(1), "required"], true]], "breaking", [
    "reader",
    "vague",
  ]),
  pair("a parameter that is sent became required", [[[...parameter(0), "required"], true]], "breaking", [
    "vague",
  ]),
  pair(
    "a new parameter is required",
    [[parameter(2), { name: "tenant", in: "query", required: true, schema: string }]],
    "breaking",
    ["reader", "vague"],
  ),
  pair(
    "a new parameter is optional",
    [[parameter(2), { name: "tenant", in: "query", schema: string }]],
    "harmless",
  ),
  pair(
    "a new header is required",
    [[parameter(2), { name: "X-Tenant", in: "header", required: true, schema: string }]],
    "breaking",
    ["reader", "vague"],
  ),
  pair("a parameter is deprecated", [[[...parameter(0), "deprecated"], true]], "harmless", ["reader"]),
  pair("a parameter takes fewer words", [[[...parameter(1), "schema"], { enum: ["A"] }]], "breaking"),
  pair("a key that is sent is gone", [[key("role"), undefined]], "breaking", ["writer"]),
  pair("a key that is not sent is gone", [[key("address"), undefined]], "breaking"),
  pair(
    "a new key is required",
    [
      [key("team"), string],
      [
        [...body, "required"],
        ["name", "team"],
      ],
    ],
    "breaking",
    ["writer"],
  ),
  pair("a new key is optional", [[key("team"), string]], "harmless"),
  pair(
    "a key that is sent became required",
    [
      [
        [...body, "required"],
        ["name", "role"],
      ],
    ],
    "breaking",
  ),
  pair(
    "a key that is not sent became required",
    [
      [
        [...body, "required"],
        ["name", "address"],
      ],
    ],
    "breaking",
    ["writer"],
  ),
  pair(
    "a key of an object that is not sent became required",
    [
      [
        [...key("address"), "required"],
        ["city", "zip"],
      ],
    ],
    "breaking",
  ),
  pair("a key became optional", [[[...body, "required"], []]], "harmless"),
  pair("a key takes fewer words", [[key("role"), { enum: ["HEAD"] }]], "breaking", [], ["writer"]),
  pair("a key takes more words", [[key("role"), { enum: ["HEAD", "HAND", "FOOT"] }]], "harmless"),
  pair("a key has another type", [[key("name"), { type: "integer" }]], "breaking", ["writer"]),
  pair(
    "a key can no longer be null",
    [[key("nick"), { type: "string", maxLength: 40 }]],
    "breaking",
    [],
    ["writer"],
  ),
  pair("a key may be null", [[key("name"), { type: ["string", "null"] }]], "harmless"),
  pair("a key has a shorter limit", [[[...key("nick"), "maxLength"], 10]], "breaking", [], ["writer"]),
  pair("a key has a format", [[[...key("name"), "format"], "email"]], "breaking", [], ["writer"]),
  pair("a key has a pattern", [[[...key("name"), "pattern"], "^[a-z]+$"]], "breaking", [], ["writer"]),
  pair(
    "a body is no JSON any more",
    [[[...create, "requestBody", "content"], { "text/csv": {} }]],
    "breaking",
    ["writer"],
  ),
  pair(
    "a body takes no further keys",
    [[[...body, "additionalProperties"], false]],
    "breaking",
    [],
    ["writer"],
  ),
  pair(
    "a read takes a body",
    [[[...list, "requestBody"], { required: true, content: { "application/json": { schema: object({}) } } }]],
    "breaking",
    ["reader", "vague"],
  ),
  pair(
    "descriptions and order",
    [
      [[...list, "description"], "new words"],
      [
        [...person, "required"],
        ["unit", "tags", "id", "email"],
      ],
    ],
    "same",
  ),
];
