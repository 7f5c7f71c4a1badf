import { list } from "../request/behaviours.ts";
import { oneOf } from "../request/filters.ts";

/** Who is how good at what. */
export const listEmployeeSkillAssignments = list("GET /hris/employee-skill-assignments", {
  filters: { employee_ids: oneOf("employee_id"), skill_ids: oneOf("skill_id") },
});
