import { checkAnswer, type ExchangeAnswer } from "@kombo-mock/contract";
import type { Data } from "@kombo-mock/openapi";
import { expect, test } from "vitest";
import { told } from "./told.ts";

const operation = "GET /integrations/{integration_id}";
const json = { "Content-Type": "application/json; charset=utf-8" };

const details: Data<typeof operation> = {
  id: "factorial:8d1hpPsbjxUkoCoa1veLZGe5",
  tool: {
    id: "factorial",
    label: "Factorial",
    internal_label: null,
    logo_url: "data:image/svg+xml;base64,PHN2Zy8+",
    icon_url: "https://assets.example.com/factorial.svg",
  },
  category: "HRIS",
  status: "ACTIVE",
  setup_status: "COMPLETED",
  end_user: { organization_name: "Harbor Foods", creator_email: null, origin_id: null },
  scope_config: { id: "B1hu5NGyhdjSq5X3hxEz4bAN", name: null },
  data_expired_at: null,
  created_at: "2026-01-15T09:30:00.000Z",
  beta: false,
  read_models: [],
  write_actions: [],
};

/** The answer of the details, with some of their keys replaced; undefined removes a key. */
function detailsWith(changes: Readonly<Record<string, unknown>>): ExchangeAnswer {
  const body = JSON.stringify({ status: "success", data: { ...details, ...changes } });
  return { status: 200, headers: json, body };
}

function errorWith(changes: Readonly<Record<string, unknown>>, status = 404): ExchangeAnswer {
  const error = { code: "PLATFORM.INTEGRATION_NOT_FOUND", title: null, message: "None.", log_url: null };
  const body = JSON.stringify({ status: "error", error: { ...error, ...changes } });
  return { status, headers: json, body };
}

test.each([
  { what: "the integration details", answer: detailsWith({}) },
  { what: "details with a key that nobody declared", answer: detailsWith({ region: "eu" }) },
  { what: "an error with a code", answer: errorWith({}) },
  { what: "an error without a code", answer: errorWith({ code: null }, 503) },
  { what: "an error with a log", answer: errorWith({ log_url: "https://app.example.com/logs/1" }, 400) },
])("nothing is wrong with $what", ({ answer }) => {
  expect(checkAnswer(operation, answer)).toEqual([]);
});

const data = "answer.data";

test.each([
  { changes: { beta: undefined }, at: `${data}.beta`, want: "is missing; it is required" },
  { changes: { end_user: {} }, at: `${data}.end_user.organization_name`, want: "is missing; it is required" },
  {
    changes: { status: "PAUSED" },
    at: `${data}.status`,
    want: 'must be one of "ACTIVE", "INVALID", "INACTIVE", but is "PAUSED"',
  },
  {
    changes: { category: null },
    at: `${data}.category`,
    want: 'must be one of "HRIS", "ATS", "ASSESSMENT", "LMS", but is null',
  },
  {
    changes: { created_at: "2026-01-15" },
    at: `${data}.created_at`,
    want: 'must be a date and time such as 2026-01-31T09:30:00.000Z, but is "2026-01-15"',
  },
  {
    changes: { created_at: "2026-02-30T09:30:00.000Z" },
    at: `${data}.created_at`,
    want: 'must be a date and time such as 2026-01-31T09:30:00.000Z, but is "2026-02-30T09:30:00.000Z"',
  },
  {
    changes: { data_expired_at: 0 },
    at: `${data}.data_expired_at`,
    want: "must be a string or null, but is 0",
  },
  {
    changes: { tool: { ...details.tool, logo_url: "/logo.svg" } },
    at: `${data}.tool.logo_url`,
    want: 'must be an absolute URI, but is "/logo.svg"',
  },
  {
    changes: { read_models: [{ ...readModel(), fields: {} }] },
    at: `${data}.read_models[0].fields`,
    want: "must be an array, but is {}",
  },
  {
    changes: { read_models: [readModel(), { ...readModel(), coverage_status: "supported" }] },
    at: `${data}.read_models[1].coverage_status`,
    want: 'must be one of "SUPPORTED", "UNSUPPORTED", "NOT_IMPLEMENTED", "UNKNOWN", but is "supported"',
  },
])("$at $want", ({ changes, at, want }) => {
  expect(told(checkAnswer(operation, detailsWith(changes)))[0]).toBe(
    `error invalid-answer at ${at}: ${at} ${want}.`,
  );
});

function readModel() {
  const state = { is_available: true, scope_config_setting: "ENABLED", opted_out_by_customer: false };
  return { id: "hris_employees", label: "Employees", coverage_status: "SUPPORTED", fields: [], ...state };
}

const codes =
  '"PLATFORM.RATE_LIMIT_EXCEEDED", "PLATFORM.CONCURRENCY_LIMIT_EXCEEDED", "PLATFORM.INTEGRATION_NOT_FOUND", "PLATFORM.INPUT_INVALID", "PLATFORM.UNKNOWN_ERROR", "PLATFORM.IP_NOT_WHITELISTED", "PLATFORM.AUTHENTICATION_INVALID", "PLATFORM.TASK_TIMED_OUT", null';

test.each([
  {
    changes: { code: "INTEGRATION.INACTIVE" },
    at: "answer.error.code",
    want: `must be one of ${codes}, but is "INTEGRATION.INACTIVE"`,
  },
  { changes: { message: null }, at: "answer.error.message", want: "must be a string, but is null" },
  { changes: { title: undefined }, at: "answer.error.title", want: "is missing; it is required" },
  {
    changes: { log_url: "none" },
    at: "answer.error.log_url",
    want: 'must be an absolute URI, but is "none"',
  },
])("of an error, $at $want", ({ changes, at, want }) => {
  expect(told(checkAnswer(operation, errorWith(changes)))).toEqual([
    `error invalid-answer at ${at}: ${at} ${want}.`,
  ]);
});

test("what is an error by its status must be one by its body, and the other way round", () => {
  const failed = checkAnswer(operation, { ...detailsWith({}), status: 500 });
  const worked = checkAnswer(operation, { ...errorWith({}), status: 200 });
  expect(told(failed)).toContain(
    'error invalid-answer at answer.status: answer.status must be "error", but is "success".',
  );
  expect(told(worked)).toContain(
    'error invalid-answer at answer.status: answer.status must be "success", but is "error".',
  );
});
