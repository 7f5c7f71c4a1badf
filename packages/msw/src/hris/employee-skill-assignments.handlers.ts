import type { StoredRecord } from "@kombo-mock/factories/worlds";
import { create, list, remove, update } from "../request/behaviours.ts";
import { oneOf } from "../request/filters.ts";
import { KomboError } from "../request/kombo-error.ts";
import { findLiveRecord } from "../request/live-record.ts";
import { isPresent } from "../state/presence.ts";

const collection = "hris.employee-skill-assignments";

/** Who is how good at what. */
export const listEmployeeSkillAssignments = list("GET /hris/employee-skill-assignments", {
  filters: { employee_ids: oneOf("employee_id"), skill_ids: oneOf("skill_id") },
});

/** Says how good an employee is at something. */
export const createEmployeeSkillAssignment = create("POST /hris/employee-skill-assignments", (context) => {
  const { body, view } = context;
  const employee = findLiveRecord(context, {
    collection: "hris.employees",
    given: body.employee_id,
    location: "body.employee_id",
  });
  const skill = findLiveRecord(context, {
    collection: "hris.skills",
    given: body.skill_id,
    location: "body.skill_id",
  });
  refuseUnknownLevel(skill, body.current_level);
  const known = view(collection)
    .withValue("employee_id", employee.id)
    .find((one) => one["skill_id"] === skill.id && isPresent(one));
  if (known) {
    throw new KomboError(
      "PLATFORM.INPUT_INVALID",
      `body.skill_id: the employee has this skill already, in the assignment "${known.id}". Change it with PATCH.`,
    );
  }
  return { employee_id: employee.id, skill_id: skill.id, current_level: body.current_level ?? null };
});

/** Changes how good an employee is at something. */
export const updateEmployeeSkillAssignment = update(
  "PATCH /hris/employee-skill-assignments/{employee_skill_assignment_id}",
  {
    id: "employee_skill_assignment_id",
    set({ body, view }, assignment) {
      const skill = view("hris.skills").get(String(assignment["skill_id"]));
      if (skill) refuseUnknownLevel(skill, body.current_level);
      return { current_level: body.current_level };
    },
  },
);

/** Takes a skill off an employee. */
export const deleteEmployeeSkillAssignment = remove(
  "DELETE /hris/employee-skill-assignments/{employee_skill_assignment_id}",
  { id: "employee_skill_assignment_id" },
);

function refuseUnknownLevel(skill: StoredRecord, level: string | null | undefined): void {
  const levels = skill["ordered_levels"];
  if (level === undefined || level === null || !Array.isArray(levels) || levels.includes(level)) return;
  throw new KomboError(
    "PLATFORM.INPUT_INVALID",
    `body.current_level: "${level}" is no level of "${String(skill["name"])}". There are ${levels.map((one) => `"${one}"`).join(", ")}.`,
  );
}
