import type { Root } from "../state/root.ts";

/** What is left of events and webhooks when one integration goes back to its beginning: nothing that is about it. */
export function withoutWebhooksOf(
  { events, webhooks }: Root,
  integrationId: string,
): Pick<Root, "events" | "webhooks"> {
  const left = events.filter((event) => event.integrationId !== integrationId);
  const known = new Set(left.map(({ id }) => id));
  const { [integrationId]: _, ...throttles } = webhooks.throttles;
  const endpoints = webhooks.endpoints.filter((one) => one.integrationId !== integrationId);
  const listening = new Set(endpoints.map(({ id }) => id));
  return {
    events: left,
    webhooks: {
      ...webhooks,
      endpoints,
      deliveries: webhooks.deliveries.filter(
        ({ eventId, endpointId }) => known.has(eventId) && listening.has(endpointId),
      ),
      throttles,
      taken: webhooks.taken.filter((id) => known.has(id)),
    },
  };
}
