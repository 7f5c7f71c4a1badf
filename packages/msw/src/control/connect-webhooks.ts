import { collectedEvent } from "../webhooks/collected-event.ts";
import type { ServerCalls } from "./server-calls.ts";
import type { WebhookControl } from "./webhook-vocabulary.ts";

/** The control calls about webhooks, made over HTTP. */
export function connectWebhooks({ call, list }: ServerCalls): WebhookControl {
  return {
    endpoints: {
      list: () => list("GET /webhooks/endpoints"),
      create: (body) => call("POST /webhooks/endpoints", { body }),
      update: (id, body) => call("PATCH /webhooks/endpoints/{id}", { path: { id }, body }),
      async remove(id) {
        await call("DELETE /webhooks/endpoints/{id}", { path: { id } });
      },
    },
    deliveries: (query) => list("GET /webhooks/deliveries", { query }),
    redeliver: (id) => call("POST /webhooks/deliveries/{id}/redeliver", { path: { id } }),
    // What these answer has the type of the event that was asked for, which no document can say.
    trigger: async (type, options = {}) =>
      (await call("POST /webhooks/trigger", { body: { ...options, type } })) as never,
    next: async (type) =>
      collectedEvent(await call("POST /webhooks/events/next", { body: { type } })) as never,
    all: async (type) =>
      (await list("GET /webhooks/events", { query: { type } })).map(collectedEvent) as never,
  };
}
