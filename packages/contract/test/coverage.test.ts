/// <reference types="node" />

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Coverage, coverageLines, createSurfaces, suggestionsOf } from "@kombo-mock/contract/coverage";
import type { Operation } from "@kombo-mock/openapi";
import { expect, test } from "vitest";

const file = fileURLToPath(import.meta.resolve("@kombo-mock/openapi/openapi.json"));
const surfaceOf = createSurfaces(JSON.parse(readFileSync(file, "utf8")));
const employees = "GET /hris/employees";
const url = "/v1/hris/employees";

const page = (results: readonly object[], next: string | null = null) => ({
  status: 200,
  body: JSON.stringify({ status: "success", data: { results, next } }),
});
const failure = (status: number, code: string | null) => ({
  status,
  body: JSON.stringify({ status: "error", error: { code, title: null, message: "x", log_url: null } }),
});

function covered(
  exchanges: readonly {
    readonly operation?: Operation;
    readonly url?: string;
    readonly answer: { readonly status: number; readonly body: string | undefined } | null;
  }[],
) {
  const coverage = new Coverage(surfaceOf);
  for (const one of exchanges) coverage.add({ operation: employees, url, ...one });
  return coverage.report();
}

const ofEmployees = (...exchanges: Parameters<typeof covered>[0]) => {
  const found = covered(exchanges).operations[employees];
  if (!found) throw new Error("No exchange with employees was counted.");
  return found;
};

test("only operations that were used are in it, by name", () => {
  const report = covered([
    { answer: page([]) },
    { operation: "GET /hris/absences", url: "/v1/hris/absences", answer: page([]) },
  ]);
  expect(Object.keys(report.operations)).toEqual(["GET /hris/absences", employees]);
});

test("codes that were answered are met, and only those that the operation has an occasion for are missing", () => {
  const { errors, success } = ofEmployees({ answer: failure(429, "PLATFORM.RATE_LIMIT_EXCEEDED") });
  expect(success).toBe(false);
  expect(errors.met).toEqual(["PLATFORM.RATE_LIMIT_EXCEEDED"]);
  expect(errors.missing).toContain("INTEGRATION.INACTIVE");
  // A read of synced data never reaches the tool.
  expect(errors.missing).not.toContain("REMOTE.SERVICE_UNAVAILABLE");
  expect(errors.elsewhere).toContain("REMOTE.SERVICE_UNAVAILABLE");
});

test.each([
  { operation: "POST /hris/absences", code: "REMOTE.INPUT_INVALID", want: true },
  { operation: "POST /hris/absences", code: "INTEGRATION.ACTION_DISABLED", want: true },
  { operation: "POST /hris/absences", code: "INTEGRATION.MODEL_DISABLED", want: false },
  { operation: "POST /hris/absences", code: "HRIS.EMPLOYEE_ALREADY_EXISTS", want: false },
  { operation: "POST /hris/employees/form", code: "HRIS.EMPLOYEE_ALREADY_EXISTS", want: true },
  { operation: "POST /ats/jobs/{job_id}/applications", code: "ATS.JOB_CLOSED", want: true },
  { operation: "GET /ats/jobs", code: "ATS.JOB_CLOSED", want: false },
  { operation: "GET /check-api-key", code: "PLATFORM.INTEGRATION_NOT_FOUND", want: false },
  { operation: "GET /integrations/{integration_id}", code: "PLATFORM.INTEGRATION_NOT_FOUND", want: true },
  { operation: "POST /passthrough/{tool}/{api}", code: "PLATFORM.TASK_TIMED_OUT", want: true },
  { operation: "PUT /integrations/{integration_id}/enabled", code: "PLATFORM.TASK_TIMED_OUT", want: false },
] as const)("$operation can answer $code: $want", ({ operation, code, want }) => {
  const { operations } = covered([{ operation, url: "/v1/x", answer: null }]);
  expect(operations[operation]?.errors.missing.includes(code)).toBe(want);
});

test("the states of an integration are those that the codes tell of", () => {
  const { states } = ofEmployees(
    { answer: failure(409, "INTEGRATION.SETUP_INCOMPLETE") },
    { answer: failure(409, "INTEGRATION.INACTIVE") },
  );
  expect(states.met).toEqual(["inactive", "setup-incomplete"]);
  expect(states.missing).toEqual(expect.arrayContaining(["qa-failed", "first-sync-pending"]));
});

test.each([
  { given: page([{ id: "1" }], "more"), at: url, want: { empty: false, second: false, deleted: false } },
  { given: page([]), at: url, want: { empty: true, second: false, deleted: false } },
  {
    given: page([{ id: "1" }]),
    at: `${url}?cursor=more`,
    want: { empty: false, second: true, deleted: false },
  },
  { given: page([]), at: `${url}?cursor=`, want: { empty: true, second: false, deleted: false } },
  {
    given: page([{ id: "1", remote_deleted_at: "2026-01-31T09:30:00.000Z" }]),
    at: `${url}?include_deleted=true`,
    want: { empty: false, second: false, deleted: true },
  },
  {
    given: failure(500, null),
    at: `${url}?cursor=more`,
    want: { empty: false, second: false, deleted: false },
  },
])("pages: $at with $given.body is $want", ({ given, at, want }) => {
  expect(ofEmployees({ url: at, answer: given }).pages).toEqual(want);
});

