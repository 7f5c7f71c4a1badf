import { defineFactory } from "../define-factory.ts";
import { instantBefore } from "../instants.ts";
import { deletedBefore, midnight } from "./record-instants.ts";

/** What a skill is made from. */
export interface HrisSkillInputs {
  /** The world's date, `yyyy-MM-dd`. */
  readonly date: string;
}

/** Levels by which tools grade skills, from the lowest to the highest. */
export const skillLevels = {
  general: ["Beginner", "Intermediate", "Advanced", "Expert"],
  languages: ["A1", "A2", "B1", "B2", "C1", "C2"],
} as const;

const skills: Readonly<Record<string, string>> = {
  "Project management": "Planning work, keeping it on time and telling everybody where it stands.",
  Negotiation: "Finding terms that both sides can keep.",
  "First aid": "Helping until the ambulance is there. To be renewed every two years.",
  TypeScript: "Writing and reviewing typed code for browsers and servers.",
  Accounting: "Keeping books by the law of the country.",
  "Public speaking": "Holding a talk that people remember.",
  English: "Spoken and written English at work.",
  "Data analysis": "Turning numbers into decisions.",
};
const skillNames = Object.keys(skills);

const inputs: HrisSkillInputs = { date: "2026-01-15" };

/** Builds a skill, mostly with levels. */
export const hrisSkillFactory = defineFactory("HrisSkill")({
  inputs,
  fields: {
    id: ({ id }) => id(),
    remote_id: ({ integer }) => String(integer(1_000, 9_999)),
    name: ({ pick }) => pick(skillNames),
    description: ({ get }) => skills[get("name")] ?? null,
    ordered_levels({ get, chance }) {
      if (get("name") === "English") return [...skillLevels.languages];
      return chance(0.7) ? [...skillLevels.general] : null;
    },
    changed_at: (context) => instantBefore(context, context.input.date, { minDays: 5, maxDays: 500 }),
    remote_deleted_at: () => null,
    remote_data: () => null,
  },
  traits: {
    withLevels: { fields: { ordered_levels: () => [...skillLevels.general] } },
    withoutLevels: { fields: { ordered_levels: () => null } },
    deleted: {
      fields: {
        remote_deleted_at: (context) => deletedBefore(context, context.input.date),
        changed_at: ({ get, input }) => get("remote_deleted_at") ?? midnight(input.date),
      },
    },
  },
});
