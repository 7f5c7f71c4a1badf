import { diffDocuments, type JsonObject, type JsonValue } from "@kombo-mock/contract/diff";
import { expect, test } from "vitest";
import { object } from "./schema-case.ts";
import { describing, json, told } from "./small-document.ts";

const get = (described: JsonObject, root?: JsonObject) => describing("GET /things", described, root);
const post = (described: JsonObject) => describing("POST /things", described);
const answers = (responses: JsonObject) => get({ responses });
const webhooks = (described: JsonObject) => ({ openapi: "3.1.0", webhooks: described });
const failure = (code: JsonValue) => json(object({ error: object({ code }) }));
const header = (name: string) => ({ name, in: "header", schema: { type: "string" } });
const empty = { openapi: "3.1.0", paths: {} };

test.each([
  {
    name: "an operation is new",
    before: empty,
    after: get({}),
    want: ['harmless operation-added: "GET /things" is new.'],
  },
  {
    name: "an operation is gone",
    before: get({}),
    after: empty,
    want: ['breaking operation-removed: "GET /things" is gone.'],
  },
  {
    name: "an operation has another method",
    before: get({}),
    after: post({}),
    want: [
      'breaking operation-removed: "GET /things" is gone.',
      'harmless operation-added: "POST /things" is new.',
    ],
  },
  {
    name: "an operation is deprecated",
    before: get({}),
    after: get({ deprecated: true }),
    want: ['harmless operation-deprecated: "GET /things" is now deprecated.'],
  },
  {
    name: "an operation is no longer deprecated",
    before: get({ deprecated: true }),
    after: get({}),
    want: ['harmless operation-no-longer-deprecated: "GET /things" is no longer deprecated.'],
  },
  {
    name: "the API is served elsewhere",
    before: get({}, { servers: [{ url: "https://a.example" }] }),
    after: get({}, { servers: [{ url: "https://b.example/" }] }),
    want: [
      'breaking server-removed: The API is no longer served at "https://a.example".',
      'harmless server-added: The API is now served at "https://b.example" as well.',
    ],
  },
  {
    name: "an answer is of another media type",
    before: answers({ 200: json({}) }),
    after: answers({ 200: { content: { "text/csv": {} } } }),
    want: ['breaking content-type-changed: answer now comes as "text/csv", not as "application/json".'],
  },
  {
    name: "a success has another status",
    before: answers({ 200: json({}) }),
    after: answers({ 202: json({}) }),
    want: ["breaking answer-removed: answer is gone.", "breaking answer-added: answer(202) is new."],
  },
  {
    name: "a failure has a status of its own",
    before: answers({ 200: json({}) }),
    after: answers({ 200: json({}), 404: json({}) }),
    want: ["harmless answer-added: answer(404) is new."],
  },
  {
    name: "an error code is new and one is gone",
    before: answers({ default: failure({ enum: ["A", "B", null] }) }),
    after: answers({ default: failure({ enum: ["C", "A", null] }) }),
    want: [
      'harmless error-code-removed: answer(default).error.code no longer has the error code "B".',
      'breaking error-code-added: answer(default).error.code has the new error code "C".',
    ],
  },
  {
    name: "another list of an error is longer",
    before: answers({ default: json(object({ other_code: { enum: ["A"] } })) }),
    after: answers({ default: json(object({ other_code: { enum: ["A", "B"] } })) }),
    want: ['breaking enum-value-added: answer(default).other_code has the new value "B".'],
  },
  {
    name: "an answer redirects",
    before: answers({ 200: json({}) }),
    after: answers({ 200: json({}), 302: {} }),
    want: ["breaking answer-added: answer(302) is new."],
  },
  {
    name: "a header of an answer is new and one is gone",
    before: answers({ 200: { headers: { "X-A": { schema: { type: "string" } } } } }),
    after: answers({ 200: { headers: { "X-B": { required: true, schema: { type: "integer" } } } } }),
    want: [
      "breaking header-removed: answer.header.X-A is gone.",
      "harmless header-added: answer.header.X-B is new: integer, required.",
    ],
  },
  {
    name: "a webhook is new and one is gone",
    before: webhooks({ "data-changed": { post: {} } }),
    after: webhooks({ "sync-finished": { post: {} } }),
    want: [
      'breaking webhook-removed: "webhook data-changed" is gone.',
      'harmless webhook-added: "webhook sync-finished" is new.',
    ],
  },
  {
    name: "a webhook's header is gone",
    before: webhooks({ a: { post: { parameters: [header("X-Kombo-Signature")] } } }),
    after: webhooks({ a: { post: {} } }),
    want: ["breaking parameter-removed: webhook.header.X-Kombo-Signature is gone."],
  },
])("$name", ({ before, after, want }) => {
  expect(told(diffDocuments(before, after))).toEqual(want);
});

test("a difference is data", () => {
  const item = (schema: JsonValue) =>
    answers({ 200: json({ type: "array", items: { type: "object", properties: { unit: schema } } }) });
  expect(diffDocuments(item({ enum: ["DAYS"] }), item({ enum: ["DAYS", "HOURS"] }))).toEqual([
    {
      operation: "GET /things",
      direction: "answer",
      location: "answer[].unit",
      change: "enum-value-added",
      before: null,
      after: "HOURS",
      breaking: true,
      message: 'answer[].unit has the new value "HOURS".',
    },
  ]);
});

test.each([
  { given: null, want: "The earlier document is not an object." },
  {
    given: { swagger: "2.0" },
    want: "The earlier document is not OpenAPI 3.0 or 3.1: it has no `openapi` key.",
  },
  { given: { openapi: "2.0" }, want: 'The earlier document is not OpenAPI 3.0 or 3.1: `openapi` is "2.0".' },
  {
    given: answers({ 200: { $ref: "#/components/responses/No" } }),
    want: '"#/components/responses/No" leads nowhere.',
  },
  {
    given: answers({ 200: json({ $ref: "other.yaml#/Thing" }) }),
    want: '"other.yaml#/Thing" points outside the document. Bundle it into one file first.',
  },
])("of what cannot be compared it is said that $want", ({ given, want }) => {
  expect(() => diffDocuments(given, given)).toThrow(want);
});
