import { peopleCollections, timeCollections } from "@kombo-mock/factories/worlds";
import { requestValidators } from "@kombo-mock/openapi/requests/hris";
import type { Domain } from "../domain.ts";
import { listAbsenceTypes } from "./absence-types.handlers.ts";
import { createAbsence, deleteAbsence, listAbsences } from "./absences.handlers.ts";
import { listEmployeeDocumentCategories } from "./employee-document-categories.handlers.ts";
import { employeeDocuments } from "./employee-documents.collection.ts";
import { addEmployeeDocument } from "./employee-documents.handlers.ts";
import { createEmployeeWithForm, getEmployeeForm } from "./employee-form.handlers.ts";
import {
  createEmployeeSkillAssignment,
  deleteEmployeeSkillAssignment,
  listEmployeeSkillAssignments,
  updateEmployeeSkillAssignment,
} from "./employee-skill-assignments.handlers.ts";
import { createEmployee, listEmployees, updateEmployee } from "./employees.handlers.ts";
import { listEmployments } from "./employments.handlers.ts";
import { listGroups, listTeams } from "./groups.handlers.ts";
import { listLegalEntities } from "./legal-entities.handlers.ts";
import { listLocations } from "./locations.handlers.ts";
import { listPerformanceReviewCycles } from "./performance-review-cycles.handlers.ts";
import { listPerformanceReviews } from "./performance-reviews.handlers.ts";
import { createProvisioningSetupLink, diffProvisioning } from "./provisioning-groups.handlers.ts";
import { createSkill, deleteSkill, listSkills, updateSkill } from "./skills.handlers.ts";
import { listStaffingEntities } from "./staffing-entities.handlers.ts";
import { listTimeOffBalances } from "./time-off-balances.handlers.ts";
import { listTimesheets } from "./timesheets.handlers.ts";

/** HR systems: employees, their absences, and what else a company knows of its people. */
export const hris = {
  name: "hris",
  behaviours: [
    listEmployees,
    createEmployee,
    updateEmployee,
    getEmployeeForm,
    createEmployeeWithForm,
    addEmployeeDocument,
    listEmployeeDocumentCategories,
    listEmployments,
    listGroups,
    listTeams,
    listLegalEntities,
    listLocations,
    listAbsenceTypes,
    listAbsences,
    createAbsence,
    deleteAbsence,
    listTimeOffBalances,
    listTimesheets,
    listPerformanceReviewCycles,
    listPerformanceReviews,
    listSkills,
    createSkill,
    updateSkill,
    deleteSkill,
    listEmployeeSkillAssignments,
    createEmployeeSkillAssignment,
    updateEmployeeSkillAssignment,
    deleteEmployeeSkillAssignment,
    listStaffingEntities,
    diffProvisioning,
    createProvisioningSetupLink,
  ],
  requestValidators,
  collections: [...peopleCollections, ...timeCollections, employeeDocuments],
} satisfies Domain;
