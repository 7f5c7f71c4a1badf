import type { DeliveryReport, EndpointReport } from "../control/webhook-vocabulary.ts";
import { isoString } from "../state/clock.ts";
import type { Root } from "../state/root.ts";
import { bodyOf } from "./webhook-message.ts";
import type { WebhookSettings } from "./webhook-settings.ts";
import type { Delivery, WebhookEndpoint } from "./webhook-state.ts";

/** The deliveries of a root, in words. */
export function deliveryReports(
  { events, webhooks }: Root,
  settings: Pick<WebhookSettings, "origin">,
): DeliveryReport[] {
  const byId = new Map(events.map((event) => [event.id, event]));
  const urls = new Map(webhooks.endpoints.map(({ id, url }) => [id, url]));
  return webhooks.deliveries.flatMap((delivery): DeliveryReport[] => {
    const event = byId.get(delivery.eventId);
    if (!event) return [];
    const { id, endpointId, state, chaos, due } = delivery;
    const body = bodyOf(event, settings);
    return [
      {
        ...{ id, event_id: event.id, type: event.type, integration_id: event.integrationId },
        ...{ endpoint_id: endpointId, url: urls.get(endpointId) ?? null, state, chaos },
        due_at: isoString(due),
        cause: inWords(delivery, urls.has(endpointId)),
        attempts: delivery.attempts.map(({ at, headers, answer, told }) => ({
          ...{ at: isoString(at), request: { headers, body }, answer, cause: told },
        })),
      },
    ];
  });
}

function inWords({ state, attempts, due }: Delivery, hasEndpoint: boolean): string {
  const last = attempts.at(-1)?.told;
  const before = last === undefined ? "" : `${last} `;
  if (!hasEndpoint && state !== "delivered") return `${before}The endpoint was removed.`;
  const words = {
    pending: "is being sent.",
    waiting: `${before}Sent at ${isoString(due)} of the mock's clock: advance it, or settle({ flush: true }).`,
    held: "held until the next event of the endpoint, or settle({ flush: true }): out of order on purpose.",
    dropped: "lost on purpose; redeliver it to send it.",
    delivered: last ?? "",
    failed: `${before}Not sent again unless redelivered.`,
  };
  return words[state];
}

/** An endpoint as the control calls show it. */
export function endpointReport(endpoint: WebhookEndpoint): EndpointReport {
  const { id, url, integrationId, events, secret, chaos, seen } = endpoint;
  return { id, url, integration_id: integrationId, events, has_own_secret: secret !== null, chaos, seen };
}
