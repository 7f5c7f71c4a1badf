import {
  compareUsages,
  ObservedUsage,
  readUsage,
  type UsedExchange,
  writeUsage,
} from "@kombo-mock/contract/usage";
import { expect, test } from "vitest";

const headers = { Authorization: "Bearer ks_dev_x", "x-integration-id": "sandbox:1" };
const exchange = (
  operation: UsedExchange["operation"],
  url: string,
  more: Partial<UsedExchange["request"]> & { answer?: UsedExchange["answer"] } = {},
): UsedExchange => {
  const { answer = null, ...request } = more;
  return { operation, request: { url, headers, body: null, ...request }, answer };
};
const failure = (code: string | null) => ({
  status: 429,
  body: JSON.stringify({ status: "error", error: { code } }),
});
const usageOf = (...exchanges: readonly UsedExchange[]) => {
  const observed = new ObservedUsage();
  for (const one of exchanges) observed.add(one);
  return observed.usage();
};
const employees = "GET /hris/employees";

test("parameters that were sent are named: those of the query, of the path, and the integration's header", () => {
  const used = usageOf(
    exchange(employees, "/v1/hris/employees?page_size=10&cursor=x"),
    exchange("PATCH /hris/employees/{employee_id}", "/v1/hris/employees/4711", { headers: {} }),
  );
  expect(used.operations).toEqual({
    [employees]: { parameters: ["header.X-Integration-Id", "query.cursor", "query.page_size"] },
    "PATCH /hris/employees/{employee_id}": { parameters: ["path.employee_id"] },
  });
});

test("names that the document does not declare are left out, since they may hold anything", () => {
  const used = usageOf(
    exchange(employees, "/v1/hris/employees?ada@example.com=1", { headers: null }),
    exchange("POST /hris/absences", "/v1/hris/absences", { body: '{"ada@example.com":1}', headers: {} }),
  );
  expect(used.operations).toEqual({ [employees]: {}, "POST /hris/absences": {} });
});

test("fields of a body are named down to where values stand, with [] for the members of lists", () => {
  const body = {
    candidate: { first_name: "Ada", location: { city: null }, tags: [] },
    attachments: [{ name: "cv.pdf" }, { name: "x", type: "CV" }],
    screening_question_answers: [],
    remote_fields: { greenhouse: { anything: { at: "all" } } },
  };
  const used = usageOf(
    exchange("POST /ats/jobs/{job_id}/applications", "/v1/ats/jobs/1/applications", {
      body: JSON.stringify(body),
    }),
  );
  expect(used.operations["POST /ats/jobs/{job_id}/applications"]?.request_fields).toEqual(
    expect.arrayContaining([
      "body.attachments[].name",
      "body.attachments[].type",
      "body.candidate.first_name",
      "body.candidate.location.city",
      "body.screening_question_answers",
    ]),
  );
  expect(JSON.stringify(used)).not.toContain("anything");
});

test("error codes that were answered are named, and nothing else of an answer", () => {
  const used = usageOf(
    exchange(employees, "/v1/hris/employees", {
      headers: {},
      answer: failure("PLATFORM.RATE_LIMIT_EXCEEDED"),
    }),
    exchange(employees, "/v1/hris/employees", { headers: {}, answer: failure(null) }),
    exchange(employees, "/v1/hris/employees", { headers: {}, answer: failure("ada@example.com") }),
    exchange(employees, "/v1/hris/employees", { headers: {}, answer: { status: 502, body: "<html>" } }),
  );
  expect(used.operations).toEqual({ [employees]: { error_codes: ["PLATFORM.RATE_LIMIT_EXCEEDED"] } });
});

test("the order of exchanges makes no difference, and what is written can be read", () => {
  const exchanges = [
    exchange(employees, "/v1/hris/employees?page_size=10"),
    exchange("GET /hris/absences", "/v1/hris/absences?cursor=x"),
    exchange(employees, "/v1/hris/employees?cursor=x", { answer: failure("PLATFORM.UNKNOWN_ERROR") }),
  ];
  const text = writeUsage(usageOf(...exchanges));
  expect(writeUsage(usageOf(...exchanges.toReversed()))).toBe(text);
  expect(readUsage(JSON.parse(text)).faults).toEqual([]);
});

test("a comparison names what the file lacks, and what no test uses any more", () => {
  const committed = {
    version: 1,
    operations: {
      [employees]: {
        parameters: ["query.cursor", "query.ids"],
        response_fields: { "answer.data.next": "declared" },
      },
      "GET /hris/teams": {},
      "webhook data-changed": { response_fields: { "webhook.id": "declared" } },
    },
  } as const;
  const used = {
    version: 1,
    operations: {
      "GET /hris/absences": { parameters: ["query.cursor"] },
      [employees]: { parameters: ["query.cursor"], error_codes: ["PLATFORM.UNKNOWN_ERROR"] },
    },
  } as const;
  expect(compareUsages(committed, used)).toEqual({
    lacking: [
      { operation: "GET /hris/absences", what: null },
      { operation: employees, what: "PLATFORM.UNKNOWN_ERROR" },
    ],
    unused: [
      { operation: employees, what: "query.ids" },
      { operation: "GET /hris/teams", what: null },
    ],
  });
});
