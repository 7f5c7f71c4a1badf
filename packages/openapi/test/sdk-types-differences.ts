/** How a type of ours differs from the official SDK's type of the same name. */
export interface Difference {
  /** Keys, by their paths, that the SDK leaves out, on purpose or as it is older: theirs is not assignable to ours. */
  readonly dropped?: readonly string[];
  /** Keys that the SDK reads with any value and even without one: theirs is not assignable to ours. */
  readonly anything?: readonly string[];
  /** Keys that the SDK fills in where they are left out: ours is not assignable to theirs. */
  readonly filled?: readonly string[];
  /** Values of the API that the SDK's closed list lacks, as it is older: ours is not assignable to theirs. */
  readonly newer?: readonly string[];
  /** Whether the SDK marks texts beyond the values it knows, as only itself can: ours is not assignable to theirs. */
  readonly marked?: true;
}

const absenceTimes = ["start_date", "end_date", "start_time", "end_time"];
const newerStage = ["remote_data", "status", "custom_fields"];
const newerTools = [
  "adpdecidium",
  "carerixgraphql",
  "compleetpersy",
  "coursera",
  "databites",
  "docebo",
  "jobadder",
  "pageup",
  "talent360",
  "trackerrms",
];
const newerModels = [
  "ats_notes",
  "hris_employee_skill_proficiency_ratings",
  "hris_join_staffing_entities_skills",
  "hris_skill_proficiency_scales",
  "hris_skill_rating_providers",
  "hris_skills",
];

/** Every type that differs; all others are assignable both ways. */
export const differences: Readonly<Record<string, Difference>> = {
  ChangedModel: { newer: newerModels },
  DataChangedWebhookPayload: { newer: newerModels },
  DataChangedWebhookPayloadData: { newer: newerModels },
  DeleteHrisAbsencesAbsenceIdPositiveResponseData: {
    dropped: ["approver_id", "remote_data"],
    anything: absenceTimes,
    marked: true,
  },
  Employment: { dropped: ["remote_data", "integration_fields"], marked: true },
  EmploymentEmploymentType: { marked: true },
  EmploymentStatus: { marked: true },
  Format: { filled: ["display_type"] },
  FormatNumber: { filled: ["display_type"] },
  GetAtsApplicationStagesPositiveResponseResult: { dropped: newerStage },
  GetAtsApplicationsPositiveResponseCurrentStage: { dropped: ["status", "custom_fields"] },
  GetAtsApplicationsPositiveResponseResult: {
    dropped: ["integration_fields", "remote_data", "current_stage.status", "current_stage.custom_fields"],
  },
  GetAtsCandidatesPositiveResponseResult: { dropped: ["integration_fields", "remote_data"] },
  GetAtsInterviewsPositiveResponseResult: { dropped: ["remote_data"] },
  GetAtsJobsPositiveResponseEmploymentType: { marked: true },
  GetAtsJobsPositiveResponseResult: {
    dropped: [
      "integration_fields",
      "remote_data",
      "stages.remote_data",
      "stages.status",
      "stages.custom_fields",
      "job_postings.remote_data",
    ],
    filled: ["screening_questions.format.display_type"],
    marked: true,
  },
  GetAtsJobsPositiveResponseStatus: { marked: true },
  GetAtsOffersPositiveResponseResult: { dropped: ["integration_fields", "remote_data"] },
  GetAtsRejectionReasonsPositiveResponseResult: { dropped: ["remote_data"] },
  GetAtsRolesPositiveResponseResult: { dropped: ["remote_data"] },
  GetAtsTagsPositiveResponseResult: { dropped: ["remote_data"] },
  GetAtsUsersPositiveResponseResult: { dropped: ["remote_data"] },
  GetCheckApiKeyPositiveResponseData: { dropped: ["customer_id"] },
  GetHrisAbsenceTypesPositiveResponseResult: { dropped: ["remote_data", "custom_fields"] },
  GetHrisAbsencesPositiveResponseResult: {
    dropped: ["approver_id", "remote_data", "type.remote_data", "type.custom_fields"],
    anything: absenceTimes,
    marked: true,
  },
  GetHrisAbsencesPositiveResponseType: { dropped: ["remote_data", "custom_fields"] },
  GetHrisEmployeeDocumentCategoriesPositiveResponseResult: { dropped: ["remote_data"] },
  GetHrisEmployeesPositiveResponseEmploymentType: { marked: true },
  GetHrisEmployeesPositiveResponseResult: {
    dropped: [
      "remote_data",
      "integration_fields",
      "employments.remote_data",
      "employments.integration_fields",
      "time_off_balances.remote_data",
      "teams",
      "work_location.remote_data",
    ],
    marked: true,
  },
  GetHrisEmploymentsPositiveResponseEmploymentType: { marked: true },
  GetHrisEmploymentsPositiveResponseResult: { dropped: ["remote_data", "integration_fields"], marked: true },
  GetHrisGroupsPositiveResponseResult: { dropped: ["remote_data"] },
  GetHrisLegalEntitiesPositiveResponseResult: { dropped: ["remote_data"] },
  GetHrisLocationsPositiveResponseResult: { dropped: ["remote_data"] },
  GetHrisPerformanceReviewCyclesPositiveResponseResult: { dropped: ["remote_data"] },
  GetHrisPerformanceReviewsPositiveResponseResult: { dropped: ["remote_data", "review_cycle.remote_data"] },
  GetHrisStaffingEntitiesPositiveResponseResult: {
    dropped: ["integration_fields", "remote_data", "skills"],
    filled: ["employment_types"],
  },
  GetHrisTimeOffBalancesPositiveResponseResult: {
    dropped: ["remote_data", "type.remote_data", "type.custom_fields"],
  },
  GetHrisTimeOffBalancesPositiveResponseType: { dropped: ["remote_data", "custom_fields"] },
  GetHrisTimesheetsPositiveResponseResult: { dropped: ["integration_fields", "remote_data"] },
  IntegrationTool: { newer: newerTools },
  JobPosting: { dropped: ["remote_data"] },
  KomboHrisErrorData: { newer: ["HRIS.STAFFING_ENTITY_CLOSED"] },
  Manager: { marked: true },
  ManagerEmploymentStatus: { marked: true },
  Name: { newer: newerModels },
  PostAtsCandidatesPositiveResponseData: { dropped: ["integration_fields", "remote_data"] },
  PostAtsJobsJobIdApplicationsPositiveResponseCandidate: { dropped: ["integration_fields", "remote_data"] },
  PostAtsJobsJobIdApplicationsPositiveResponseData: {
    dropped: ["integration_fields", "remote_data", "candidate.integration_fields", "candidate.remote_data"],
  },
  PostConnectCreateLinkRequestBody: { newer: newerTools },
  PostHrisAbsencesPositiveResponseData: {
    dropped: ["approver_id", "remote_data"],
    anything: absenceTimes,
    marked: true,
  },
  ReviewCycle: { dropped: ["remote_data"] },
  ScreeningQuestion: { filled: ["format.display_type"] },
  Stage: { dropped: newerStage },
  TimeOffBalance: { dropped: ["remote_data"] },
  WorkLocation: { dropped: ["remote_data"] },
};
