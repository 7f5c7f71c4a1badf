import * as v from "valibot";
import { instant } from "../control/inputs.ts";
import { isoString } from "../state/clock.ts";
import type { Root, ScheduledWork, WebhookEvent } from "../state/root.ts";
import type { WebhookState } from "../webhooks/webhook-state.ts";
import { webhookTypes } from "../webhooks/webhook-types.ts";

const type = v.picklist(webhookTypes);
const text = v.pipe(v.string(), v.minLength(1));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** An event of a world file. */
export const webhookEvent = v.strictObject({
  id: text,
  type,
  at: instant,
  integration_id: v.nullable(text),
  data: v.record(v.string(), v.unknown()),
});

const rule = v.strictObject({
  first: v.optional(count),
  every: v.optional(v.pipe(count, v.minValue(1))),
  milliseconds: v.optional(count),
});
const chaosNames = ["duplicate", "reorder", "drop", "bad_signature", "delay"] as const;
const headers = v.record(v.string(), v.string());

/** Endpoints, deliveries and windows of a world file. */
export const webhookState = v.strictObject({
  endpoints: v.array(
    v.strictObject({
      id: text,
      url: text,
      integration_id: v.nullable(text),
      events: v.nullable(v.array(type)),
      secret: v.nullable(text),
      chaos: v.strictObject({
        ...{ duplicate: v.optional(rule), reorder: v.optional(rule), drop: v.optional(rule) },
        ...{ bad_signature: v.optional(rule), delay: v.optional(rule) },
      }),
      seen: count,
    }),
  ),
  deliveries: v.array(
    v.strictObject({
      id: text,
      event_id: text,
      endpoint_id: text,
      state: v.picklist(["pending", "waiting", "held", "delivered", "failed", "dropped"]),
      chaos: v.array(v.picklist(chaosNames)),
      due_at: instant,
      by_hand: v.boolean(),
      attempts: v.array(
        v.strictObject({
          at: instant,
          headers,
          answer: v.nullable(v.strictObject({ status: count, headers, body: v.string() })),
          told: v.string(),
        }),
      ),
    }),
  ),
  throttles: v.record(v.string(), v.strictObject({ until: instant, window_ms: count, held: v.array(text) })),
  taken: v.array(text),
  numbered: count,
});

type FileEvent = v.InferOutput<typeof webhookEvent>;
type FileWebhooks = v.InferOutput<typeof webhookState>;

/** Writes the events of a root. */
export function writeEvents(events: Root["events"]): readonly FileEvent[] {
  return events.map(({ id, type, at, integrationId, data }) => ({
    ...{ id, type, at: isoString(at), integration_id: integrationId, data: { ...data } },
  }));
}

/** Reads the events of a file. */
export function readEvents(given: readonly FileEvent[]): Root["events"] {
  return given.map(({ at, integration_id, ...rest }) => {
    // What an event tells was written from one; only ids are read out of it.
    return { ...rest, at: Date.parse(at), integrationId: integration_id } as unknown as WebhookEvent;
  });
}

/** Writes who listens, and what became of each delivery. Functions of this process are in no file. */
export function writeWebhooks({
  endpoints,
  deliveries,
  throttles,
  taken,
  numbered,
}: WebhookState): FileWebhooks {
  const written = endpoints.flatMap(({ url, integrationId, events, chaos, ...rest }) =>
    url === null
      ? []
      : [{ ...rest, url, integration_id: integrationId, events: events && [...events], chaos }],
  );
  const gone = new Set(endpoints.filter(({ url }) => url === null).map(({ id }) => id));
  return {
    endpoints: written,
    deliveries: deliveries.flatMap(({ eventId, endpointId, due, byHand, chaos, attempts, ...rest }) =>
      gone.has(endpointId)
        ? []
        : [
            {
              ...{ ...rest, event_id: eventId, endpoint_id: endpointId, chaos: [...chaos] },
              ...{ due_at: isoString(due), by_hand: byHand },
              attempts: attempts.map(({ at, ...attempt }) => ({ ...attempt, at: isoString(at) })),
            },
          ],
    ),
    throttles: Object.fromEntries(
      Object.entries(throttles).map(([id, { until, windowMs, held }]) => [
        id,
        { until: isoString(until), window_ms: windowMs, held: [...held] },
      ]),
    ),
    taken: [...taken],
    numbered,
  };
}

/** Reads who listens, and what became of each delivery. */
export function readWebhooks({
  endpoints,
  deliveries,
  throttles,
  taken,
  numbered,
}: FileWebhooks): WebhookState {
  return {
    endpoints: endpoints.map(({ integration_id, ...rest }) => ({ ...rest, integrationId: integration_id })),
    deliveries: deliveries.map(({ event_id, endpoint_id, due_at, by_hand, attempts, ...rest }) => ({
      ...{ ...rest, eventId: event_id, endpointId: endpoint_id, due: Date.parse(due_at), byHand: by_hand },
      attempts: attempts.map(({ at, ...attempt }) => ({ ...attempt, at: Date.parse(at) })),
    })),
    throttles: Object.fromEntries(
      Object.entries(throttles).map(([id, { until, window_ms, held }]) => [
        id,
        { until: Date.parse(until), windowMs: window_ms, held },
      ]),
    ),
    taken,
    numbered,
  };
}

/** What is scheduled follows from the state: ends of windows, and deliveries that wait. */
export function webhookWork({ deliveries, throttles }: WebhookState): ScheduledWork[] {
  return [
    ...Object.entries(throttles).map(
      ([integrationId, { until }]): ScheduledWork => ({ kind: "end-throttle", due: until, integrationId }),
    ),
    ...deliveries.flatMap(({ id, state, due }): ScheduledWork[] =>
      state === "waiting" ? [{ kind: "deliver", due, integrationId: null, deliveryId: id }] : [],
    ),
  ];
}
