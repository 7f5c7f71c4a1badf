import type { Category } from "./read-models.ts";

/** An action that an integration can take in its tool, as coverage and integration details list it. */
export interface CatalogueAction {
  readonly id: string;
  readonly label: string;
  /** The operation that takes the action, as method and path. */
  readonly operation: string;
  /** The body's keys without `remote_fields`, with a candidate's own keys in place of `candidate`. */
  readonly fields: readonly string[];
}

// Published ids are `hris_create_employee` and, of ATS, two creations and two added attachments. The ATS ones
// are SDK method names in snake case, so the others are too, or `<category>_<verb>_<noun>` without one.
/** Every write action by category. */
export const writeActions = {
  HRIS: [
    {
      id: "hris_create_employee", label: "Create employee", operation: "POST /hris/employees",
      fields: [
        "first_name", "last_name", "work_email", "gender", "job_title", "home_address", "date_of_birth",
        "mobile_phone_number", "home_phone_number", "nationality", "start_date", "legal_entity_id",
        "location_id",
      ],
    },
    // Which properties the form takes is up to the tool, so none of them has coverage of its own.
    {
      id: "hris_create_employee_with_form",
      label: "Create employee with form",
      operation: "POST /hris/employees/form",
      fields: ["properties", "staffing_entity_id"],
    },
    {
      id: "hris_update_employee", label: "Update employee", operation: "PATCH /hris/employees/{employee_id}",
      fields: [
        "first_name", "last_name", "work_email", "gender", "job_title", "home_address", "date_of_birth",
        "mobile_phone_number", "home_phone_number", "nationality", "start_date", "legal_entity_id",
        "location_id", "ssn", "marital_status", "termination_date", "tax_id",
      ],
    },
    {
      id: "hris_add_employee_document",
      label: "Add employee document",
      operation: "POST /hris/employees/{employee_id}/documents",
      fields: ["category_id", "document"],
    },
    {
      id: "hris_create_absence", label: "Create absence", operation: "POST /hris/absences",
      fields: [
        "employee_id", "absence_type_id", "status", "start_date", "end_date", "start_half_day",
        "end_half_day", "amount", "unit", "employee_note", "start_time", "end_time",
      ],
    },
    {
      id: "hris_delete_absence", label: "Delete absence", operation: "DELETE /hris/absences/{absence_id}",
      fields: [],
    },
  ],
  ATS: [
    {
      id: "ats_create_candidate", label: "Create candidate", operation: "POST /ats/candidates",
      fields: [
        "first_name", "last_name", "email_address", "additional_email_addresses", "company", "title",
        "phone_number", "additional_phone_numbers", "location", "gender", "availability_date",
        "salary_expectations", "social_links", "application", "screening_question_answers", "attachments",
        "source", "sourced_by", "gdpr_consent",
      ],
    },
    {
      id: "ats_create_application",
      label: "Create application",
      operation: "POST /ats/jobs/{job_id}/applications",
      fields: [
        "stage_id", "first_name", "last_name", "email_address", "additional_email_addresses", "company",
        "title", "phone_number", "additional_phone_numbers", "location", "gender", "availability_date",
        "salary_expectations", "social_links", "attachments", "source", "sourced_by", "gdpr_consent",
        "screening_question_answers",
      ],
    },
    // The other keys of the body are tools, not inputs.
    {
      id: "ats_import_tracked_application",
      label: "Import tracked application",
      operation: "POST /ats/import-tracked-application",
      fields: ["tracked_at"],
    },
    {
      id: "ats_move_application_to_stage",
      label: "Move application to stage",
      operation: "PUT /ats/applications/{application_id}/stage",
      fields: ["stage_id"],
    },
    {
      id: "ats_reject_application",
      label: "Reject application",
      operation: "POST /ats/applications/{application_id}/reject",
      fields: ["rejection_reason_id", "note"],
    },
    {
      id: "ats_add_application_note",
      label: "Add application note",
      operation: "POST /ats/applications/{application_id}/notes",
      fields: ["content", "content_type"],
    },
    {
      id: "ats_add_application_result_link",
      label: "Add application result link",
      operation: "POST /ats/applications/{application_id}/result-links",
      fields: ["label", "url", "details"],
    },
    // Reading attachments calls the tool, so it is permitted and covered like a write.
    {
      id: "ats_read_application_attachments",
      label: "Read application attachments",
      operation: "GET /ats/applications/{application_id}/attachments",
      fields: [],
    },
    {
      id: "ats_add_application_attachment",
      label: "Add application attachment",
      operation: "POST /ats/applications/{application_id}/attachments",
      fields: ["attachment"],
    },
    {
      id: "ats_create_interview",
      label: "Create interview",
      operation: "POST /ats/applications/{application_id}/interviews",
      fields: ["title", "start_time", "end_time", "interviewer_user_ids", "organizer_user_id", "location"],
    },
    {
      id: "ats_update_interview",
      label: "Update interview",
      operation: "PATCH /ats/applications/{application_id}/interviews",
      fields: [
        "interview_id", "title", "start_time", "end_time", "interviewer_user_ids", "organizer_user_id",
        "location",
      ],
    },
    {
      id: "ats_add_candidate_result_link",
      label: "Add candidate result link",
      operation: "POST /ats/candidates/{candidate_id}/result-links",
      fields: ["label", "url", "details"],
    },
    {
      id: "ats_read_candidate_attachments",
      label: "Read candidate attachments",
      operation: "GET /ats/candidates/{candidate_id}/attachments",
      fields: [],
    },
    {
      id: "ats_add_candidate_attachment",
      label: "Add candidate attachment",
      operation: "POST /ats/candidates/{candidate_id}/attachments",
      fields: ["attachment"],
    },
    {
      id: "ats_add_candidate_tag",
      label: "Add candidate tag",
      operation: "POST /ats/candidates/{candidate_id}/tags",
      fields: ["tag"],
    },
    {
      id: "ats_remove_candidate_tag",
      label: "Remove candidate tag",
      operation: "DELETE /ats/candidates/{candidate_id}/tags",
      fields: ["tag"],
    },
  ],
  ASSESSMENT: [
    {
      id: "assessment_set_packages", label: "Set packages", operation: "PUT /assessment/packages",
      fields: ["packages"],
    },
    {
      id: "assessment_update_order_result",
      label: "Update order result",
      operation: "PUT /assessment/orders/{assessment_order_id}/result",
      fields: ["status", "result_url", "completed_at", "score", "max_score", "attributes", "attachments"],
    },
  ],
  LMS: [
    {
      id: "lms_create_course_progression",
      label: "Create course progression",
      operation: "POST /lms/course-progressions",
      fields: ["user_id", "course_revision_id"],
    },
    {
      id: "lms_complete_course_progression",
      label: "Complete course progression",
      operation: "POST /lms/course-progressions/{course_progression_id}/complete",
      fields: ["completed_at", "score"],
    },
    {
      id: "lms_upsert_courses", label: "Upsert courses", operation: "POST /lms/courses/bulk",
      fields: ["items"],
    },
    {
      id: "lms_deactivate_course",
      label: "Deactivate course",
      operation: "POST /lms/courses/{course_id}/deactivate",
      fields: [],
    },
  ],
} as const satisfies Record<Category, readonly CatalogueAction[]>;
