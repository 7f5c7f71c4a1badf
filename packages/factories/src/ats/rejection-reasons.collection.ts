import { defineCollection } from "../worlds/collection.ts";
import { type Layer, serialIds } from "../worlds/layers.ts";
import type { RowSource, SkeletonRow } from "../worlds/skeleton.ts";
import { erasedRow } from "./erased-row.ts";
import { atsRejectionReasonFactory, rejectionReasonNames } from "./rejection-reasons.factory.ts";

const smallCount = 6;

const named = (layer: Layer, names: readonly string[]): SkeletonRow[] =>
  serialIds(layer, { [layer]: names.length }).map((remoteId, index) => ({
    remoteId,
    values: { name: names[index] },
  }));

const layers: Partial<Readonly<Record<Layer, (source: RowSource) => readonly SkeletonRow[]>>> = {
  small: () =>
    named("small", rejectionReasonNames.slice(0, smallCount)).map((row) =>
      row.remoteId === "1001" ? { ...row, cast: "rejectionReason" } : row,
    ),
  demo: () => named("demo", rejectionReasonNames.slice(smallCount)),
  edge: (source) => [
    { remoteId: "30001", bare: true },
    { remoteId: "30002", traits: ["deleted"] },
    erasedRow("ats.rejection-reasons", "30003", source),
    { remoteId: "30004", values: { name: "🙅 Gehaltsvorstellung übersteigt Budget, غير مناسب, לא מתאים" } },
    { remoteId: "30005", values: { name: `Other: ${"please say in a note what it was; ".repeat(40)}` } },
    // Two reasons of one name, as tools allow them.
    { remoteId: "30006", values: { name: "Withdrew" } },
  ],
};

/** The reasons that the tool offers for rejecting an application. */
export const atsRejectionReasons = defineCollection({
  name: "ats.rejection-reasons",
  model: "ats_rejection_reasons",
  factory: atsRejectionReasonFactory,
  rows: (source) => (source.category === "ATS" ? (layers[source.layer]?.(source) ?? []) : []),
  inputs: (_, { date }) => ({ date }),
});
