import type { components } from "@kombo-mock/openapi";

type Schemas = components["schemas"];

/** How a field is kept: booleans as 0 and 1, objects and lists as their JSON. */
export type ColumnType = "TEXT" | "REAL" | "BOOLEAN" | "JSON";

type ColumnFor<Value> = [Value] extends [string]
  ? "TEXT"
  : [Value] extends [number]
    ? "REAL"
    : [Value] extends [boolean]
      ? "BOOLEAN"
      : "JSON";

/** A column for each field of a record. A field that the API gains or loses is a type error here. */
type ColumnsOf<Fields> = { readonly [Name in keyof Fields]-?: ColumnFor<NonNullable<Fields[Name]>> };

const group = {
  id: "TEXT",
  remote_id: "TEXT",
  name: "TEXT",
  type: "TEXT",
  parent_id: "TEXT",
  changed_at: "TEXT",
  remote_deleted_at: "TEXT",
  remote_data: "JSON",
} satisfies ColumnsOf<Schemas["HrisGroup"]>;

// Any text may stand where the document lists values: a tool's own passes through when nobody mapped it.
const employee = {
  id: "TEXT",
  remote_id: "TEXT",
  employee_number: "TEXT",
  first_name: "TEXT",
  last_name: "TEXT",
  nationality: "TEXT",
  display_full_name: "TEXT",
  job_title: "TEXT",
  work_email: "TEXT",
  personal_email: "TEXT",
  mobile_phone_number: "TEXT",
  ssn: "TEXT",
  tax_id: "TEXT",
  gender: "TEXT",
  ethnicity: "TEXT",
  marital_status: "TEXT",
  employment_status: "TEXT",
  employment_type: "TEXT",
  weekly_hours: "REAL",
  avatar: "TEXT",
  work_location_id: "TEXT",
  legal_entity_id: "TEXT",
  manager_id: "TEXT",
  home_address: "JSON",
  bank_accounts: "JSON",
  date_of_birth: "TEXT",
  start_date: "TEXT",
  termination_date: "TEXT",
  remote_created_at: "TEXT",
  changed_at: "TEXT",
  remote_deleted_at: "TEXT",
  remote_data: "JSON",
} satisfies ColumnsOf<Schemas["HrisEmployeeBase"]>;

const absence = {
  id: "TEXT",
  remote_id: "TEXT",
  employee_id: "TEXT",
  approver_id: "TEXT",
  start_date: "TEXT",
  end_date: "TEXT",
  start_half_day: "BOOLEAN",
  end_half_day: "BOOLEAN",
  start_time: "TEXT",
  end_time: "TEXT",
  amount: "REAL",
  unit: "TEXT",
  status: "TEXT",
  employee_note: "TEXT",
  type_id: "TEXT",
  remote_created_at: "TEXT",
  remote_updated_at: "TEXT",
  changed_at: "TEXT",
  remote_deleted_at: "TEXT",
  remote_data: "JSON",
} satisfies ColumnsOf<Schemas["HrisAbsence"]>;

/** What is mirrored, and which of its fields. Each model has a table of its name. */
export const models = { groups: group, employees: employee, absences: absence };

/** The name of a mirrored model, which is that of its table. */
export type ModelName = keyof typeof models;

/** The models' names, in the order in which they are read. */
export const modelNames = ["groups", "employees", "absences"] as const satisfies readonly ModelName[];
