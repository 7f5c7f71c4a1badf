import { choicesAt } from "../choices.ts";
import type { Entity } from "../define-factory.ts";
import { defineCollection } from "../worlds/collection.ts";
import { type Layer, serialIds } from "../worlds/layers.ts";
import { many } from "../worlds/relations.ts";
import type { SkeletonRow } from "../worlds/skeleton.ts";
import { assessmentPackageFactory } from "./packages.factory.ts";

const kinds = [
  ...["BEHAVIORAL", "VIDEO_INTERVIEW", "SKILLS_TEST", "BACKGROUND_CHECK", "REFERENCE_CHECK"],
] as const satisfies readonly Entity<"AssessmentPackageType">[];

const small: readonly SkeletonRow[] = [
  { remoteId: "1001", cast: "behavioralPackage", traits: ["behavioral"] },
  { remoteId: "1002", traits: ["videoInterview"] },
  { remoteId: "1003" },
  { remoteId: "1004", traits: ["backgroundCheck"] },
  { remoteId: "1005", traits: ["referenceCheck"] },
  { remoteId: "1006", cast: "packageWithoutType", traits: ["withoutType"] },
];

const edge: readonly SkeletonRow[] = [
  { remoteId: "30001", bare: true },
  {
    remoteId: "30002",
    values: { name: "Persönlichkeit 🧠 شخصية אישיות", description: "Sehr ausführlich. ".repeat(300).trim() },
  },
  { remoteId: "30003", values: { name: "", description: "" } },
  // Two packages of one name.
  { remoteId: "30004", values: { name: "Coding test" } },
  { remoteId: "30005", values: { name: "Coding test", updated_at: "1970-01-01T00:00:00.000Z" } },
];

const layers: Partial<Readonly<Record<Layer, readonly SkeletonRow[]>>> = {
  small,
  demo: serialIds("demo", { demo: 6 }).map((remoteId) => ({ remoteId })),
  edge,
  large: serialIds("large", { large: 24 }).map((remoteId) => ({ remoteId })),
};

/** The assessments and checks that recruiters can order. */
export const assessmentPackages = defineCollection({
  name: "assessment.packages",
  model: null,
  factory: assessmentPackageFactory,
  relations: { orders: many("assessment.orders", "package_id") },
  rows: ({ category, layer }) => (category === "ASSESSMENT" ? (layers[layer] ?? []) : []),
  inputs({ remoteId, traits }, { date, integrationId, seed }) {
    if (traits || remoteId === "1003") return { date };
    return { date, kind: choicesAt(seed, integrationId, `packages/${remoteId}/kind`).pick(kinds) };
  },
});
