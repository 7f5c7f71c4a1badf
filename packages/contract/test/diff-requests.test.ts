import { diffDocuments, type JsonObject } from "@kombo-mock/contract/diff";
import { expect, test } from "vitest";
import { describing, json, told } from "./small-document.ts";

const get = (described: JsonObject, root?: JsonObject) => describing("GET /things", described, root);
const post = (described: JsonObject) => describing("POST /things", described);
const query = (...parameters: JsonObject[]) =>
  get({ parameters: parameters.map((one) => ({ in: "query", schema: { type: "string" }, ...one })) });
const header = (name: string) => ({ name, in: "header", schema: { type: "string" } });

test.each([
  {
    name: "an optional parameter is new",
    before: query(),
    after: query({ name: "ids" }),
    want: ["harmless parameter-added: query.ids is new: string, optional."],
  },
  {
    name: "a required parameter is new",
    before: query(),
    after: query({ name: "ids", required: true }),
    want: ["breaking parameter-added: query.ids is new: string, required."],
  },
  {
    name: "a parameter is gone",
    before: query({ name: "ids" }),
    after: query(),
    want: ["breaking parameter-removed: query.ids is gone."],
  },
  {
    name: "a parameter is required and deprecated",
    before: query({ name: "ids" }),
    after: query({ name: "ids", required: true, deprecated: true }),
    want: [
      "breaking became-required: query.ids is now required.",
      "harmless deprecated: query.ids is now deprecated.",
    ],
  },
  {
    name: "a parameter is optional",
    before: query({ name: "ids", required: true }),
    after: query({ name: "ids" }),
    want: ["harmless became-optional: query.ids is now optional."],
  },
  {
    name: "a parameter's limit and default changed",
    before: query({ name: "size", schema: { type: "integer", maximum: 250, default: 100 } }),
    after: query({ name: "size", schema: { type: "integer", maximum: 200, default: 50 } }),
    want: [
      "harmless default-changed: query.size now has the default 50; before, it was 100.",
      "breaking limit-changed: query.size now has the maximum 200; before, it was 250.",
    ],
  },
  {
    name: "a list in a query is written differently",
    before: query({ name: "ids", schema: { type: "array", items: { type: "string" } } }),
    after: query({ name: "ids", explode: false, schema: { type: "array", items: { type: "string" } } }),
    want: ['breaking style-changed: query.ids is now written as "form", not "form, exploded".'],
  },
  {
    name: "a header is asked for, and one that OpenAPI ignores",
    before: get({}),
    after: get({ parameters: [header("X-Integration-Id"), header("Authorization")] }),
    want: ["harmless parameter-added: header.X-Integration-Id is new: string, optional."],
  },
  {
    name: "an optional body is new",
    before: post({}),
    after: post({ requestBody: json({}) }),
    want: ["harmless body-added: body is new: anything, optional."],
  },
  {
    name: "a required body is new",
    before: post({}),
    after: post({ requestBody: { required: true, ...json({ type: "object" }) } }),
    want: ["breaking body-added: body is new: object, required."],
  },
  {
    name: "a body is gone",
    before: post({ requestBody: json({}) }),
    after: post({}),
    want: ["breaking body-removed: body is gone."],
  },
  {
    name: "a body is required",
    before: post({ requestBody: json({}) }),
    after: post({ requestBody: { required: true, ...json({}) } }),
    want: ["breaking became-required: body is now required."],
  },
  {
    name: "a body may be of another media type",
    before: post({ requestBody: json({}) }),
    after: post({ requestBody: { content: { "application/json": { schema: {} }, "text/csv": {} } } }),
    want: [
      'harmless content-type-changed: body now comes as "application/json", "text/csv", not as "application/json".',
    ],
  },
  {
    name: "a text of a body changed beside its JSON",
    before: post({ requestBody: { content: { "text/plain": { schema: { type: "string" } } } } }),
    after: post({ requestBody: { content: { "text/plain": { schema: { type: "string", maxLength: 9 } } } } }),
    want: ["breaking limit-changed: body(text/plain) now has the maxLength 9; before, there was none."],
  },
])("$name", ({ before, after, want }) => {
  expect(told(diffDocuments(before, after))).toEqual(want);
});
