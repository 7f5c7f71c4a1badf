import { collectedEvent } from "../webhooks/collected-event.ts";
import type { Control } from "./control.ts";
import type { InProcessWebhooks } from "./webhook-vocabulary.ts";

/** The control calls about webhooks under their public names. */
export function promisedWebhooks(control: Control, secret: string): InProcessWebhooks {
  return {
    secret,
    endpoints: {
      list: async () => control.listEndpoints(),
      create: async (endpoint) => control.createEndpoint(endpoint),
      update: async (id, changes) => control.updateEndpoint(id, changes),
      remove: async (id) => control.removeEndpoint(id),
    },
    deliveries: async (which) => control.listDeliveries(which),
    redeliver: async (id) => control.redeliver(id),
    // What these answer has the type of the event that was asked for.
    trigger: async (type, options = {}) => control.trigger({ ...options, type }) as never,
    next: async (type) =>
      collectedEvent(await control.takeEvent(type === undefined ? {} : { type })) as never,
    all: async (type) => (await control.listEvents(type)).map(collectedEvent) as never,
    deliverTo: async (handler, options) => control.deliverTo(handler, options),
  };
}
