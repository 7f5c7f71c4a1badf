export {
  type AiApplyApplicationInputs,
  aiApplyApplicationFactory,
} from "./ai-apply/applications.factory.ts";
export {
  type AiApplyCareerSiteInputs,
  aiApplyCareerSiteFactory,
} from "./ai-apply/career-sites.factory.ts";
export { aiApplyJobFeedFactory } from "./ai-apply/job-feeds.factory.ts";
export { type AiApplyPostingInputs, aiApplyPostingFactory } from "./ai-apply/postings.factory.ts";
export { type AssessmentOrderInputs, assessmentOrderFactory } from "./assessment/orders.factory.ts";
export { type AssessmentPackageInputs, assessmentPackageFactory } from "./assessment/packages.factory.ts";
export {
  type AtsApplicationStageInputs,
  atsApplicationStageFactory,
} from "./ats/application-stages.factory.ts";
export { type AtsApplicationInputs, atsApplicationFactory } from "./ats/applications.factory.ts";
export { type AtsAttachmentInputs, atsAttachmentFactory } from "./ats/attachments.factory.ts";
export { type AtsCandidateInputs, atsCandidateFactory } from "./ats/candidates.factory.ts";
export { type AtsInterviewInputs, atsInterviewFactory } from "./ats/interviews.factory.ts";
export { type AtsJobPostingInputs, atsJobPostingFactory } from "./ats/job-postings.factory.ts";
export { type AtsJobInputs, atsJobFactory } from "./ats/jobs.factory.ts";
export { type AtsNoteInputs, atsNoteFactory } from "./ats/notes.factory.ts";
export { type AtsOfferInputs, atsOfferFactory } from "./ats/offers.factory.ts";
export { atsRejectionReasonFactory } from "./ats/rejection-reasons.factory.ts";
export { type AtsRoleInputs, atsRoleFactory } from "./ats/roles.factory.ts";
export {
  type AtsScreeningQuestionInputs,
  atsScreeningQuestionFactory,
} from "./ats/screening-questions.factory.ts";
export { atsTagFactory } from "./ats/tags.factory.ts";
export { type AtsUserInputs, atsUserFactory } from "./ats/users.factory.ts";
export { type Choices, choicesAt } from "./choices.ts";
export {
  defineFactory,
  type Entity,
  type EntityName,
  type Factory,
  type FieldContext,
  type Fields,
  type Overrides,
  type SdkEntity,
  type Trait,
} from "./define-factory.ts";
export { type Category, readModels } from "./general/catalogue/read-models.ts";
export { actionsOf, datevTools, toolActions } from "./general/catalogue/tool-actions.ts";
export { type CatalogueTool, findTool, tools } from "./general/catalogue/tools.ts";
export { writeActions } from "./general/catalogue/write-actions.ts";
export { type CustomFieldInputs, customFieldFactory } from "./general/custom-field.factory.ts";
export { drawIcon } from "./general/icon.ts";
export {
  type IntegrationDetailsInputs,
  integrationDetailsFactory,
} from "./general/integration-details.factory.ts";
export { type IntegrationFieldInputs, integrationFieldFactory } from "./general/integration-field.factory.ts";
export { seedIntegrationFactory, seedIntegrationId } from "./general/seed-example.ts";
export { toolEntry } from "./general/tool-entry.ts";
export { toolFieldValue } from "./general/tool-fields.ts";
export { toolOf } from "./general/tool-of.ts";
export { base58Id, hash128, recordId } from "./hash.ts";
export { type HrisAbsenceTypeInputs, hrisAbsenceTypeFactory } from "./hris/absence-types.factory.ts";
export { type HrisAbsenceInputs, hrisAbsenceFactory } from "./hris/absences.factory.ts";
export {
  type HrisEmployeeDocumentCategoryInputs,
  hrisEmployeeDocumentCategoryFactory,
} from "./hris/employee-document-categories.factory.ts";
export {
  type HrisEmployeeSkillAssignmentInputs,
  hrisEmployeeSkillAssignmentFactory,
} from "./hris/employee-skill-assignments.factory.ts";
export { hrisEmployeeFactory } from "./hris/employees.factory.ts";
export type { HrisEmployeeInputs } from "./hris/employees.inputs.ts";
export { type HrisEmploymentInputs, hrisEmploymentFactory } from "./hris/employments.factory.ts";
export { type HrisGroupInputs, hrisGroupFactory } from "./hris/groups.factory.ts";
export { type HrisLegalEntityInputs, hrisLegalEntityFactory } from "./hris/legal-entities.factory.ts";
export { type HrisLocationInputs, hrisLocationFactory } from "./hris/locations.factory.ts";
export {
  type HrisPerformanceReviewCycleInputs,
  hrisPerformanceReviewCycleFactory,
} from "./hris/performance-review-cycles.factory.ts";
export {
  type HrisPerformanceReviewInputs,
  hrisPerformanceReviewFactory,
} from "./hris/performance-reviews.factory.ts";
export { type HrisSkillInputs, hrisSkillFactory } from "./hris/skills.factory.ts";
export {
  type HrisStaffingEntityInputs,
  hrisStaffingEntityFactory,
} from "./hris/staffing-entities.factory.ts";
export {
  type HrisTimeOffBalanceInputs,
  hrisTimeOffBalanceFactory,
} from "./hris/time-off-balances.factory.ts";
export { type HrisTimesheetInputs, hrisTimesheetFactory } from "./hris/timesheets.factory.ts";
export {
  type LmsCourseProgressionInputs,
  lmsCourseProgressionFactory,
} from "./lms/course-progressions.factory.ts";
export { lmsCourseProviderFactory } from "./lms/course-providers.factory.ts";
export { type LmsCourseRevisionInputs, lmsCourseRevisionFactory } from "./lms/course-revisions.factory.ts";
export { lmsCourseFactory } from "./lms/courses.factory.ts";
export { lmsSkillFactory } from "./lms/skills.factory.ts";
export { type LmsUserInputs, lmsUserFactory } from "./lms/users.factory.ts";
export type { Country } from "./people.ts";
