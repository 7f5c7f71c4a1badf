import type { Cast } from "@kombo-mock/msw";

/** The record of the small world that an example is about, by the parameter or key that holds its id. */
export const standIns = {
  absence_id: "requestedAbsence",
  absence_type_id: "vacation",
  application_id: "pendingApplication",
  assessment_order_id: "openOrder",
  candidate_id: "candidate",
  category_id: "documentCategory",
  course_id: "course",
  course_progression_id: "startedProgression",
  course_revision_id: "courseRevision",
  employee_id: "employee",
  interview_id: "upcomingInterview",
  interviewer_user_ids: "hiringManager",
  job_id: "openJob",
  legal_entity_id: "legalEntity",
  location_id: "headquarters",
  organizer_user_id: "recruiter",
  rejection_reason_id: "rejectionReason",
  skill_id: "skillWithLevels",
  staffing_entity_id: "openRequisition",
  stage_id: "lastStage",
  user_id: "recruiter",
} as const satisfies Readonly<Record<string, keyof Cast>>;
