import { checkAnswer } from "@kombo-mock/contract";
import type { Operation } from "@kombo-mock/openapi";
import { expect, test } from "vitest";
import { told } from "./told.ts";

const operation = "GET /check-api-key";
const body = '{"status":"success","data":{"environment_id":"env","customer_id":"env"}}';
const headers = { "content-type": "application/json" };

test.each([
  { given: headers },
  { given: { "CONTENT-TYPE": "Application/JSON" } },
  { given: new Headers(headers) },
])("a 200 with the JSON that $given announces is valid", ({ given }) => {
  expect(checkAnswer(operation, { status: 200, headers: given, body })).toEqual([]);
});

test.each([201, 202, 204, 301, 304, 100])("the status %i is neither success nor error", (status) => {
  expect(told(checkAnswer(operation, { status, headers, body }))).toEqual([
    `error answer-status at answer.status: answer.status must be 200 or an error status, but is ${status}.`,
  ]);
});

const type = "answer.header.Content-Type";

test.each([
  { status: 200, given: { "content-type": "text/html" }, want: 'is "text/html"' },
  { status: 502, given: { "content-type": "text/html" }, want: 'is "text/html"' },
  { status: 200, given: {}, want: "there is none" },
  { status: 200, given: undefined, want: "there is none" },
])("an answer $status with $given is not announced as JSON", ({ status, given, want }) => {
  const answer = { status, body, ...(given ? { headers: given } : {}) };
  expect(told(checkAnswer(operation, answer))).toEqual([
    `error answer-content-type at ${type}: ${type} must be application/json, but ${want}.`,
  ]);
});

test.each([
  { text: "<html>", want: `Unexpected token '<', "<html>" is not valid JSON` },
  { text: "", want: "Unexpected end of JSON input" },
  { text: body.slice(0, -1), want: "Expected ',' or '}' after property value in JSON" },
])("the answer '$text' is not JSON, and why is told", ({ text, want }) => {
  const [line, ...rest] = told(checkAnswer(operation, { status: 200, headers, body: text }));
  expect(line).toContain(`error malformed-answer at answer: answer is not JSON: ${want}`);
  expect(rest).toEqual([]);
});

test.each([
  {
    given: "GET /integrations/factorial:1",
    nearest: "GET /integrations/{integration_id}",
  },
  { given: "GET /v1/check-api-key", nearest: "GET /check-api-key" },
  { given: "constructor", nearest: "GET /ats/jobs" },
])("an answer of $given, which is no operation, does not pass", ({ given, nearest }) => {
  expect(told(checkAnswer(given as Operation, { status: 200, headers, body }))).toEqual([
    `error unknown-operation at path: There is no operation "${given}". Did you mean "${nearest}"?`,
  ]);
});
