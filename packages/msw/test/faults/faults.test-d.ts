import type { MockControl } from "@kombo-mock/msw";
import { assertReceived } from "@kombo-mock/msw/assert";
import "@kombo-mock/msw/matchers";
import { expect, test } from "vitest";

declare const mock: MockControl;

test("an operation fails with the codes of its family", () => {
  void mock.fail("POST /hris/absences", "HRIS.EMPLOYEE_ALREADY_EXISTS", { times: 1 });
  void mock.fail("POST /hris/absences", "ATS.JOB_CLOSED", { unchecked: true });
  void mock.fail("POST /hris/absences", null, { status: 503 });
  // @ts-expect-error a code of another family has to be meant
  void mock.fail("POST /hris/absences", "ATS.JOB_CLOSED");
  // @ts-expect-error this family has codes of the platform only
  void mock.fail("POST /force-sync", "INTEGRATION.INACTIVE");
  // @ts-expect-error there is no such operation
  void mock.fail("POST /hris/absense", "PLATFORM.INPUT_INVALID");
  // @ts-expect-error there is no such code
  void mock.fail("POST /hris/absences", "PLATFORM.TOO_LATE");
  // @ts-expect-error without a code there has to be a status
  void mock.fail("POST /hris/absences", null);
});

test("a stub answers what the operation answers", () => {
  const none = { status: "success", data: { results: [], next: null } } as const;
  void mock.stub("GET /hris/skills", { body: { ...none, data: { results: [], next: null } } }, { times: 2 });
  const error = { code: "PLATFORM.UNKNOWN_ERROR", title: null, message: "No.", log_url: null } as const;
  void mock.stub("GET /hris/skills", { status: 500, body: { status: "error", error } });
  void mock.stub("GET /hris/skills", { status: 502, body: "<p>no</p>" }, { unchecked: true });
  // @ts-expect-error an answer of a list has results
  void mock.stub("GET /hris/skills", { body: { status: "success", data: {} } });
});

test("what was received is typed by its operation", () => {
  void assertReceived(mock, "POST /hris/absences", { body: { status: "APPROVED" }, times: 1 });
  void expect(mock).toHaveReceived("POST /hris/absences", { body: { status: "REQUESTED" } });
  // @ts-expect-error there is no such status
  void assertReceived(mock, "POST /hris/absences", { body: { status: "MAYBE" } });
  // @ts-expect-error the body has no such key
  void expect(mock).toHaveReceived("POST /hris/absences", { body: { colour: "red" } });
});
