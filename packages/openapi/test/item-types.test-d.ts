import type { components, Item, Operation } from "@kombo-mock/openapi";
import { expectTypeOf } from "vitest";

type Schemas = components["schemas"];

/** Every list, and the schema of one of its results. */
interface Items {
  "GET /ai-apply/applications": Schemas["AiApplyApplication"];
  "GET /ai-apply/career-sites": Schemas["AiApplyCareerSite"];
  "GET /ai-apply/job-feeds": Schemas["AiApplyJobFeed"];
  "GET /ai-apply/postings": Schemas["AiApplyPosting"];
  "GET /ai-apply/unified-api/jobs": Schemas["AiApplyUnifiedJob"];
  "GET /assessment/orders": Schemas["AssessmentOrder"];
  "GET /assessment/orders/open": Schemas["AssessmentOpenOrder"];
  "GET /ats/application-stages": Schemas["AtsApplicationStage"];
  "GET /ats/applications": Schemas["AtsApplication"];
  "GET /ats/applications/{application_id}/attachments": Schemas["AtsAttachment"];
  "GET /ats/candidates": Schemas["AtsCandidate"];
  "GET /ats/candidates/{candidate_id}/attachments": Schemas["AtsCandidateAttachment"];
  "GET /ats/interviews": Schemas["AtsInterview"];
  "GET /ats/jobs": Schemas["AtsJob"];
  "GET /ats/notes": Schemas["AtsNote"];
  "GET /ats/offers": Schemas["AtsOffer"];
  "GET /ats/rejection-reasons": Schemas["AtsRejectionReason"];
  "GET /ats/roles": Schemas["AtsRole"];
  "GET /ats/tags": Schemas["AtsTag"];
  "GET /ats/users": Schemas["AtsUser"];
  "GET /custom/datev/available-documents": Schemas["DatevAvailableDocument"];
  "GET /hris/absence-types": Schemas["HrisAbsenceType"];
  "GET /hris/absences": Schemas["HrisAbsenceWithType"];
  "GET /hris/employee-document-categories": Schemas["HrisEmployeeDocumentCategory"];
  "GET /hris/employee-skill-assignments": Schemas["HrisEmployeeSkillAssignment"];
  "GET /hris/employees": Schemas["HrisEmployee"];
  "GET /hris/employments": Schemas["HrisEmployment"];
  "GET /hris/groups": Schemas["HrisGroup"];
  "GET /hris/legal-entities": Schemas["HrisLegalEntity"];
  "GET /hris/locations": Schemas["HrisLocation"];
  "GET /hris/performance-review-cycles": Schemas["HrisPerformanceReviewCycle"];
  "GET /hris/performance-reviews": Schemas["HrisPerformanceReview"];
  "GET /hris/skills": Schemas["HrisSkill"];
  "GET /hris/staffing-entities": Schemas["HrisStaffingEntity"];
  "GET /hris/teams": Schemas["HrisGroup"];
  "GET /hris/time-off-balances": Schemas["HrisTimeOffBalanceWithType"];
  "GET /hris/timesheets": Schemas["HrisTimesheet"];
  "GET /integrations/{integration_id}/custom-fields": Schemas["CustomField"];
  "GET /integrations/{integration_id}/integration-fields": Schemas["IntegrationField"];
  "GET /lms/course-progressions": Schemas["LmsCourseProgression"];
  "GET /lms/courses": Schemas["LmsCourse"];
  "GET /lms/skills": Schemas["LmsSkill"];
  "GET /lms/users": Schemas["LmsUser"];
}

/** The operations that have items. */
type Listing = { [Op in Operation]: [Item<Op>] extends [never] ? never : Op }[Operation];

expectTypeOf<Listing>().toEqualTypeOf<keyof Items>();

expectTypeOf<Item<"GET /ai-apply/applications">>().toEqualTypeOf<Items["GET /ai-apply/applications"]>();
expectTypeOf<Item<"GET /ai-apply/career-sites">>().toEqualTypeOf<Items["GET /ai-apply/career-sites"]>();
expectTypeOf<Item<"GET /ai-apply/job-feeds">>().toEqualTypeOf<Items["GET /ai-apply/job-feeds"]>();
expectTypeOf<Item<"GET /ai-apply/postings">>().toEqualTypeOf<Items["GET /ai-apply/postings"]>();
expectTypeOf<Item<"GET /ai-apply/unified-api/jobs">>().toEqualTypeOf<
  Items["GET /ai-apply/unified-api/jobs"]
>();
expectTypeOf<Item<"GET /assessment/orders">>().toEqualTypeOf<Items["GET /assessment/orders"]>();
expectTypeOf<Item<"GET /assessment/orders/open">>().toEqualTypeOf<Items["GET /assessment/orders/open"]>();
expectTypeOf<Item<"GET /ats/application-stages">>().toEqualTypeOf<Items["GET /ats/application-stages"]>();
expectTypeOf<Item<"GET /ats/applications">>().toEqualTypeOf<Items["GET /ats/applications"]>();
expectTypeOf<Item<"GET /ats/applications/{application_id}/attachments">>().toEqualTypeOf<
  Items["GET /ats/applications/{application_id}/attachments"]
