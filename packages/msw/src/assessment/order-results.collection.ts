import { defineWrittenCollection } from "@kombo-mock/factories/worlds";

/** Results that were written back to the tool, one for each order. */
export const orderResults = defineWrittenCollection({
  name: "assessment.order-results",
  fields: ["status", "result_url", "completed_at", "score", "max_score", "attributes", "attachments"],
  references: { order_id: "assessment.orders" },
});
