import { defineCollection } from "../worlds/collection.ts";
import { type Layer, serialIds } from "../worlds/layers.ts";
import { many } from "../worlds/relations.ts";
import type { SkeletonRow } from "../worlds/skeleton.ts";
import { lmsCourseProviderFactory, providerNames } from "./course-providers.factory.ts";

const smallCount = 3;

const named = (layer: Layer, names: readonly string[]): SkeletonRow[] =>
  serialIds(layer, { [layer]: names.length }).map((remoteId, index) => ({
    remoteId,
    values: { name: names[index] },
  }));

const layers: Partial<Readonly<Record<Layer, readonly SkeletonRow[]>>> = {
  small: named("small", providerNames.slice(0, smallCount)).map((row) =>
    row.remoteId === "1001" ? { ...row, cast: "courseProvider" } : row,
  ),
  demo: named("demo", providerNames.slice(smallCount)),
  large: named("large", providerNames.slice(smallCount)),
  edge: [
    { remoteId: "30001", bare: true },
    { remoteId: "30002", values: { name: "Académie d'été 🌞 أكاديمية" } },
  ],
};

/** Who offers the courses; they are shown with them and have no list of their own. */
export const lmsCourseProviders = defineCollection({
  name: "lms.course-providers",
  model: "lms_course_providers",
  factory: lmsCourseProviderFactory,
  relations: { courses: many("lms.courses", "provider_id") },
  rows: ({ category, layer }) => (category === "LMS" ? (layers[layer] ?? []) : []),
  inputs: () => ({}),
});
