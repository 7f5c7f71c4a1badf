import { base58Id } from "@kombo-mock/factories";
import type { Root, ScheduledWork, WebhookEvent } from "../state/root.ts";
import { chaosOf, usualDelayMs } from "./chaos.ts";
import type { Chaos, Delivery, WebhookEndpoint, WebhookState } from "./webhook-state.ts";

/** How many events are kept, beside those that are still on their way. */
const mostEvents = 1_000;

/** A root with one more event, on its way to everybody who listens to it; `chaos` in place of the endpoints' own. */
export function withEvent(before: Root, event: Omit<WebhookEvent, "id">, chaos?: Chaos): Root {
  const id = numberedId(before, "event", 1);
  // The bridge over the union of events: type and data are one pair already.
  const announced = { ...event, id } as WebhookEvent;
  let root: Root = {
    ...before,
    events: [...before.events, announced],
    webhooks: { ...before.webhooks, numbered: before.webhooks.numbered + 1 },
  };
  for (const endpoint of before.webhooks.endpoints) {
    if (listensTo(endpoint, announced)) root = withDeliveries(root, announced, endpoint, chaos);
  }
  return root.events.length > mostEvents ? withoutOldest(root) : root;
}

/** An id of something that an environment numbers for its webhooks. */
export function numberedId({ environment, webhooks }: Root, kind: string, ahead: number): string {
  return base58Id(`${environment}\n${kind}\n${webhooks.numbered + ahead}`);
}

/** Whether an endpoint wants to be told of an event. */
function listensTo({ events, integrationId }: WebhookEndpoint, event: WebhookEvent): boolean {
  return (
    (events === null || events.includes(event.type)) &&
    (integrationId === null || integrationId === event.integrationId)
  );
}

function withDeliveries(root: Root, event: WebhookEvent, endpoint: WebhookEndpoint, given?: Chaos): Root {
  const seen = endpoint.seen + 1;
  const rules = given ?? endpoint.chaos;
  const chaos = chaosOf(rules, given ? 1 : seen);
  const { webhooks } = root;
  const state = chaos.includes("drop")
    ? "dropped"
    : chaos.includes("delay")
      ? "waiting"
      : chaos.includes("reorder")
        ? "held"
        : "pending";
  const due = event.at + (state === "waiting" ? (rules.delay?.milliseconds ?? usualDelayMs) : 0);
  const copies = chaos.includes("duplicate") && state !== "dropped" ? 2 : 1;
  const made = Array.from({ length: copies }, (_, index): Delivery => {
    const id = numberedId(root, "delivery", index + 1);
    return {
      ...{ id, eventId: event.id, endpointId: endpoint.id, state, chaos },
      ...{ due, attempts: [], byHand: false },
    };
  });
  const work =
    state === "waiting"
      ? made.map(({ id }): ScheduledWork => ({ kind: "deliver", due, integrationId: null, deliveryId: id }))
      : [];
  return {
    ...root,
    queue: [...root.queue, ...work],
    webhooks: {
      ...webhooks,
      endpoints: webhooks.endpoints.map((one) => (one === endpoint ? { ...endpoint, seen } : one)),
      deliveries: placed(webhooks, made, state === "pending"),
      numbered: webhooks.numbered + copies,
    },
  };
}

/** What was held to come after the next one follows what goes now. */
function placed({ deliveries }: WebhookState, made: readonly Delivery[], go: boolean): Delivery[] {
  const isNext = ({ state, endpointId }: Delivery) =>
    go && state === "held" && endpointId === made[0]?.endpointId;
  const held = deliveries.filter(isNext).map((one): Delivery => ({ ...one, state: "pending" }));
  return [...deliveries.filter((one) => !isNext(one)), ...made, ...held];
}

/** Forgets the oldest events with their deliveries, but none that is still on its way. */
function withoutOldest(root: Root): Root {
  const { deliveries, taken } = root.webhooks;
  const underWay = new Set(deliveries.filter(isUnderWay).map(({ eventId }) => eventId));
  const done = root.events.filter(({ id }) => !underWay.has(id));
  const forgotten = new Set(done.slice(0, root.events.length - mostEvents));
  const events = root.events.filter((event) => !forgotten.has(event));
  const known = new Set(events.map(({ id }) => id));
  return {
    ...root,
    events,
    webhooks: {
      ...root.webhooks,
      deliveries: deliveries.filter(({ eventId }) => known.has(eventId)),
      taken: taken.filter((id) => known.has(id)),
    },
  };
}

/** Whether a delivery has still to come to its end. */
export function isUnderWay({ state }: Delivery): boolean {
  return state === "pending" || state === "waiting" || state === "held";
}
