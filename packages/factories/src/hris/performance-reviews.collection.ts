import { choicesAt } from "../choices.ts";
import { defineCollection } from "../worlds/collection.ts";
import { one } from "../worlds/relations.ts";
import { hrisPerformanceReviewFactory } from "./performance-reviews.factory.ts";
import { performanceReviewRows, reviewKind } from "./performance-reviews.rows.ts";

const scales = ["numbers", "words"] as const;

/** What people said about each other's work. */
export const hrisPerformanceReviews = defineCollection({
  name: "hris.performance-reviews",
  model: "hris_performance_reviews",
  factory: hrisPerformanceReviewFactory,
  relations: {
    reviewee: one("hris.employees", "reviewee_id"),
    reviewer: one("hris.employees", "reviewer_id"),
    review_cycle: one("hris.performance-review-cycles", "review_cycle_id"),
  },
  rows: performanceReviewRows,
  inputs({ relations }, source) {
    const { date, country, seed, integrationId } = source;
    const cycle = relations?.["review_cycle_id"];
    const start = cycle && source.value("hris.performance-review-cycles", cycle, "review_period_start_date");
    return {
      date,
      country,
      // One company rates in one way.
      scale: choicesAt(seed, integrationId, "performance-reviews/scale").pick(scales),
      kind: reviewKind(relations, source.rows("hris.employees")),
      cycleStart: typeof start === "string" ? start : null,
    };
  },
});
