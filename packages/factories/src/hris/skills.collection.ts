import { defineCollection } from "../worlds/collection.ts";
import type { Layer } from "../worlds/layers.ts";
import { many } from "../worlds/relations.ts";
import type { PartitionInputs, SkeletonRow } from "../worlds/skeleton.ts";
import { proficiencyScale } from "./proficiency-scale.ts";
import { erasedStamps } from "./record-instants.ts";
import { hrisSkillFactory, skillLevels } from "./skills.factory.ts";

/** A skill with its levels, and with the scale that lists of staffing entities show for it. */
const skill = (
  integrationId: string,
  remoteId: string,
  { levels = null, ...values }: { readonly name?: string; readonly levels?: readonly string[] | null },
): SkeletonRow => ({
  remoteId,
  values: {
    ...values,
    ordered_levels: levels,
    proficiency_scale: levels ? proficiencyScale(integrationId, remoteId, levels) : null,
  },
});

const { general, languages } = skillLevels;
const manyLevels = Array.from({ length: 60 }, (_, index) => `Level ${index + 1}`);

const rowsOf: Partial<Readonly<Record<Layer, (partition: PartitionInputs) => readonly SkeletonRow[]>>> = {
  small: ({ integrationId: id }) => [
    { ...skill(id, "1001", { name: "First aid" }), cast: "skill" },
    { ...skill(id, "1002", { name: "Project management", levels: general }), cast: "skillWithLevels" },
    skill(id, "1003", { name: "English", levels: languages }),
    skill(id, "1004", { name: "TypeScript", levels: general }),
    skill(id, "1005", { name: "Accounting", levels: general }),
    skill(id, "1006", { name: "Negotiation" }),
  ],
  demo: ({ integrationId: id }) => [
    skill(id, "20001", { name: "Public speaking", levels: general }),
    skill(id, "20002", { name: "Data analysis", levels: general }),
    skill(id, "20003", { name: "French", levels: languages }),
    skill(id, "20004", { name: "Forklift driving" }),
    skill(id, "20005", { name: "Payroll", levels: general }),
    skill(id, "20006", { name: "User research", levels: general }),
  ],
  edge: ({ integrationId: id, date }) => [
    { ...skill(id, "30001", { name: "Sprachförderung für Vor- und Grundschüler" }), bare: true },
    skill(id, "30002", { name: "التفاوض 🤝", levels: ["مبتدئ", "متقدم"] }),
    skill(id, "30003", { name: "Everything", levels: manyLevels }),
    skill(id, "30004", { name: "Levels to come", levels: [] }),
    { ...skill(id, "30005", { name: "Fax machines", levels: general }), traits: ["deleted"] },
    erased(skill(id, "30006", {}), date),
    // The name of another one, with other levels.
    skill(id, "30007", { name: "English", levels: general }),
  ],
};

const erased = (row: SkeletonRow, date: string): SkeletonRow => ({
  ...row,
  bare: true,
  values: { ...row.values, ...erasedStamps(date) },
});

/** What employees can do, as the company grades it. */
export const hrisSkills = defineCollection({
  name: "hris.skills",
  model: "hris_skills",
  factory: hrisSkillFactory,
  relations: { assignments: many("hris.employee-skill-assignments", "skill_id") },
  rows: (source) => (source.category === "HRIS" ? (rowsOf[source.layer]?.(source) ?? []) : []),
  inputs: (_, { date }) => ({ date }),
});
