import { list } from "../request/behaviours.ts";
import { oneOf } from "../request/filters.ts";

/** What was written about employees. */
export const listPerformanceReviews = list("GET /hris/performance-reviews", {
  filters: {
    types: oneOf("type"),
    review_cycle_ids: oneOf("review_cycle_id"),
    reviewee_ids: oneOf("reviewee_id"),
  },
});
