import type { Choices } from "../choices.ts";
import type { Category } from "./catalogue/read-models.ts";

/** A field that tools have and the unified model lacks. */
export interface ToolField {
  readonly model: string;
  readonly field: string;
  readonly type: "DEFAULT" | "CUSTOM";
}

/** Which such fields a world's integrations may have, by category. */
export const toolFields: Readonly<Record<Category, readonly ToolField[]>> = {
  HRIS: [
    { model: "hris_employees", field: "badge_number", type: "DEFAULT" },
    { model: "hris_employees", field: "emergency_contact", type: "DEFAULT" },
    { model: "hris_employees", field: "probation_end", type: "DEFAULT" },
    { model: "hris_employees", field: "tshirt_size", type: "CUSTOM" },
    { model: "hris_employees", field: "parking_space", type: "CUSTOM" },
    { model: "hris_employments", field: "collective_agreement", type: "DEFAULT" },
    { model: "hris_teams", field: "budget_code", type: "CUSTOM" },
  ],
  ATS: [
    { model: "ats_candidates", field: "notice_period", type: "DEFAULT" },
    { model: "ats_candidates", field: "salary_expectation", type: "CUSTOM" },
    { model: "ats_jobs", field: "requisition_code", type: "DEFAULT" },
    { model: "ats_jobs", field: "hiring_budget", type: "CUSTOM" },
    { model: "ats_applications", field: "referral_code", type: "CUSTOM" },
  ],
  ASSESSMENT: [{ model: "assessment_orders", field: "campaign", type: "CUSTOM" }],
  LMS: [
    { model: "lms_users", field: "department_code", type: "DEFAULT" },
    { model: "lms_courses", field: "catalogue_code", type: "CUSTOM" },
  ],
};

/** The custom fields that a world defines, by category, each with the tool's field that it is mapped to or null. */
export const definedCustomFields: Readonly<
  Record<
    Category,
    readonly { readonly model: string; readonly field: string; readonly mappedTo: string | null }[]
  >
> = {
  HRIS: [
    { model: "hris_employees", field: "shirt_size", mappedTo: "tshirt_size" },
    { model: "hris_employees", field: "emergency_phone", mappedTo: null },
  ],
  ATS: [
    { model: "ats_candidates", field: "available_from", mappedTo: "notice_period" },
    { model: "ats_jobs", field: "cost_code", mappedTo: null },
  ],
  ASSESSMENT: [],
  LMS: [{ model: "lms_users", field: "department", mappedTo: "department_code" }],
};

/** Builds the value that a tool has in such a field of one record. */
export function toolFieldValue(choices: Choices, field: string): string | number {
  const known = (options as Readonly<Record<string, readonly string[]>>)[field];
  return known ? choices.pick(known) : String(choices.integer(1_000, 9_999));
}

const options = {
  tshirt_size: ["XS", "S", "M", "L", "XL"],
  emergency_contact: ["Partner", "Parent", "Sibling", "Friend"],
  parking_space: ["A-12", "A-31", "B-07", "none"],
  collective_agreement: ["metal", "retail", "chemistry", "none"],
  notice_period: ["immediately", "4 weeks", "3 months"],
  probation_end: ["2025-06-30", "2025-09-30", "2026-03-31"],
} as const;
