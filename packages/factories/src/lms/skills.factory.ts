import { deleted } from "../ats/deleted.ts";
import { someTimeAfter } from "../ats/timeline.ts";
import { defineFactory } from "../define-factory.ts";
import { instantBefore } from "../instants.ts";
import { learnableSkills } from "./course-subjects.ts";

const inputs = {
  /** The world's date, `yyyy-MM-dd`. */
  date: "2026-01-15",
};

/** Builds a skill that courses can teach. */
export const lmsSkillFactory = defineFactory("LmsSkill")({
  inputs,
  fields: {
    id: ({ id }) => id(),
    remote_id: ({ integer }) => String(integer(1_000, 9_999)),
    name: ({ pick }) => pick(learnableSkills),
    remote_created_at: (context) =>
      instantBefore(context, context.input.date, { minDays: 60, maxDays: 1_200 }),
    remote_deleted_at: () => null,
    changed_at: (context) => someTimeAfter(context, context.get("remote_created_at"), context.input.date),
    remote_data: () => null,
    custom_fields: () => null,
    integration_fields: () => [],
  },
  traits: { deleted },
});
