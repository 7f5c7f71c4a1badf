import { Kombo } from "@kombo-api/sdk";
import { KomboAtsError, KomboGeneralError, KomboHrisError } from "@kombo-api/sdk/models/errors";
import { createMock } from "@kombo-mock/msw";
import { connectMock } from "@kombo-mock/msw/connect";
import type { Code } from "@kombo-mock/openapi";
import { expect, test } from "vitest";
import { example, serve } from "./serve.ts";

const platform = [
  ["PLATFORM.AUTHENTICATION_INVALID", 401],
  ["PLATFORM.IP_NOT_WHITELISTED", 403],
  ["PLATFORM.INPUT_INVALID", 400],
  ["PLATFORM.INTEGRATION_NOT_FOUND", 404],
  ["PLATFORM.RATE_LIMIT_EXCEEDED", 429],
  ["PLATFORM.CONCURRENCY_LIMIT_EXCEEDED", 429],
  ["PLATFORM.TASK_TIMED_OUT", 504],
  ["PLATFORM.UNKNOWN_ERROR", 500],
] as const;
const unified = [
  ["INTEGRATION.PERMISSION_MISSING", 403],
  ["INTEGRATION.AUTHENTICATION_INVALID", 401],
  ["INTEGRATION.QA_FAILED", 409],
  ["INTEGRATION.SETUP_SYNC_PENDING", 409],
  ["INTEGRATION.SETUP_INCOMPLETE", 409],
  ["INTEGRATION.INACTIVE", 409],
  ["INTEGRATION.MODEL_NOT_AVAILABLE", 400],
  ["INTEGRATION.MODEL_DISABLED", 403],
  ["INTEGRATION.ACTION_NOT_AVAILABLE", 400],
  ["INTEGRATION.ACTION_DISABLED", 403],
] as const;
const remote = [
  ["REMOTE.SERVICE_UNAVAILABLE", 503],
  ["REMOTE.RATE_LIMIT_EXCEEDED", 429],
  ["REMOTE.INPUT_INVALID", 400],
  ["REMOTE.UNKNOWN_HTTP_ERROR", 502],
] as const;

const hrisCodes = [
  ...[...platform, ...unified, ...remote],
  ["HRIS.EMPLOYEE_ALREADY_EXISTS", 409],
] as const satisfies readonly (readonly [Code<"POST /hris/absences">, number])[];
const atsCodes = [
  ...[...platform, ...unified, ...remote],
  ["ATS.JOB_CLOSED", 400],
  ["ATS.APPLICATION_ALREADY_EXISTS", 409],
] as const satisfies readonly (readonly [Code<"GET /ats/jobs">, number])[];

const mock = createMock();
const client = (integration_id: string) => new Kombo({ ...mock.sdkOptions, integration_id });

/** The class, the status and the code of the official SDK's error. */
async function failureOf(call: Promise<unknown>): Promise<unknown> {
  const error: unknown = await call.catch((thrown: unknown) => thrown);
  return error instanceof KomboGeneralError ||
    error instanceof KomboHrisError ||
    error instanceof KomboAtsError
    ? [error.constructor.name, error.statusCode, error.error.code]
    : error;
}

test.each(platform)("%s of a general operation is the SDK's typed error", async (code, status) => {
  await mock.reset();
  await mock.fail("GET /check-api-key", code);
  const failed = await failureOf(client(example).general.checkApiKey());
  expect(failed).toEqual(["KomboGeneralError", status, code]);
});

test.each(hrisCodes)(
  "%s of an HRIS action is the SDK's typed error, and nothing happened",
  async (code, status) => {
    await mock.reset();
    await mock.fail("POST /hris/absences", code, { times: 1 });
    const { employee, vacation } = mock.cast;
    const absence = {
      ...{ employee_id: employee.id, absence_type_id: vacation.id, status: "REQUESTED" as const },
      ...{ start_date: new Date("2026-06-01"), end_date: new Date("2026-06-05"), employee_note: null },
    };
    const { hris } = client(employee.integration_id);
    expect(await failureOf(hris.createAbsence(absence))).toEqual(["KomboHrisError", status, code]);
    expect((await hris.createAbsence(absence)).data.status).toBe("REQUESTED");
  },
);

test.each(atsCodes)("%s of an ATS operation is the SDK's typed error", async (code, status) => {
  await mock.reset();
  await mock.fail("GET /ats/jobs", code);
  const { ats } = client(mock.cast.openJob.integration_id);
  expect(await failureOf(ats.getJobs({}))).toEqual(["KomboAtsError", status, code]);
});

const aiApplyCodes = [
  ...[...platform, ...remote],
  ["AI_APPLY.JOB_FEED_IMPORT_ALREADY_RUNNING", 409],
  ["AI_APPLY.JOB_FEED_IMPORT_TIMED_OUT", 504],
] as const satisfies readonly (readonly [Code<"GET /ai-apply/career-sites">, number])[];

test("every code of AI Apply, which the SDK lacks, arrives over HTTP", async () => {
  const server = await serve();
  const control = connectMock({ url: server.url });
  for (const [code] of aiApplyCodes)
    await control.fail("GET /ai-apply/career-sites", code, { stage: "platform", times: 1 });
  for (const [code, status] of aiApplyCodes) {
    const { json, ...answer } = await server.ask<{ error: { code: string } }>(
      "GET /v1/ai-apply/career-sites",
    );
    expect([answer.status, json.error.code]).toEqual([status, code]);
  }
});

test("the code that this version of the SDK does not know yet arrives over HTTP", async () => {
  const server = await serve();
  const code = "HRIS.STAFFING_ENTITY_CLOSED";
  await connectMock({ url: server.url }).fail("GET /hris/groups", code);
  const headers = { "x-integration-id": server.mock.cast.employee.integration_id };
  const answer = await server.ask("GET /v1/hris/groups", { headers });
  expect(answer).toMatchObject({ status: 400, json: { error: { code } } });
});
