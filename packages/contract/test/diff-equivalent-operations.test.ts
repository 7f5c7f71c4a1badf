import { diffDocuments } from "@kombo-mock/contract/diff";
import { expect, test } from "vitest";
import { describing, json } from "./small-document.ts";

const string = { type: "string" };
const thing = { type: "object", required: ["id"], properties: { id: string, unit: { type: "integer" } } };

test.each([
  {
    name: "the name of a path parameter",
    before: describing("GET /things/{id}", {
      parameters: [{ name: "id", in: "path", required: true, schema: string }],
    }),
    after: describing("GET /things/{thing_id}", {
      parameters: [{ name: "thing_id", in: "path", required: true, schema: string }],
    }),
  },
  {
    name: "a parameter of the path and of its operation",
    before: {
      openapi: "3.1.0",
      paths: { "/a": { parameters: [{ name: "q", in: "query", schema: string }], get: {} } },
    },
    after: {
      openapi: "3.1.0",
      paths: { "/a": { get: { parameters: [{ name: "q", in: "query", schema: string }] } } },
    },
  },
  {
    name: "a shared answer and one of its own",
    before: {
      ...describing("GET /a", { responses: { 200: { $ref: "#/components/responses/Ok" } } }),
      components: { responses: { Ok: json(thing) } },
    },
    after: describing("GET /a", { responses: { 200: json(thing) } }),
  },
  {
    name: "the case of a header's name",
    before: describing("GET /a", {
      parameters: [{ name: "X-Integration-Id", in: "header", schema: string }],
    }),
    after: describing("GET /a", { parameters: [{ name: "x-integration-id", in: "header", schema: string }] }),
  },
  {
    name: "the charset of a media type",
    before: describing("GET /a", { responses: { 200: json(thing) } }),
    after: describing("GET /a", {
      responses: { 200: { content: { "application/json; charset=utf-8": { schema: thing } } } },
    }),
  },
  {
    name: "the style of a single value",
    before: describing("GET /a", { parameters: [{ name: "q", in: "query", schema: string }] }),
    after: describing("GET /a", { parameters: [{ name: "q", in: "query", explode: false, schema: string }] }),
  },
  {
    name: "summaries, tags, ids and the version of OpenAPI",
    before: describing("GET /a", { summary: "A", tags: ["a"], operationId: "a", description: "a" }),
    after: describing(
      "GET /a",
      { summary: "B", tags: ["b"], operationId: "b" },
      { openapi: "3.0.3", info: { title: "B" } },
    ),
  },
  {
    name: "a webhook of 3.1 and of an extension",
    before: { openapi: "3.1.0", webhooks: { a: { post: { requestBody: json(thing) } } } },
    after: { openapi: "3.0.3", "x-webhooks": { a: { post: { requestBody: json(thing) } } } },
  },
  {
    name: "a reference into a list of another path",
    before: {
      openapi: "3.1.0",
      paths: {
        "/a/b": { get: { parameters: [{ name: "q", in: "query", schema: string }] } },
        "/c": { get: { parameters: [{ $ref: "#/paths/~1a~1b/get/parameters/0" }] } },
      },
    },
    after: {
      openapi: "3.1.0",
      paths: {
        "/a/b": { get: { parameters: [{ name: "q", in: "query", schema: string }] } },
        "/c": { get: { parameters: [{ name: "q", in: "query", schema: string }] } },
      },
    },
  },
  {
    name: "the content type as a header",
    before: describing("GET /a", { responses: { 200: json(thing) } }),
    after: describing("GET /a", { responses: { 200: { ...json(thing), headers: { "Content-Type": {} } } } }),
  },
])("no difference is $name", ({ before, after }) => {
  expect([...diffDocuments(before, after), ...diffDocuments(after, before)]).toEqual([]);
});
