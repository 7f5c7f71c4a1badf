import { defineCollection } from "../worlds/collection.ts";
import { type Layer, serialIds } from "../worlds/layers.ts";
import type { RowSource, SkeletonRow } from "../worlds/skeleton.ts";
import { erasedRow } from "./erased-row.ts";
import { atsTagFactory, tagNames } from "./tags.factory.ts";

const smallCount = 6;

const named = (layer: Layer, names: readonly string[]): SkeletonRow[] =>
  serialIds(layer, { [layer]: names.length }).map((remoteId, index) => ({
    remoteId,
    values: { name: names[index] },
  }));

const layers: Partial<Readonly<Record<Layer, (source: RowSource) => readonly SkeletonRow[]>>> = {
  small: () =>
    named("small", tagNames.slice(0, smallCount)).map((row) =>
      row.remoteId === "1001" ? { ...row, cast: "tag" } : row,
    ),
  demo: () => named("demo", tagNames.slice(smallCount)),
  edge: (source) => [
    { remoteId: "30001", bare: true },
    { remoteId: "30002", traits: ["deleted"] },
    erasedRow("ats.tags", "30003", source),
    { remoteId: "30004", values: { name: "🌟 Übermäßig engagiert, مرشح ممتاز, מועמד מצוין" } },
    { remoteId: "30005", values: { name: `Very long: ${"met at the fair in Köln; ".repeat(40)}` } },
    // Tools tell names apart by case.
    { remoteId: "30006", values: { name: "REFERRAL", remote_id: null } },
  ],
};

/** The labels that candidates can have. */
export const atsTags = defineCollection({
  name: "ats.tags",
  model: "ats_tags",
  factory: atsTagFactory,
  rows: (source) => (source.category === "ATS" ? (layers[source.layer]?.(source) ?? []) : []),
  inputs: (_, { date }) => ({ date }),
});
