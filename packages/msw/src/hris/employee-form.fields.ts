import type { Entity } from "@kombo-mock/factories";
import type { StoredRecord } from "@kombo-mock/factories/worlds";
import type { RequestContext } from "../request/context.ts";
import { isPresent } from "../state/presence.ts";

export type FormProperty = Entity<"HrisFormProperty">;
export type FormProperties = Readonly<Record<string, FormProperty>>;

/** Where the mock lists the options of a select that are too many for the form. */
function optionsPath(integrationId: string, key: string): string {
  return `/_mock/integrations/${encodeURIComponent(integrationId)}/form-options/${key}`;
}

/** The records whose list the form only links to, by the form's key. */
export const referencedOptions: Readonly<Record<string, string>> = { location: "hris.locations" };

const text = (
  label: string,
  unified_key: Entity<"HrisFormUnifiedKey">,
  options: { readonly required?: boolean; readonly max?: number; readonly pattern?: string } = {},
): FormProperty => ({
  type: "text",
  label,
  required: options.required ?? false,
  description: null,
  unified_key,
  min_length: options.required ? 1 : null,
  max_length: options.max ?? 200,
  reg_exp: options.pattern ?? null,
});

const date = (label: string, unified_key: Entity<"HrisFormUnifiedKey">, required = false): FormProperty => ({
  type: "date",
  label,
  required,
  description: null,
  unified_key,
});

const inline = (entries: readonly Entity<"HrisFormOption">[]): Entity<"HrisFormOptions"> => ({
  type: "inline",
  entries: [...entries],
});

const email = "^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$";

const genders = inline([
  { id: "f", label: "Female", unified_value: "FEMALE", remote_id: 1 },
  { id: "m", label: "Male", unified_value: "MALE", remote_id: 2 },
  { id: "d", label: "Non-binary", unified_value: "NON_BINARY", remote_id: 3 },
  { id: "x", label: "Not specified", unified_value: "NOT_SPECIFIED", remote_id: 4 },
]);

const languages = inline(
  ["Dutch", "English", "French", "German", "Spanish"].map((label) => ({
    id: label.toLowerCase(),
    label,
    remote_id: label.slice(0, 2).toLowerCase(),
  })),
);

/** What the connected tool asks for when an employee is created: every kind of input occurs. */
export function formProperties(context: RequestContext): FormProperties {
  const { integration, view, url } = context;
  return {
    first_name: text("First name", "first_name", { required: true, max: 100 }),
    last_name: text("Last name", "last_name", { required: true, max: 100 }),
    work_email: text("Work e-mail", "work_email", { pattern: email }),
    private_email: text("Private e-mail", "private_email", { pattern: email }),
    date_of_birth: date("Date of birth", "date_of_birth"),
    start_date: date("First day", "start_date", true),
    job_title: text("Job title", "job_title"),
    nationality: text("Nationality", "nationality", { pattern: "^[A-Z]{2}$" }),
    mobile_phone: text("Mobile phone", "mobile_phone_number"),
    gender: {
      type: "single_select",
      label: "Gender",
      required: false,
      description: null,
      unified_key: "gender",
      options: genders,
    },
    legal_entity: {
      type: "single_select",
      label: "Legal entity",
      required: false,
      description: "The company that signs the contract.",
      unified_key: "legal_entity_id",
      options: inline(presentOptions(view("hris.legal-entities").from(0))),
    },
    location: {
      type: "single_select",
      label: "Place of work",
      required: false,
      description: null,
      unified_key: "location_id",
      options: { type: "referenced", link: url(optionsPath(integration.id, "location")) },
    },
    yearly_salary: {
      type: "number",
      label: "Salary a year",
      required: false,
      description: null,
      unified_key: "yearly_salary",
      min: 0,
      max: 10_000_000,
    },
    weekly_hours: {
      type: "number",
      label: "Hours a week",
      required: false,
      description: null,
      unified_key: null,
      min: 1,
      max: 60,
    },
    company_car: {
      type: "checkbox",
      label: "Company car",
      required: false,
      description: null,
      unified_key: null,
    },
    languages: {
      type: "multi_select",
      label: "Languages",
      required: false,
      description: null,
      unified_key: null,
      options: languages,
      min_items: 1,
      max_items: 3,
    },
    home_address: {
      type: "object",
      label: "Home address",
      required: false,
      description: null,
      unified_key: null,
      properties: {
        street: text("Street", "home_address.street_1"),
        city: text("City", "home_address.city", { required: true }),
        zip_code: text("Postcode", "home_address.zip_code"),
        country: text("Country", "home_address.country", { pattern: "^[A-Z]{2}$" }),
      },
    },
    emergency_contacts: {
      type: "array",
      label: "Emergency contacts",
      required: false,
      description: null,
      unified_key: null,
      min_items: 0,
      max_items: 2,
      item_type: {
        type: "object",
        label: "Contact",
        required: false,
        description: null,
        unified_key: null,
        properties: { name: text("Name", null, { required: true }), phone: text("Phone", null) },
      },
    },
    contract: {
      type: "file",
      label: "Signed contract",
      required: false,
      description: null,
      unified_key: null,
      file_restrictions: { accepted_mime_types: ["application/pdf"], max_file_size: 5_000_000 },
    },
  };
}

/** Records as options of a select: their ids are what a form sends. */
export function presentOptions(
  records: Iterable<{ readonly record: StoredRecord }>,
): Entity<"HrisFormOption">[] {
  return [...records]
    .map(({ record }) => record)
    .filter(isPresent)
    .map((record) => ({
      id: record.id,
      label: String(record["name"] ?? record["remote_id"] ?? record.id),
      remote_id: String(record["remote_id"] ?? record.id),
    }));
}