>();
expectTypeOf<Item<"GET /ats/candidates">>().toEqualTypeOf<Items["GET /ats/candidates"]>();
expectTypeOf<Item<"GET /ats/candidates/{candidate_id}/attachments">>().toEqualTypeOf<
  Items["GET /ats/candidates/{candidate_id}/attachments"]
>();
expectTypeOf<Item<"GET /ats/interviews">>().toEqualTypeOf<Items["GET /ats/interviews"]>();
expectTypeOf<Item<"GET /ats/jobs">>().toEqualTypeOf<Items["GET /ats/jobs"]>();
expectTypeOf<Item<"GET /ats/notes">>().toEqualTypeOf<Items["GET /ats/notes"]>();
expectTypeOf<Item<"GET /ats/offers">>().toEqualTypeOf<Items["GET /ats/offers"]>();
expectTypeOf<Item<"GET /ats/rejection-reasons">>().toEqualTypeOf<Items["GET /ats/rejection-reasons"]>();
expectTypeOf<Item<"GET /ats/roles">>().toEqualTypeOf<Items["GET /ats/roles"]>();
expectTypeOf<Item<"GET /ats/tags">>().toEqualTypeOf<Items["GET /ats/tags"]>();
expectTypeOf<Item<"GET /ats/users">>().toEqualTypeOf<Items["GET /ats/users"]>();
expectTypeOf<Item<"GET /custom/datev/available-documents">>().toEqualTypeOf<
  Items["GET /custom/datev/available-documents"]
>();
expectTypeOf<Item<"GET /hris/absence-types">>().toEqualTypeOf<Items["GET /hris/absence-types"]>();
expectTypeOf<Item<"GET /hris/absences">>().toEqualTypeOf<Items["GET /hris/absences"]>();
expectTypeOf<Item<"GET /hris/employee-document-categories">>().toEqualTypeOf<
  Items["GET /hris/employee-document-categories"]
>();
expectTypeOf<Item<"GET /hris/employee-skill-assignments">>().toEqualTypeOf<
  Items["GET /hris/employee-skill-assignments"]
>();
expectTypeOf<Item<"GET /hris/employees">>().toEqualTypeOf<Items["GET /hris/employees"]>();
expectTypeOf<Item<"GET /hris/employments">>().toEqualTypeOf<Items["GET /hris/employments"]>();
expectTypeOf<Item<"GET /hris/groups">>().toEqualTypeOf<Items["GET /hris/groups"]>();
expectTypeOf<Item<"GET /hris/legal-entities">>().toEqualTypeOf<Items["GET /hris/legal-entities"]>();
expectTypeOf<Item<"GET /hris/locations">>().toEqualTypeOf<Items["GET /hris/locations"]>();
expectTypeOf<Item<"GET /hris/performance-review-cycles">>().toEqualTypeOf<
  Items["GET /hris/performance-review-cycles"]
>();
expectTypeOf<Item<"GET /hris/performance-reviews">>().toEqualTypeOf<Items["GET /hris/performance-reviews"]>();
expectTypeOf<Item<"GET /hris/skills">>().toEqualTypeOf<Items["GET /hris/skills"]>();
expectTypeOf<Item<"GET /hris/staffing-entities">>().toEqualTypeOf<Items["GET /hris/staffing-entities"]>();
expectTypeOf<Item<"GET /hris/teams">>().toEqualTypeOf<Items["GET /hris/teams"]>();
expectTypeOf<Item<"GET /hris/time-off-balances">>().toEqualTypeOf<Items["GET /hris/time-off-balances"]>();
expectTypeOf<Item<"GET /hris/timesheets">>().toEqualTypeOf<Items["GET /hris/timesheets"]>();
expectTypeOf<Item<"GET /integrations/{integration_id}/custom-fields">>().toEqualTypeOf<
  Items["GET /integrations/{integration_id}/custom-fields"]
>();
expectTypeOf<Item<"GET /integrations/{integration_id}/integration-fields">>().toEqualTypeOf<
  Items["GET /integrations/{integration_id}/integration-fields"]
>();
expectTypeOf<Item<"GET /lms/course-progressions">>().toEqualTypeOf<Items["GET /lms/course-progressions"]>();
expectTypeOf<Item<"GET /lms/courses">>().toEqualTypeOf<Items["GET /lms/courses"]>();
expectTypeOf<Item<"GET /lms/skills">>().toEqualTypeOf<Items["GET /lms/skills"]>();
expectTypeOf<Item<"GET /lms/users">>().toEqualTypeOf<Items["GET /lms/users"]>();
