import { defineCollection } from "../worlds/collection.ts";
import { one } from "../worlds/relations.ts";
import type { RowSource, SkeletonRow } from "../worlds/skeleton.ts";
import { hrisEmployeeSkillAssignmentFactory } from "./employee-skill-assignments.factory.ts";
import { liveRows } from "./live-rows.ts";
import { workingEmployees } from "./working-employees.ts";

function assignment(employee: SkeletonRow, skill: SkeletonRow, rest: Partial<SkeletonRow> = {}): SkeletonRow {
  return {
    remoteId: `${employee.remoteId}-${skill.remoteId}`,
    relations: { employee_id: employee.remoteId, skill_id: skill.remoteId },
    ...rest,
  };
}

function rows({ layer, category, added, all, choices }: RowSource): readonly SkeletonRow[] {
  if (category !== "HRIS") return [];
  const employees = added("hris.employees");
  if (layer === "edge") {
    const [employee] = liveRows(employees);
    if (!employee) return [];
    const [first, ...others] = liveRows(added("hris.skills"));
    const bare = first ? [assignment(employee, first, { bare: true })] : [];
    return [...bare, ...others.map((skill) => assignment(employee, skill))];
  }
  const skills = liveRows(all("hris.skills"));
  const perEmployee = layer === "large" ? 1 : 2;
  return workingEmployees(employees).flatMap((employee) =>
    skills
      .filter(({ remoteId }) =>
        choices(`skills/${employee.remoteId}-${remoteId}`).chance(perEmployee / skills.length),
      )
      .map((skill) => assignment(employee, skill)),
  );
}

/** Which employees can do what, and how well. */
export const hrisEmployeeSkillAssignments = defineCollection({
  name: "hris.employee-skill-assignments",
  model: "hris_employee_skill_proficiency_ratings",
  factory: hrisEmployeeSkillAssignmentFactory,
  relations: {
    employee: one("hris.employees", "employee_id"),
    skill: one("hris.skills", "skill_id"),
  },
  rows,
  inputs({ relations }, source) {
    const levels = source.value("hris.skills", relations?.["skill_id"] ?? "", "ordered_levels");
    return { levels: Array.isArray(levels) ? levels.map(String) : null };
  },
});
