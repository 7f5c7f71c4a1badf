import type { components } from "@kombo-mock/openapi";
import type { ListName } from "./read-lists.ts";

/** The name of a changed model, as `data-changed` tells it. */
type ModelName = components["schemas"]["WebhookChangedData"]["changed_models"][number]["name"];

const ofJobs = ["jobs"] as const;
const ofApplications = ["applications"] as const;

/**
 * Which lists show a model: its own, and those that embed it. A model that is not named here is in none of the lists
 * that are kept.
 */
const listsByModel: Readonly<Partial<Record<ModelName, readonly ListName[]>>> = {
  hris_employees: ["employees"],
  hris_employments: ["employees"],
  hris_join_employees_teams: ["employees"],
  hris_legal_entities: ["employees"],
  hris_locations: ["employees"],
  hris_teams: ["groups", "employees"],
  hris_time_off_balances: ["balances", "employees"],
  hris_absences: ["absences"],
  hris_absence_types: ["absences", "balances"],
  ats_jobs: ["jobs", "applications"],
  ats_job_postings: ofJobs,
  ats_screening_questions: ofJobs,
  ats_join_jobs_application_stages: ofJobs,
  ats_join_jobs_screening_questions: ofJobs,
  ats_join_jobs_users: ofJobs,
  ats_join_user_job_role_assignments: ofJobs,
  ats_application_stages: ["jobs", "applications"],
  ats_users: ["jobs", "interviews"],
  ats_applications: ["applications", "interviews", "offers"],
  ats_candidates: ofApplications,
  ats_tags: ofApplications,
  ats_join_candidates_tags: ofApplications,
  ats_interviews: ["interviews", "applications"],
  ats_join_interviews_users: ["interviews"],
  ats_offers: ["offers", "applications"],
};

/** The lists to fetch when these models changed, each once. */
export function listsOf(models: readonly { readonly name: string }[]): ListName[] {
  const known: Readonly<Partial<Record<string, readonly ListName[]>>> = listsByModel;
  return [...new Set(models.flatMap(({ name }) => known[name] ?? []))];
}
