import { list } from "../request/behaviours.ts";
import { compares, oneOf } from "../request/filters.ts";

/** The assessments that customers ordered. */
export const listOrders = list("GET /assessment/orders", {
  // Answers do not show when an order was made.
  filters: { statuses: oneOf("status"), created_after: compares("created_at", ">=") },
});

/** Orders that wait for their result. */
export const listOpenOrders = list("GET /assessment/orders/open", {
  only: { fields: ["status"], test: ([status]) => status === "OPEN" },
});