test("an operation that answers no list has no pages", () => {
  const { operations } = covered([
    { operation: "GET /check-api-key", url: "/v1/check-api-key", answer: null },
  ]);
  expect(operations["GET /check-api-key"]?.pages).toBeNull();
});

test("fields are null once any record had them null, also deep within", () => {
  const record = {
    work_email: null,
    manager: { first_name: null },
    employments: [{ pay_rate: 1 }, { pay_rate: null }],
  };
  const before = ofEmployees({ answer: page([{}]) }).nulls;
  const { nulls } = ofEmployees(
    { answer: page([record]) },
    { answer: page([{ work_email: "a@example.com" }]) },
  );
  expect(before.never).toHaveLength(before.nullable);
  expect(before.never.filter((at) => !nulls.never.includes(at))).toEqual([
    "answer.data.results[].employments[].pay_rate",
    "answer.data.results[].manager.first_name",
    "answer.data.results[].work_email",
  ]);
});

test("of listed values those that came are met, and of an open list whether another text came", () => {
  const at = "answer.data.results[].employment_status";
  const statusOf = (...texts: readonly string[]) =>
    ofEmployees({ answer: page(texts.map((text) => ({ employment_status: text }))) }).values.find(
      (one) => one.at === at,
    );
  expect(statusOf("ACTIVE", "LEAVE")).toEqual({
    ...{ at, met: ["ACTIVE", "LEAVE"], other: false },
    missing: ["PENDING", "INACTIVE"],
  });
  expect(statusOf("ACTIVE", "PENDING", "INACTIVE", "LEAVE", "sabbatical")).toBeUndefined();
});

test.each([
  { what: "no answer", answer: null },
  { what: "no body", answer: { status: 200, body: undefined } },
  { what: "half a body", answer: { status: 200, body: '{"status":"succ' } },
  { what: "a body of another form", answer: { status: 200, body: "[null, 4, {}]" } },
  { what: "an unknown code", answer: failure(400, "WHO.KNOWS") },
])("$what changes nothing but the count", ({ answer }) => {
  const rest = ({ exchanges: _, success: __, ...more }: ReturnType<typeof ofEmployees>) => more;
  expect(rest(ofEmployees({ answer }))).toEqual(rest(ofEmployees({ answer: page([{}]) })));
});

test("the order of exchanges makes no difference, and no value of a record is in the report", () => {
  const exchanges = [
    { answer: page([{ first_name: "Zuleika", employment_status: "ACTIVE" }]) },
    { answer: failure(429, "PLATFORM.RATE_LIMIT_EXCEEDED") },
    { operation: "GET /hris/absences" as const, url: "/v1/hris/absences?ids=Zuleika", answer: page([]) },
  ];
  const text = JSON.stringify(covered(exchanges));
  expect(JSON.stringify(covered(exchanges.toReversed()))).toBe(text);
  expect(text).not.toContain("Zuleika");
});

test("what is to be tested next is told once for all operations, with what brings it about", () => {
  const [first] = suggestionsOf(
    covered([
      { answer: page([{}]) },
      { answer: page([{}]) },
      { operation: "GET /hris/absences", url: "/v1/hris/absences", answer: page([{}]) },
    ]),
  );
  expect(first).toMatchObject({
    operations: [employees, "GET /hris/absences"],
    gap: "never answered a second page",
  });
});

test("an operation that never worked has nothing else to test first", () => {
  const report = covered([{ answer: failure(400, "PLATFORM.INPUT_INVALID") }]);
  expect(suggestionsOf(report)).toEqual([
    { operations: [employees], gap: "never succeeded", how: "Let a test read or write what there is." },
  ]);
});

test("a person reads first what to test next", () => {
  const lines = coverageLines(covered([{ answer: page([]) }]));
  expect(lines.slice(0, 3)).toEqual([
    "Test next:",
    "1. GET /hris/employees never answered a second page.",
    "   Let the client ask for smaller pages (page_size), and for more until `next` is null.",
  ]);
  expect(lines).toContain("  pages   met an empty page; never a second page, deleted records");
  expect(lines.at(-1)).toMatch(
    /^coverage: 1 operation · 0 of 12 error codes · an empty page of 1 of 1 lists/,
  );
  expect(lines.length).toBeLessThan(30);
});

test("nothing used is said as it is", () => {
  expect(coverageLines(covered([]))).toEqual(["coverage: no operation was used."]);
});
