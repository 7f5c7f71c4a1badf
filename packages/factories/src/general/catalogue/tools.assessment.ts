import type { CatalogueEntry } from "./tools.ts";

/** Recruiting systems that are connected for assessments first. */
export const assessmentTools = [
  {
    id: "avature",
    label: "Avature",
    categories: ["ASSESSMENT", "ATS"],
    color: "#12866a",
    apis: ["custom-api"],
    lacks: [
      "assessment_set_packages", "ats_tags", "ats_add_candidate_tag", "ats_remove_candidate_tag",
      "ats_offers",
    ],
    notImplemented: [
      "ats_import_tracked_application", "ats_create_interview", "ats_update_interview",
      "ats_reject_application",
    ],
    unknown: ["ats_notes", "ats_roles"],
  },
  {
    id: "eightfold",
    label: "Eightfold",
    categories: ["ASSESSMENT", "ATS"],
    color: "#2f6f9f",
    apis: ["api"],
    lacks: [
      "ats_offers", "ats_rejection_reasons", "ats_reject_application", "ats_add_application_result_link",
      "ats_add_candidate_result_link",
    ],
    notImplemented: ["ats_import_tracked_application", "ats_create_interview", "ats_update_interview"],
    unknown: ["ats_notes", "assessment_update_order_result.attributes", "inline_assessment"],
  },
  {
    id: "icims",
    label: "iCIMS",
    categories: ["ASSESSMENT", "ATS"],
    color: "#0b7285",
    apis: ["default"],
    lacks: [
      "ats_jobs.salary_period", "ats_tags", "ats_add_candidate_tag", "ats_remove_candidate_tag",
      "assessment_update_order_result.attachments",
    ],
    notImplemented: ["ats_import_tracked_application", "ats_create_interview", "ats_update_interview"],
    unknown: ["ats_notes", "ats_interviews"],
  },
  {
    id: "jobvite",
    label: "Jobvite",
    categories: ["ASSESSMENT", "ATS"],
    color: "#9c36b5",
    apis: ["api", "v2"],
    lacks: [
      "ats_offers", "ats_interviews", "ats_create_interview", "ats_update_interview",
      "ats_add_application_note", "assessment_update_order_result.max_score",
    ],
    notImplemented: [
      "ats_import_tracked_application", "ats_read_application_attachments", "ats_read_candidate_attachments",
    ],
    unknown: ["ats_notes"],
  },
] as const satisfies readonly CatalogueEntry[];
