import { defineFactory } from "../define-factory.ts";
import { skillLevels } from "./skills.factory.ts";

/** What an assignment of a skill is made from. */
export interface HrisEmployeeSkillAssignmentInputs {
  /** The skill's levels, from the lowest to the highest; null when it has none. */
  readonly levels: readonly string[] | null;
}

const inputs: HrisEmployeeSkillAssignmentInputs = { levels: skillLevels.general };

/** Builds a skill that an employee has, mostly with a level. */
export const hrisEmployeeSkillAssignmentFactory = defineFactory("HrisEmployeeSkillAssignment")({
  inputs,
  fields: {
    id: ({ id }) => id(),
    employee_id: ({ id }) => id(),
    skill_id: ({ id }) => id(),
    current_level({ input: { levels }, at, pick }) {
      return levels === null || levels.length === 0 || at("unknown").chance(0.1) ? null : pick(levels);
    },
  },
  traits: { withoutLevel: { values: { current_level: null } } },
});
