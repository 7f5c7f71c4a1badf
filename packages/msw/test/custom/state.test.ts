import { expect, test } from "vitest";
import { openTools } from "./tools.ts";

/** A history that touches every collection of the tools. */
async function live() {
  const tools = await openTools();
  const { mock, send, silae, avionte } = tools;
  const path = { employee_id: "remote:1002" };
  await send("PUT /custom/datev/employees/{employee_id}/prepare-payroll", {
    path,
    body: {
      payroll_run: { date: "2026-01-01" },
      hourly_payments: [{ hours: 1, lohnart: 5 }],
      fixed_payments: [],
    },
  });
  await send("POST /custom/datev/push-data/payroll", { body: { payroll_month: "2026-01-01" } });
  await send("POST /custom/datev/employees/{employee_id}/eau-requests", {
    path,
    body: { start_work_incapacity: "2026-01-12" },
  });
  await send("POST /custom/datev/employees/{employee_id}/download-document", {
    path,
    body: { accounting_month: "2025-12-01", document_type: "LOBN" },
  });
  await send("POST /custom/silae/employees/{employee_id}/payroll-supplements", {
    ...{ to: silae, path, body: { supplement_code: "1", effective_date: "2026-03-01", element_amount: 1 } },
  });
  await send("POST /ats/custom/avionte/synced-jobs", { to: avionte, body: { job_remote_id: "40718" } });
  await mock.clock.advance("PT2H");
  return tools;
}

const everything = async ({ mock }: Awaited<ReturnType<typeof live>>) =>
  JSON.stringify(await mock.exportState());

test("two runs of one history give the same bytes", async () => {
  const [one, other] = [await live(), await live()];
  const bytes = await everything(one);
  expect(bytes).toContain("custom.datev-upload-jobs");
  expect(await everything(other)).toBe(bytes);
  const answers = async ({ mock }: typeof one) => JSON.stringify(await mock.requests());
  expect(await answers(one)).toBe(await answers(other));
});

test("a history survives a world file", async () => {
  const one = await live();
  const other = await openTools();
  await other.mock.importState(await one.mock.exportState());
  const pushes = (tools: typeof one) => tools.send("GET /custom/datev/data-pushes");
  expect(await pushes(other)).toEqual(await pushes(one));
  await other.mock.sync(other.avionte);
  const { data } = await other.send("GET /ats/jobs", { to: other.avionte, query: { remote_ids: "40718" } });
  expect(data["results"]).toHaveLength(1);
});
