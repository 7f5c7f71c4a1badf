import { hrisAbsenceTypes } from "./absence-types.collection.ts";
import { hrisAbsences } from "./absences.collection.ts";
import { hrisEmployeeDocumentCategories } from "./employee-document-categories.collection.ts";
import { hrisEmployeeSkillAssignments } from "./employee-skill-assignments.collection.ts";
import { hrisPerformanceReviewCycles } from "./performance-review-cycles.collection.ts";
import { hrisPerformanceReviews } from "./performance-reviews.collection.ts";
import { hrisSkills } from "./skills.collection.ts";
import { hrisStaffingEntities } from "./staffing-entities.collection.ts";
import { hrisTimeOffBalances } from "./time-off-balances.collection.ts";
import { hrisTimesheets } from "./timesheets.collection.ts";

/** The collections of employees' time and talent. */
export const timeCollections = [
  hrisAbsenceTypes,
  hrisAbsences,
  hrisTimeOffBalances,
  hrisTimesheets,
  hrisEmployeeDocumentCategories,
  hrisPerformanceReviewCycles,
  hrisPerformanceReviews,
  hrisSkills,
  hrisEmployeeSkillAssignments,
  hrisStaffingEntities,
] as const;
