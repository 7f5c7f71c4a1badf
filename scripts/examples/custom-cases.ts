import type { MockCore } from "@kombo-mock/msw";
import type { Desk } from "./desk.ts";
import type { SpecialCase } from "./special-cases.ts";

const datev: SpecialCase = { tool: "datev" };
const month = "2025-12-01";

/** An employee of the DATEV integration by the id that DATEV has, so that the id does not depend on the integration. */
const ofDatev: SpecialCase = { tool: "datev", parameters: () => ({ employee_id: "remote:1002" }) };

/** What the examples of operations need that only some tools have. */
export const customCases: Readonly<Record<string, SpecialCase>> = {
  "GET /custom/datev/system-information": datev,
  "GET /custom/datev/check-eau-permission": datev,
  "GET /custom/datev/check-document-permission": datev,
  "GET /custom/datev/check-write-permission": datev,
  "GET /custom/datev/data-pushes": datev,
  "GET /custom/datev/available-documents": { ...datev, parameters: () => ({ period: month }) },
  "POST /custom/datev/passthrough": {
    ...datev,
    body: async (desk) => {
      const { consultant_number, client_number, target_system } = await systemInformation(desk);
      const head =
        target_system === "LODAS"
          ? `[Allgemein]\nZiel=LODAS\nBeraterNr=${consultant_number}\nMandantenNr=${client_number}\n`
          : `${consultant_number};${client_number};12/2025\n`;
      return { target_system, file_content: head, accounting_month: `${month}T00:00:00.000Z` };
    },
  },
  "POST /custom/datev/download-document": {
    ...datev,
    body: () => ({ accounting_month: `${month}T00:00:00.000Z` }),
  },
  "POST /custom/datev/employees/{employee_id}/download-document": {
    ...ofDatev,
    body: () => ({ accounting_month: `${month}T00:00:00.000Z` }),
  },
  "POST /custom/datev/employees/{employee_id}/eau-requests": {
    ...ofDatev,
    body: () => ({ start_work_incapacity: "2026-01-12" }),
  },
  "GET /custom/datev/eau-requests/{eau_id}": {
    ...datev,
    // One that the world has.
    parameters: async ({ mock }) => {
      const [first] = await mock.find("custom.datev-eau-requests");
      return { eau_id: first?.id };
    },
  },
  "PUT /custom/datev/employees/{employee_id}/prepare-payroll": {
    ...ofDatev,
    body: async (desk) =>
      (await systemInformation(desk))["target_system"] === "LODAS" ? {} : { custom_lodas: [] },
  },
  "PUT /custom/datev/employees/{employee_id}/compensations": ofDatev,
  "POST /custom/datev/push-data/general": {
    ...datev,
    prepare: async (mock) => {
      const employee_id = await someEmployee(mock);
      const pay = { amount: 4150, currency: "EUR", period: "MONTH", lohnart: 200 };
      await mock.create("custom.datev-compensations", {
        ...{ employee_id, effective_date: "2026-02-01", compensations: [pay] },
      });
      return {};
    },
  },
  "POST /custom/datev/push-data/payroll": {
    ...datev,
    prepare: async (mock) => {
      const employee_id = await someEmployee(mock);
      const hourly_payments = [{ hours: 6.5, lohnart: 210 }];
      await mock.create("custom.datev-payroll-preparations", {
        ...{ employee_id, payroll_month: "2026-03-01", hourly_payments },
      });
      return {};
    },
  },
  "POST /custom/silae/employees/{employee_id}/payroll-supplements": {
    tool: "silae",
    parameters: () => ({ employee_id: "remote:1002" }),
  },
  "POST /ats/custom/avionte/synced-jobs": { tool: "avionte" },
  "DELETE /ats/custom/avionte/synced-jobs/{job_remote_id}": {
    tool: "avionte",
    parameters: async ({ mock }) => {
      const jobs = await mock.find("custom.avionte-synced-jobs");
      return { job_remote_id: jobs.at(-1)?.["job_remote_id"] };
    },
  },
};

/** Somebody whom the DATEV integration knows. */
async function someEmployee(mock: MockCore): Promise<string> {
  const datev = (await mock.integrations.list()).find(({ tool }) => tool === "datev");
  const found = await mock.find("hris.employees", { remote_id: "1002" }, { integration_id: datev?.id });
  return found[0]?.id ?? "";
}

async function systemInformation({ ask, integrationOf }: Desk): Promise<Readonly<Record<string, unknown>>> {
  const { text } = await ask({
    operation: "GET /custom/datev/system-information",
    path: {},
    integrationId: await integrationOf("datev"),
  });
  // The answer of an operation has its values under this key.
  return (JSON.parse(text) as { data: Readonly<Record<string, unknown>> }).data;
}
