import { type Cast, createMock, hris } from "@kombo-mock/msw";
import { expect, test } from "vitest";
import { openTools } from "./tools.ts";

const eauRequests = [
  ["unknownEauRequest", [0]],
  ["otherInsurerEauRequest", [1]],
  ["certifiedEauRequest", [2]],
  ["hospitalEauRequest", [3]],
  ["notFoundEauRequest", [4]],
  ["rehabilitationEauRequest", [5]],
  ["inpatientEauRequest", [6]],
  ["checkingEauRequest", [7]],
  ["otherEvidenceEauRequest", [8]],
  ["passedOnEauRequest", [9]],
  ["rejectedEauRequest", [null]],
  ["unansweredEauRequest", []],
] as const satisfies readonly (readonly [keyof Cast, unknown])[];

const pushes = [
  ["failedPush", "FAILED"],
  ["uploadedPush", "UPLOADED"],
  ["importedPush", "IMPORTED"],
  ["corruptedPush", "CORRUPTED"],
  ["deletedPush", "DELETED"],
  ["autoDeletedPush", "AUTO_DELETED"],
] as const satisfies readonly (readonly [keyof Cast, unknown])[];

interface Eau {
  readonly raw: {
    readonly feedbacks_from_health_insurance: readonly {
      readonly incapacity_for_work: { readonly flag_current_work_incapacity: unknown };
      readonly error_block_list: readonly unknown[] | null;
    }[];
  };
}

test.each(eauRequests)("%s was answered with the flags %j", async (name, flags) => {
  const { mock, send, assertValidAnswers } = await openTools();
  const { id, integration_id: to } = mock.cast[name];
  const { data } = await send<Eau>("GET /custom/datev/eau-requests/{eau_id}", { path: { eau_id: id }, to });
  const feedbacks = data.raw.feedbacks_from_health_insurance;
  expect(feedbacks.map((one) => one.incapacity_for_work.flag_current_work_incapacity)).toEqual(flags);
  const errors = feedbacks.flatMap((one) => one.error_block_list ?? []);
  expect(errors).toHaveLength(name === "rejectedEauRequest" ? 1 : 0);
  await assertValidAnswers();
});

test.each(pushes)("%s is listed, and its file is %s", async (name, state) => {
  const { mock, send } = await openTools();
  const { id, integration_id: to } = mock.cast[name];
  const { data } = await send<{ readonly data_pushes: readonly { readonly id: string }[] }>(
    "GET /custom/datev/data-pushes",
    { to },
  );
  expect(data.data_pushes.find((one) => one.id === id)).toMatchObject({ upload_jobs: [{ state }] });
});

test.each([
  ["datevClient", true],
  ["datevClientWithoutPermissions", false],
] as const)("the integration of %s says ready %s for everything", async (name, ready) => {
  const { mock, send } = await openTools();
  const { id, integration_id: to } = mock.cast[name];
  for (const feature of ["eau", "write", "document"] as const) {
    const { data } = await send(`GET /custom/datev/check-${feature}-permission`, { to });
    expect(data["ready"]).toBe(ready);
  }
  expect((await mock.find("custom.datev-clients", id, { integration_id: to })).length).toBe(1);
});

test("the employees and the job are such as the operations of their tools take", async () => {
  const { mock, send, datev, silae, avionte } = await openTools();
  const { datevEmployee, silaeEmployee, avionteJob } = mock.cast;
  const named = [datevEmployee, silaeEmployee, avionteJob].map((one) => one.integration_id);
  expect(named).toEqual([datev, silae, avionte]);
  const asked = await send("POST /custom/datev/employees/{employee_id}/eau-requests", {
    ...{ to: datev, path: { employee_id: datevEmployee.id }, body: { start_work_incapacity: "2026-01-12" } },
  });
  expect(asked.status).toBe(200);
  const supplement = { supplement_code: "1", effective_date: "2026-03-01", element_amount: 1 };
  await send("POST /custom/silae/employees/{employee_id}/payroll-supplements", {
    ...{ to: silae, path: { employee_id: silaeEmployee.id }, body: supplement },
  });
  const written = await mock.find("custom.silae-payroll-supplements");
  expect(written.map((one) => one["employee_id"])).toEqual([silaeEmployee.id]);
  const [job] = await mock.find("ats.jobs", avionteJob.id, { integration_id: avionte });
  const removed = await send("DELETE /ats/custom/avionte/synced-jobs/{job_remote_id}", {
    ...{ to: avionte, path: { job_remote_id: String(job?.remote_id) } },
  });
  expect(removed.status).toBe(200);
});

test("without the domain custom its members are missing, and the employees of the tools are there", () => {
  const { cast } = createMock({ domains: [hris] });
  expect(() => cast.failedPush).toThrow('The world has no "failedPush" in "custom.datev-pushes"');
  expect(cast.datevEmployee.integration_id).toMatch(/^datev:/);
});
