import type { Entity } from "../define-factory.ts";
import { recordId } from "../hash.ts";

/** The scale on which staffing entities say how well a skill has to be mastered: the skill's own levels. */
export function proficiencyScale(
  integrationId: string,
  skill: string,
  levels: readonly string[],
): Entity<"HrisProficiencyScale"> {
  return {
    id: recordId(integrationId, scaleOf(skill)),
    remote_id: scaleOf(skill),
    type: "SINGLE_SELECT",
    ordered_options: levels.map((name, index) => ({
      id: recordId(integrationId, levelOf(skill, index)),
      remote_id: levelOf(skill, index),
      name,
    })),
  };
}

/** How well a skill has to be mastered: a level of its scale, counted from 0. */
export function expectedLevel(
  integrationId: string,
  skill: string,
  level: number,
): Entity<"HrisExpectedProficiency"> {
  return { type: "SINGLE_SELECT", selected_option_id: recordId(integrationId, levelOf(skill, level)) };
}

const scaleOf = (skill: string) => `scale-${skill}`;
const levelOf = (skill: string, index: number) => `${scaleOf(skill)}-${index + 1}`;
