import type { Kombo } from "@kombo-api/sdk";
import { integration_id } from "./official-sdk.calls.ts";

/** What is asked for in every list. */
export interface Paging {
  readonly page_size: number;
  /** Whether deleted records come too, where the list can tell. */
  readonly include_deleted?: boolean;
}

/** Pages as the SDK hands them out. */
export type Pages = AsyncIterable<{
  readonly result: { readonly data: { readonly results: readonly { readonly id: string }[] } };
}>;

/** Each method that answers pages. */
export const lists: Readonly<Record<string, (kombo: Kombo, paging: Paging) => Promise<Pages>>> = {
  "hris.getAbsenceTypes": ({ hris }, paging) => hris.getAbsenceTypes(paging),
  "hris.getAbsences": ({ hris }, paging) => hris.getAbsences(paging),
  "hris.getEmployeeDocumentCategories": ({ hris }, paging) => hris.getEmployeeDocumentCategories(paging),
  "hris.getEmployees": ({ hris }, paging) => hris.getEmployees(paging),
  "hris.getEmployments": ({ hris }, paging) => hris.getEmployments(paging),
  "hris.getGroups": ({ hris }, paging) => hris.getGroups(paging),
  "hris.getLegalEntities": ({ hris }, paging) => hris.getLegalEntities(paging),
  "hris.getLocations": ({ hris }, paging) => hris.getLocations(paging),
  "hris.getPerformanceReviewCycles": ({ hris }, paging) => hris.getPerformanceReviewCycles(paging),
  "hris.getPerformanceReviews": ({ hris }, paging) => hris.getPerformanceReviews(paging),
  "hris.getStaffingEntities": ({ hris }, paging) => hris.getStaffingEntities(paging),
  "hris.getTimeOffBalances": ({ hris }, paging) => hris.getTimeOffBalances(paging),
  "hris.getTimesheets": ({ hris }, paging) => hris.getTimesheets(paging),
  "ats.getApplicationStages": ({ ats }, paging) => ats.getApplicationStages(paging),
  "ats.getApplications": ({ ats }, paging) => ats.getApplications(paging),
  "ats.getCandidates": ({ ats }, paging) => ats.getCandidates(paging),
  "ats.getInterviews": ({ ats }, paging) => ats.getInterviews(paging),
  "ats.getJobs": ({ ats }, paging) => ats.getJobs(paging),
  "ats.getOffers": ({ ats }, paging) => ats.getOffers(paging),
  "ats.getRejectionReasons": ({ ats }, paging) => ats.getRejectionReasons(paging),
  "ats.getRoles": ({ ats }, paging) => ats.getRoles(paging),
  "ats.getTags": ({ ats }, paging) => ats.getTags(paging),
  "ats.getUsers": ({ ats }, paging) => ats.getUsers(paging),
  "assessment.getAssessmentOrders": ({ assessment }, paging) => assessment.getAssessmentOrders(paging),
};

/** The lists of fields, whose integration stands in the path. */
export const fieldLists: Readonly<Record<string, (kombo: Kombo, paging: Paging) => Promise<Pages>>> = {
  "general.getIntegrationFields": ({ general }, paging) =>
    general.getIntegrationFields({ ...paging, integration_id }),
  "general.getCustomFields": ({ general }, paging) => general.getCustomFields({ ...paging, integration_id }),
};
