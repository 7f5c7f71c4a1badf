import type { Kombo } from "@kombo-api/sdk";
import type { Pages } from "./official-sdk.lists.ts";

const changed = { updated_after: new Date("2025-06-01T00:00:00.000Z"), include_deleted: true };
const chosen = { ids: ["3yoFYfYV5gPHkRjVbmvSJDxk", "6vMVqBrFzJbF9oCvFPiSNHgo"], remote_ids: ["12", "a,b"] };
const usual = { ...changed, ...chosen, ignore_unsupported_filters: true, page_size: 20 };
const since = new Date("2025-01-01T00:00:00.000Z");
const until = new Date("2026-12-31T00:00:00.000Z");
const id = "3yoFYfYV5gPHkRjVbmvSJDxk";

/** Each list with every filter that its method takes, some of which find nothing. */
export const filtered: Readonly<Record<string, (kombo: Kombo) => Promise<Pages>>> = {
  "hris.getAbsenceTypes": ({ hris }) => hris.getAbsenceTypes(usual),
  "hris.getAbsences": ({ hris }) =>
    hris.getAbsences({ ...usual, date_from: since, date_until: until, type_ids: [id], employee_id: id }),
  "hris.getEmployeeDocumentCategories": ({ hris }) => hris.getEmployeeDocumentCategories(usual),
  "hris.getEmployees": ({ hris }) =>
    hris.getEmployees({
      ...usual,
      employment_statuses: ["ACTIVE", "LEAVE"],
      group_ids: [id],
      legal_entity_ids: [id],
      work_location_ids: [id],
      work_emails: ["ada@example.com", "grace@example.com"],
      personal_emails: ["ada@mail.example.com"],
    }),
  "hris.getEmployments": ({ hris }) => hris.getEmployments(usual),
  "hris.getGroups": ({ hris }) =>
    hris.getGroups({ ...usual, types: ["DEPARTMENT", "TEAM"], name_contains: "Sales & more" }),
  "hris.getLegalEntities": ({ hris }) => hris.getLegalEntities({ ...usual, name_contains: "Ltd" }),
  "hris.getLocations": ({ hris }) => hris.getLocations({ ...usual, name_contains: "Malmö" }),
  "hris.getPerformanceReviewCycles": ({ hris }) => hris.getPerformanceReviewCycles(usual),
  "hris.getPerformanceReviews": ({ hris }) =>
    hris.getPerformanceReviews({
      ...usual,
      types: ["MANAGER", "PEER"],
      review_cycle_ids: [id],
      reviewee_ids: [id],
    }),
  "hris.getStaffingEntities": ({ hris }) =>
    hris.getStaffingEntities({ ...usual, model_types: ["JOB", "POSITION"], statuses: ["PENDING", "FILLED"] }),
  "hris.getTimeOffBalances": ({ hris }) => hris.getTimeOffBalances({ ...usual, employee_id: id }),
  "hris.getTimesheets": ({ hris }) =>
    hris.getTimesheets({
      ...usual,
      employee_id: id,
      started_before: until,
      started_after: since,
      ended_before: until,
      ended_after: since,
    }),
  "ats.getApplicationStages": ({ ats }) => ats.getApplicationStages(usual),
  "ats.getApplications": ({ ats }) =>
    ats.getApplications({
      ...usual,
      outcomes: ["PENDING", "HIRED"],
      job_ids: [id],
      job_remote_ids: ["7"],
      current_stage_ids: [id],
      remote_created_after: since,
    }),
  "ats.getCandidates": ({ ats }) =>
    ats.getCandidates({
      ...usual,
      email: "ada@example.com",
      job_ids: [id],
      first_name: "Ada",
      last_name: "Okafor",
    }),
  "ats.getInterviews": ({ ats }) => ats.getInterviews({ ...usual, job_ids: [id] }),
  "ats.getJobs": ({ ats }) =>
    ats.getJobs({
      ...usual,
      job_codes: ["J-1"],
      post_url: "https://jobs.example.com/1?from=feed",
      statuses: ["OPEN", "CLOSED"],
      employment_types: ["FULL_TIME", "PART_TIME"],
      visibilities: ["PUBLIC", "INTERNAL"],
      remote_created_after: since,
      name_contains: "Engineer",
    }),
  "ats.getOffers": ({ ats }) => ats.getOffers(usual),
  "ats.getRejectionReasons": ({ ats }) => ats.getRejectionReasons(usual),
  "ats.getRoles": ({ ats }) => ats.getRoles({ ...usual, scopes: ["JOB", "SYSTEM"] }),
  "ats.getTags": ({ ats }) => ats.getTags(usual),
  "ats.getUsers": ({ ats }) => ats.getUsers({ ...usual, emails: ["ada@example.com"] }),
  "assessment.getAssessmentOrders": ({ assessment }) =>
    assessment.getAssessmentOrders({ ids: [id], statuses: ["OPEN"], created_after: since, page_size: 20 }),
};
