import { choicesAt } from "../choices.ts";
import { defineCollection } from "../worlds/collection.ts";
import type { Layer } from "../worlds/layers.ts";
import { many } from "../worlds/relations.ts";
import type { SkeletonRow } from "../worlds/skeleton.ts";
import { hrisPerformanceReviewCycleFactory } from "./performance-review-cycles.factory.ts";
import { erasedStamps } from "./record-instants.ts";

/** How many half-years ago each round began. */
const halfYearsAgo: Readonly<Record<string, number>> = {
  "1001": 2,
  "1002": 1,
  "1003": 0,
  "20001": 5,
  "20002": 4,
  "20003": 3,
};

const rowsOf: Partial<Readonly<Record<Layer, (date: string) => readonly SkeletonRow[]>>> = {
  small: () => [{ remoteId: "1001" }, { remoteId: "1002", cast: "reviewCycle" }, { remoteId: "1003" }],
  demo: () => [{ remoteId: "20001" }, { remoteId: "20002" }, { remoteId: "20003" }],
  edge: (date) => [
    { remoteId: "30001", bare: true },
    {
      remoteId: "30002",
      values: { name: "Schalttags-Bewertung 🐸", review_period_start_date: "2024-02-29T00:00:00.000Z" },
    },
    { remoteId: "30003", values: { name: "דו״ח ביצועים שנתי" } },
    { remoteId: "30004", traits: ["deleted"] },
    { remoteId: "30005", bare: true, values: erasedStamps(date) },
    { remoteId: "30006", values: { review_period_start_date: "2099-01-01T00:00:00.000Z" } },
  ],
};

/** The rounds in which people review each other's work. */
export const hrisPerformanceReviewCycles = defineCollection({
  name: "hris.performance-review-cycles",
  model: "hris_performance_review_cycles",
  factory: hrisPerformanceReviewCycleFactory,
  relations: { reviews: many("hris.performance-reviews", "review_cycle_id") },
  rows: ({ layer, category, date }) => (category === "HRIS" ? (rowsOf[layer]?.(date) ?? []) : []),
  inputs: ({ remoteId }, { date, seed, integrationId }) => ({
    date,
    halfYearsAgo: halfYearsAgo[remoteId] ?? 1,
    naming: choicesAt(seed, integrationId, "performance-review-cycles/naming").pick(namings),
  }),
});

const namings = ["halves", "seasons"] as const;
