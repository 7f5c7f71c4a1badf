import {
  datevClients,
  datevEauRequests,
  datevPushes,
  datevUploadJobs,
  defineWrittenCollection,
} from "@kombo-mock/factories/worlds";

import { documentKinds } from "./datev-document-kinds.ts";

const employee_id = "hris.employees";
const text = { is: "string", nullable: true } as const;
const objects = { is: "object", list: true, nullable: true } as const;
/** A month by its first day. */
const month = { is: "date", pattern: "-01$", nullable: true } as const;

/** Payroll documents that were downloaded, and those that a test has put there. */
const documents = defineWrittenCollection({
  name: "custom.datev-documents",
  fields: [
    ...["document_type", "accounting_month", "file_name", "content_type", "content_base64"],
    ...["employee_remote_id", "text_lines"],
  ],
  references: { employee_id },
  kinds: {
    document_type: { is: Object.keys(documentKinds), nullable: true },
    accounting_month: month,
    ...{ file_name: text, content_type: text, content_base64: text },
    employee_remote_id: text,
    text_lines: { ...text, list: true },
  },
});

/** What is to be paid beside the regular pay: one record for an employee and a month. */
const payrollPreparations = defineWrittenCollection({
  name: "custom.datev-payroll-preparations",
  fields: ["payroll_month", "hourly_payments", "fixed_payments", "custom_lodas", "updated_at"],
  references: { employee_id },
  kinds: {
    payroll_month: month,
    ...{ hourly_payments: objects, fixed_payments: objects, custom_lodas: objects },
    updated_at: { is: "date-time", nullable: true },
  },
});

/** The regular pay: one record for an employee and the day from which it counts. */
const compensations = defineWrittenCollection({
  name: "custom.datev-compensations",
  fields: ["effective_date", "compensations", "updated_at"],
  references: { employee_id },
  kinds: {
    effective_date: { is: "date", nullable: true },
    compensations: objects,
    updated_at: { is: "date-time", nullable: true },
  },
});

/** Files that were handed to the payroll program as they are. */
const sentFiles = defineWrittenCollection({
  name: "custom.datev-sent-files",
  fields: ["file_content", "accounting_month", "target_system", "file_type", "file_name", "created_at"],
  references: {},
});

/** Everything that DATEV integrations hold beside the records that they sync. */
export const datevCollections = [
  datevClients,
  documents,
  datevEauRequests,
  payrollPreparations,
  compensations,
  sentFiles,
  datevPushes,
  datevUploadJobs,
] as const;
