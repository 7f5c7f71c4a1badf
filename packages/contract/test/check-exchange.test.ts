import { checkExchange, checkRequest } from "@kombo-mock/contract";
import { expect, test } from "vitest";
import { requestOf } from "./told.ts";

const operation = "PUT /integrations/{integration_id}/enabled";
const request = requestOf("PUT /v1/integrations/factorial:1/enabled", { value: false });
const answer = {
  status: 200,
  headers: { "content-type": "application/json" },
  body: '{"status":"success","data":{}}',
};

const wrongRequest = { ...request, body: '{"value":"no"}' };
const wrongAnswer = { ...answer, body: '{"status":"success"}' };

const consumerFault = {
  rule: "invalid-body",
  operation,
  location: "body.value",
  message: 'body.value must be a boolean, but is "no".',
  severity: "error",
  blame: "consumer",
};

const providerFault = {
  rule: "invalid-answer",
  operation,
  location: "answer.data",
  message: "answer.data is missing; it is required.",
  severity: "error",
  blame: "provider",
};

test.each([
  { what: "is right both ways", exchange: { request, answer }, want: [] },
  { what: "has a wrong request", exchange: { request: wrongRequest, answer }, want: [consumerFault] },
  { what: "has a wrong answer", exchange: { request, answer: wrongAnswer }, want: [providerFault] },
  {
    what: "is wrong both ways",
    exchange: { request: wrongRequest, answer: wrongAnswer },
    want: [consumerFault, providerFault],
  },
])("an exchange that $what is told so, as plain data", ({ exchange, want }) => {
  const violations = checkExchange(exchange);
  expect(violations).toStrictEqual(want);
  expect(JSON.parse(JSON.stringify(violations))).toStrictEqual(violations);
});

test("a warning is the consumer's too", () => {
  expect(checkExchange({ request: { ...request, url: `${request.url}?force=1` }, answer })).toStrictEqual([
    {
      rule: "undeclared-parameter",
      operation,
      location: "query.force",
      message: "query.force is not declared. Known parameters: none.",
      severity: "warning",
      blame: "consumer",
    },
  ]);
});

test("where no operation matches, the answer cannot be judged", () => {
  const exchange = { request: { ...request, method: "PATCH" }, answer: wrongAnswer };
  expect(checkExchange(exchange)).toStrictEqual([
    {
      rule: "unknown-operation",
      operation: null,
      location: "path",
      message: `There is no operation "PATCH /integrations/factorial:1/enabled". Did you mean "${operation}"?`,
      severity: "error",
      blame: "consumer",
    },
  ]);
});

test("the mock's error for a wrong request is a right answer", () => {
  const error = { code: "PLATFORM.INPUT_INVALID", title: "Input invalid", message: "No.", log_url: null };
  const refusal = { ...answer, status: 400, body: JSON.stringify({ status: "error", error }) };
  expect(checkExchange({ request: wrongRequest, answer: refusal })).toStrictEqual([consumerFault]);
});

test("judging changes nothing and gives the same result again", () => {
  const frozen = Object.freeze({ ...wrongRequest, headers: Object.freeze({ ...wrongRequest.headers }) });
  const first = checkRequest(frozen);
  expect(first).toStrictEqual([consumerFault]);
  expect(checkRequest(frozen)).toStrictEqual(first);
});
