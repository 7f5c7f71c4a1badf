import { KomboError } from "../request/kombo-error.ts";
import type { Change } from "../state/change.ts";
import type { Root } from "../state/root.ts";
import { isUnderWay, numberedId } from "./add-event.ts";
import type { WebhookOptions } from "./webhook-settings.ts";
import type { WebhookEndpoint } from "./webhook-state.ts";

/** What an endpoint is made from. */
type EndpointParts = Pick<WebhookEndpoint, "url"> & Partial<Omit<WebhookEndpoint, "id" | "url" | "seen">>;

/** Adds an endpoint. */
export function addEndpoint(change: Change, parts: EndpointParts): WebhookEndpoint {
  const { root } = change;
  const endpoint = endpointWith(numberedId(root, "endpoint", 1), parts);
  const { webhooks } = root;
  change.set({
    webhooks: {
      ...webhooks,
      endpoints: [...webhooks.endpoints, endpoint],
      numbered: webhooks.numbered + 1,
    },
  });
  return endpoint;
}

/** Changes an endpoint; what goes wrong is counted anew when that is changed. */
export function changeEndpoint(change: Change, id: string, parts: Partial<EndpointParts>): WebhookEndpoint {
  const { webhooks } = change.root;
  const known = endpointIn(change.root, id);
  const changed = { ...known, ...parts, ...(parts.chaos ? { seen: 0 } : {}) };
  const endpoints = webhooks.endpoints.map((one) => (one === known ? changed : one));
  change.set({ webhooks: { ...webhooks, endpoints } });
  return changed;
}

/** Takes an endpoint away; what was still to be sent to it is not. */
export function removeEndpoint(change: Change, id: string): void {
  const { webhooks } = change.root;
  const known = endpointIn(change.root, id);
  change.set({
    webhooks: {
      ...webhooks,
      endpoints: webhooks.endpoints.filter((one) => one !== known),
      deliveries: webhooks.deliveries.map((one) =>
        one.endpointId === id && isUnderWay(one) ? { ...one, state: "failed" as const } : one,
      ),
    },
  });
}

/** An endpoint by its id. */
function endpointIn({ webhooks: { endpoints } }: Root, id: string): WebhookEndpoint {
  const found = endpoints.find((one) => one.id === id);
  if (found) return found;
  const known = endpoints.map((one) => `"${one.id}" (${one.url ?? "in process"})`).join(", ");
  throw new KomboError(null, `There is no webhook endpoint "${id}". There are ${known || "none"}.`, {
    status: 404,
  });
}

const optionId = "option-webhook-url";

/** A root in which the address that the mock was told listens. */
export function withOptionEndpoint(root: Root, { url, events }: WebhookOptions = {}): Root {
  if (url === undefined) return root;
  const { webhooks } = root;
  const endpoint = endpointWith(optionId, { url, ...(events ? { events } : {}) });
  const others = webhooks.endpoints.filter(({ id }) => id !== optionId);
  return { ...root, webhooks: { ...webhooks, endpoints: [endpoint, ...others] } };
}

function endpointWith(id: string, parts: EndpointParts): WebhookEndpoint {
  return { integrationId: null, events: null, secret: null, chaos: {}, ...parts, id, seen: 0 };
}
