import { erasedRow } from "../ats/erased-row.ts";
import { defineCollection } from "../worlds/collection.ts";
import { type Layer, serialIds } from "../worlds/layers.ts";
import type { RowSource, SkeletonRow } from "../worlds/skeleton.ts";
import { learnableSkills } from "./course-subjects.ts";
import { lmsSkillFactory } from "./skills.factory.ts";

const smallCount = 6;

const named = (layer: Layer, names: readonly string[]): SkeletonRow[] =>
  serialIds(layer, { [layer]: names.length }).map((remoteId, index) => ({
    remoteId,
    values: { name: names[index] },
  }));

const layers: Partial<Readonly<Record<Layer, (source: RowSource) => readonly SkeletonRow[]>>> = {
  small: () =>
    named("small", learnableSkills.slice(0, smallCount)).map((row) =>
      row.remoteId === "1001" ? { ...row, cast: "taughtSkill" } : row,
    ),
  demo: () => named("demo", learnableSkills.slice(smallCount)),
  large: () => named("large", learnableSkills.slice(smallCount)),
  edge: (source) => [
    { remoteId: "30001", bare: true },
    { remoteId: "30002", traits: ["deleted"], values: { name: "Fax machines" } },
    erasedRow("lms.skills", "30003", source),
    { remoteId: "30004", values: { name: "Verhandlungsführung 🤝 التفاوض" } },
    // A skill of the same name, to which the tool gives no id.
    { remoteId: "30005", values: { name: "First aid", remote_id: null } },
  ],
};

/** What the learning system's courses can teach. */
export const lmsSkills = defineCollection({
  name: "lms.skills",
  model: "lms_skills",
  factory: lmsSkillFactory,
  rows: (source) => (source.category === "LMS" ? (layers[source.layer]?.(source) ?? []) : []),
  inputs: (_, { date }) => ({ date }),
});
