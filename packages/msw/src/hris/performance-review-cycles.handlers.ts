import { list } from "../request/behaviours.ts";

/** The rounds in which reviews are written. */
export const listPerformanceReviewCycles = list("GET /hris/performance-review-cycles");
