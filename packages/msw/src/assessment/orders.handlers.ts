import { action, list } from "../request/behaviours.ts";
import { fileOf } from "../request/files.ts";
import { compares, oneOf } from "../request/filters.ts";
import { KomboError } from "../request/kombo-error.ts";
import { recordById } from "../request/records.ts";

/** The assessments that customers ordered. */
export const listOrders = list("GET /assessment/orders", {
  // Answers do not show when an order was made.
  filters: { statuses: oneOf("status"), created_after: compares("created_at", ">=") },
});

/** Orders that wait for their result. */
export const listOpenOrders = list("GET /assessment/orders/open", {
  only: { fields: ["status"], test: ([status]) => status === "OPEN" },
});

/** Writes a result back to the tool. The status can leave OPEN once; after that, the rest can be corrected. */
export const updateOrderResult = action("PUT /assessment/orders/{assessment_order_id}/result", (context) => {
  const { body, change, integration } = context;
  const order = recordById(context, "assessment.orders", "path.assessment_order_id");
  if (order["status"] !== "OPEN" && order["status"] !== body.status) {
    throw new KomboError(
      "PLATFORM.INPUT_INVALID",
      `body.status: the order "${order.id}" is ${String(order["status"])}, and only an OPEN one can become ${body.status}. Send ${String(order["status"])} again to correct the rest of its result.`,
    );
  }
  if (body.status !== "OPEN" && body.completed_at === undefined) {
    context.warn(`body.completed_at is missing; it is expected with ${body.status}.`);
  }
  const { remote_fields: _, attachments = [], ...result } = body;
  const files = attachments.map((one, index) => fileOf(one, `body.attachments[${index}]`));
  const values = { ...emptyResult, ...result, attachments: files };
  const [known] = context.view(results).withValue("order_id", order.id);
  if (known) change.patch({ integrationId: integration.id, collection: results, id: known.id }, values);
  else {
    const remoteId = change.newRemoteId(integration.id, results);
    change.insert(
      { integrationId: integration.id, collection: results, remoteId },
      { order_id: order.id, ...values },
    );
  }
  change.patch(
    { integrationId: integration.id, collection: "assessment.orders", id: order.id },
    { status: body.status },
  );
  return {};
});

const results = "assessment.order-results";

const emptyResult = { completed_at: null, score: null, max_score: null, attributes: [] };
