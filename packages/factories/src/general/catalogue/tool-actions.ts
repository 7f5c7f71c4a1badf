import type { Category } from "./read-models.ts";
import { type CatalogueAction, writeActions } from "./write-actions.ts";

/** The DATEV tools: their operations are the same. */
export const datevTools = ["datev", "datevhr", "datevlauds", "datevlug"] as const;

// Nobody published ids for them; the operations' descriptions name the permissions that a scope config needs.
const datev = [
  {
    id: "hris_datev_push_general_data",
    label: "DATEV: push general data",
    operation: "POST /custom/datev/push-data/general",
    fields: [],
  },
  {
    id: "hris_datev_push_payroll_data",
    label: "DATEV: push payroll data",
    operation: "POST /custom/datev/push-data/payroll",
    fields: ["payroll_month"],
  },
  {
    id: "hris_datev_prepare_payroll",
    label: "DATEV: prepare payroll",
    operation: "PUT /custom/datev/employees/{employee_id}/prepare-payroll",
    fields: ["payroll_run", "hourly_payments", "fixed_payments", "custom_lodas"],
  },
  {
    id: "hris_datev_set_compensations",
    label: "DATEV: set compensations",
    operation: "PUT /custom/datev/employees/{employee_id}/compensations",
    fields: ["effective_date", "compensations"],
  },
  {
    id: "hris_datev_send_file",
    label: "DATEV: send file",
    operation: "POST /custom/datev/passthrough",
    fields: ["file_content", "accounting_month", "target_system", "file_type", "file_name"],
  },
  {
    id: "hris_datev_create_eau_request",
    label: "DATEV: create eAU request",
    operation: "POST /custom/datev/employees/{employee_id}/eau-requests",
    fields: ["start_work_incapacity", "notification", "contact_person"],
  },
  {
    id: "hris_datev_download_document",
    label: "DATEV: download document",
    operation: "POST /custom/datev/download-document",
    fields: ["accounting_month", "document_type", "employee_id"],
  },
  {
    id: "hris_datev_download_employee_document",
    label: "DATEV: download employee document",
    operation: "POST /custom/datev/employees/{employee_id}/download-document",
    fields: ["accounting_month", "document_type"],
  },
] as const satisfies readonly CatalogueAction[];

const silae = [
  {
    id: "hris_silae_add_payroll_supplement",
    label: "Silae: add payroll supplement",
    operation: "POST /custom/silae/employees/{employee_id}/payroll-supplements",
    fields: ["supplement_code", "effective_date", "element_amount", "element_string"],
  },
] as const satisfies readonly CatalogueAction[];

const avionte = [
  {
    id: "ats_avionte_add_synced_job",
    label: "Avionté: add synced job",
    operation: "POST /ats/custom/avionte/synced-jobs",
    fields: ["job_remote_id"],
  },
  {
    id: "ats_avionte_remove_synced_job",
    label: "Avionté: remove synced job",
    operation: "DELETE /ats/custom/avionte/synced-jobs/{job_remote_id}",
    fields: [],
  },
] as const satisfies readonly CatalogueAction[];

/** Actions that only some tools have, with the category of integrations that list them. */
export const toolActions = [
  { category: "HRIS", tools: datevTools, actions: datev },
  { category: "HRIS", tools: ["silae"], actions: silae },
  { category: "ATS", tools: ["avionte"], actions: avionte },
] as const satisfies readonly {
  readonly category: Category;
  readonly tools: readonly string[];
  readonly actions: readonly CatalogueAction[];
}[];

/** Every action that a tool's integrations of a category list: those of the category, and the tool's own. */
export function actionsOf(category: Category, tool: string): readonly CatalogueAction[] {
  const own = toolActions.filter(
    (one) => one.category === category && (one.tools as readonly string[]).includes(tool),
  );
  return [...writeActions[category], ...own.flatMap(({ actions }): readonly CatalogueAction[] => actions)];
}
