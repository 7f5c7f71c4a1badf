import type { WebhookType } from "../state/root.ts";
import type { Route } from "./routes.ts";

const results = (list: readonly unknown[]) => ({ results: list, next: null });

/** Control calls about webhooks. */
export const webhookRoutes: Readonly<Record<string, Route>> = {
  "GET /webhooks/endpoints": ({ control }) => results(control().listEndpoints()),
  "POST /webhooks/endpoints": ({ control, body }) => control().createEndpoint(body()),
  "PATCH /webhooks/endpoints/{id}": ({ control, path, body }) =>
    control().updateEndpoint(path["id"] ?? "", body()),
  "DELETE /webhooks/endpoints/{id}": ({ control, path }) => {
    control().removeEndpoint(path["id"] ?? "");
    return {};
  },
  "GET /webhooks/deliveries": ({ control, request }) =>
    results(control().listDeliveries(Object.fromEntries(new URLSearchParams(request.search)))),
  "POST /webhooks/deliveries/{id}/redeliver": ({ control, path }) => control().redeliver(path["id"] ?? ""),
  "POST /webhooks/trigger": ({ control, body, request }) => control().trigger(body(), request.origin),
  "GET /webhooks/events": async ({ control, request }) => {
    const query = new URLSearchParams(request.search);
    // What is no event is refused by the call.
    const events = await control().listEvents((query.get("type") as WebhookType | null) ?? undefined);
    const id = query.get("integration_id");
    return results(events.filter(({ integration_id }) => id === null || integration_id === id));
  },
  "POST /webhooks/events/next": ({ control, body }) => control().takeEvent(body()),
  "POST /assessment/orders": ({ control, body }) => control().orderAssessment(body()),
  "POST /settle": async ({ control, body }) => {
    await control().settle(body());
    return {};
  },
};
