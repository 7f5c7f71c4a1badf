import type { components } from "@kombo-mock/openapi";

/** A model as `data-changed` names it. */
export type ModelName = components["schemas"]["WebhookModelName"];

/**
 * Every name that a `data-changed` webhook may hold, and whether all generations of the official SDKs know it: an
 * older one throws on a name that it does not know. Models that stand here in no way, such as orders of assessments,
 * are never announced.
 */
const generations = {
  hris_legal_entities: "all",
  hris_locations: "all",
  hris_employees: "all",
  hris_absence_types: "all",
  hris_absences: "all",
  hris_employments: "all",
  hris_teams: "all",
  hris_time_off_balances: "all",
  hris_timesheets: "all",
  hris_employee_document_categories: "all",
  hris_performance_reviews: "all",
  hris_performance_review_cycles: "all",
  hris_staffing_entities: "all",
  ats_users: "all",
  ats_jobs: "all",
  ats_job_postings: "all",
  ats_candidates: "all",
  ats_application_stages: "all",
  ats_applications: "all",
  ats_screening_questions: "all",
  ats_tags: "all",
  ats_interviews: "all",
  ats_offers: "all",
  ats_rejection_reasons: "all",
  ats_roles: "all",
  lms_users: "all",
  lms_course_providers: "all",
  lms_skills: "all",
  lms_courses: "all",
  lms_course_revisions: "all",
  lms_course_progressions: "all",
  hris_join_employees_teams: "all",
  hris_join_staffing_entities_locations: "all",
  hris_join_staffing_entities_legal_entities: "all",
  hris_join_staffing_entities_groups: "all",
  ats_join_candidates_tags: "all",
  ats_join_jobs_application_stages: "all",
  ats_join_jobs_screening_questions: "all",
  ats_join_user_job_role_assignments: "all",
  ats_join_jobs_users: "all",
  ats_join_users_roles: "all",
  ats_join_interviews_users: "all",
  lms_join_revisions_skills: "all",
  hris_skill_proficiency_scales: "newest",
  hris_skills: "newest",
  hris_skill_rating_providers: "newest",
  hris_employee_skill_proficiency_ratings: "newest",
  hris_join_staffing_entities_skills: "newest",
  ats_notes: "newest",
} as const satisfies Readonly<Record<ModelName, "all" | "newest">>;

// The keys are the names of the type.
const names = Object.keys(generations) as ModelName[];
const namesOfAll = names.filter((name) => generations[name] === "all");

/** The names that may be sent. */
export function announcedModels(emit: "all-generations" | "newest"): readonly ModelName[] {
  return emit === "newest" ? names : namesOfAll;
}
