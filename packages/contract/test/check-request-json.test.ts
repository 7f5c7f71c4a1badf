import { checkRequest } from "@kombo-mock/contract";
import { expect, test } from "vitest";
import { headers, requestOf, told } from "./told.ts";

const enabled = "PUT /integrations/factorial:1/enabled";

test.each([
  { text: "{value:true}", want: "Expected property name or '}' in JSON at position 1 (line 1 column 2)" },
  { text: '{"value":', want: "Unexpected end of JSON input" },
  { text: "<value/>", want: `Unexpected token '<', "<value/>" is not valid JSON` },
])("the body $text is not JSON, and why is told", ({ text, want }) => {
  expect(told(checkRequest({ ...requestOf(enabled), body: text }))).toEqual([
    `error malformed-body at body: body is not JSON: ${want}.`,
  ]);
});

const type = "header.Content-Type";

test.each([
  { given: "text/plain", want: 'is "text/plain"' },
  { given: "application/jsonp", want: 'is "application/jsonp"' },
  { given: "application/x-www-form-urlencoded", want: 'is "application/x-www-form-urlencoded"' },
  { given: "", want: "there is none" },
])("the Content-Type '$given' is not that of JSON", ({ given, want }) => {
  const sent = { ...headers, "content-type": given };
  expect(told(checkRequest({ ...requestOf(enabled, { value: "yes" }), headers: sent }))).toEqual([
    `error body-content-type at ${type}: ${type} must be application/json, but ${want}.`,
  ]);
});

test.each(["application/json; charset=utf-8", "Application/JSON", "application/problem+json"])(
  "the Content-Type %s is that of JSON",
  (given) => {
    const sent = { ...headers, "content-type": given };
    expect(checkRequest({ ...requestOf(enabled, { value: true }), headers: sent })).toEqual([]);
  },
);

test("a body without Content-Type is not read, an empty one needs none", () => {
  const { "content-type": _, ...rest } = headers;
  const rules = (body: string) =>
    checkRequest({ ...requestOf("POST /force-sync"), headers: rest, body }).map(({ rule }) => rule);
  expect(rules("{}")).toEqual(["body-content-type"]);
  expect(rules("")).toEqual([]);
  expect(rules(" \n")).toEqual([]);
});
