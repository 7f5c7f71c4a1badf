import type { components } from "@kombo-mock/openapi";

/** The kinds of system that a tool can be connected as. */
export type Category = components["schemas"]["IntegrationCategory"];

/** A model that an integration can read, as coverage and integration details list it. */
export interface CatalogueModel {
  readonly id: string;
  readonly label: string;
  /** The slice that the model's records belong to, spelled like its path. */
  readonly collection: string;
  /** The entity's own properties, without ids, bookkeeping, custom fields and nested relations. */
  readonly fields: readonly string[];
}

/** Every read model by category, with the ids by which `data-changed` webhooks name them. */
export const readModels = {
  HRIS: [
    {
      id: "hris_employees", label: "Employees", collection: "hris.employees",
      fields: [
        "employee_number", "first_name", "last_name", "nationality", "display_full_name", "job_title",
        "work_email", "personal_email", "mobile_phone_number", "ssn", "tax_id", "gender", "ethnicity",
        "marital_status", "employment_status", "employment_type", "weekly_hours", "avatar",
        "work_location_id", "legal_entity_id", "manager_id", "home_address", "bank_accounts", "date_of_birth",
        "start_date", "termination_date", "remote_created_at",
      ],
    },
    {
      id: "hris_employments", label: "Employments", collection: "hris.employments",
      fields: [
        "employee_id", "job_title", "pay_rate", "pay_period", "pay_frequency", "employment_type",
        "pay_currency", "effective_date",
      ],
    },
    // Groups were called teams once; coverage and webhooks still use that name.
    { id: "hris_teams", label: "Groups", collection: "hris.groups", fields: ["name", "type", "parent_id"] },
    {
      id: "hris_legal_entities", label: "Legal entities", collection: "hris.legal-entities",
      fields: ["name", "address"],
    },
    {
      id: "hris_locations", label: "Work locations", collection: "hris.locations",
      fields: ["name", "address", "type"],
    },
    {
      id: "hris_absence_types", label: "Absence types", collection: "hris.absence-types",
      fields: ["name", "unit", "half_days_supported", "exact_times_supported"],
    },
    {
      id: "hris_absences", label: "Absences", collection: "hris.absences",
      fields: [
        "employee_id", "approver_id", "start_date", "end_date", "start_half_day", "end_half_day",
        "start_time", "end_time", "amount", "unit", "status", "employee_note", "type_id", "remote_created_at",
        "remote_updated_at",
      ],
    },
    {
      id: "hris_time_off_balances", label: "Time-off balances", collection: "hris.time-off-balances",
      fields: ["employee_id", "type_id", "balance", "balance_unit", "used", "used_unit"],
    },
    {
      id: "hris_timesheets", label: "Timesheets", collection: "hris.timesheets",
      fields: [
        "employee_id", "started_at", "ended_at", "timezone", "payable_hours", "unpaid_break_minutes",
        "breaks", "approval_status", "approved_at", "comment",
      ],
    },
    {
      id: "hris_employee_document_categories",
      label: "Employee document categories",
      collection: "hris.employee-document-categories",
      fields: ["name"],
    },
    {
      id: "hris_performance_reviews", label: "Performance reviews", collection: "hris.performance-reviews",
      fields: ["type", "summary_comment", "summary_rating"],
    },
    {
      id: "hris_performance_review_cycles",
      label: "Performance review cycles",
      collection: "hris.performance-review-cycles",
      fields: ["name", "review_period_start_date"],
    },
    {
      id: "hris_staffing_entities", label: "Staffing entities", collection: "hris.staffing-entities",
      fields: [
        "name", "model_type", "description", "status", "employment_types", "number_of_openings", "parent_id",
        "remote_url", "remote_created_at", "remote_updated_at",
      ],
    },
  ],
  ATS: [
    {
      id: "ats_users", label: "Users", collection: "ats.users",
      fields: ["first_name", "last_name", "email", "status"],
    },
    {
      id: "ats_roles", label: "Roles", collection: "ats.roles",
      fields: ["remote_label", "scope", "unified_type"],
    },
    {
      id: "ats_jobs", label: "Jobs", collection: "ats.jobs",
      fields: [
        "name", "job_code", "description", "confidential", "weekly_hours", "employment_type", "status",
        "visibility", "category", "department", "post_url", "experience_level", "remote_work_status",
        "salary_amount", "salary_amount_from", "salary_amount_to", "salary_currency", "salary_period",
        "location", "remote_url", "opened_at", "closed_at", "remote_created_at", "remote_updated_at",
        "contact_id",
      ],
    },
    // Read as part of a job, like screening questions, but named and covered on their own.
    {
      id: "ats_job_postings", label: "Job postings", collection: "ats.job-postings",
      fields: ["title", "description_html", "status", "visibility", "url"],
    },
    {
      id: "ats_screening_questions", label: "Screening questions", collection: "ats.screening-questions",
      fields: [
        "title", "description", "format", "category", "index", "required", "precondition_question_id",
        "precondition_options",
      ],
    },
    {
      id: "ats_candidates", label: "Candidates", collection: "ats.candidates",
      fields: [
        "first_name", "last_name", "company", "title", "confidential", "source", "phone_numbers",
        "email_addresses", "social_media", "location", "remote_url", "remote_created_at", "remote_updated_at",
      ],
    },
    {
      id: "ats_applications", label: "Applications", collection: "ats.applications",
      fields: [
        "outcome", "rejection_reason_name", "rejected_at", "current_stage_id", "job_id", "candidate_id",
        "screening_question_answers", "remote_url", "remote_created_at", "remote_updated_at",
      ],
    },
    {
      id: "ats_application_stages", label: "Application stages", collection: "ats.application-stages",
      fields: ["name", "status"],
    },
    {
      id: "ats_interviews", label: "Interviews", collection: "ats.interviews",
      fields: [
        "title", "starting_at", "ending_at", "location", "video_conferencing_url", "application_id",
        "stage_id", "canceled", "remote_created_at", "remote_updated_at",
      ],
    },
    {
      id: "ats_offers", label: "Offers", collection: "ats.offers",
      fields: ["status", "employment_start_date", "application_id", "remote_created_at", "remote_updated_at"],
    },
    {
      id: "ats_rejection_reasons", label: "Rejection reasons", collection: "ats.rejection-reasons",
      fields: ["name"],
    },
    { id: "ats_tags", label: "Tags", collection: "ats.tags", fields: ["name"] },
    {
      id: "ats_notes", label: "Notes", collection: "ats.notes",
      fields: [
        "candidate_id", "application_id", "author_id", "title", "content_html", "is_private",
        "remote_created_at", "remote_updated_at",
      ],
    },
  ],
  ASSESSMENT: [
    // No id is published and no webhook names an assessment model, so this one follows `<category>_<noun>`.
    {
      id: "assessment_orders", label: "Orders", collection: "assessment.orders",
      fields: ["package_id", "status", "candidate", "application", "job"],
    },
  ],
  LMS: [
    {
      id: "lms_users", label: "Users", collection: "lms.users",
      fields: ["first_name", "last_name", "work_email", "status", "remote_created_at"],
    },
    // Read as part of a course, like its revisions, but named and covered on their own.
    {
      id: "lms_course_providers", label: "Course providers", collection: "lms.course-providers",
      fields: ["name"],
    },
    { id: "lms_skills", label: "Skills", collection: "lms.skills", fields: ["name", "remote_created_at"] },
    {
      id: "lms_courses", label: "Courses", collection: "lms.courses",
      fields: ["provider_id", "origin_id", "remote_created_at"],
    },
    {
      id: "lms_course_revisions", label: "Course revisions", collection: "lms.course-revisions",
      fields: ["course_id", "title", "description", "remote_url", "status", "remote_created_at"],
    },
    {
      id: "lms_course_progressions", label: "Course progressions", collection: "lms.course-progressions",
      fields: ["user_id", "course_revision_id", "status", "enrolled_at", "completed_at"],
    },
  ],
} as const satisfies Record<Category, readonly CatalogueModel[]>;
