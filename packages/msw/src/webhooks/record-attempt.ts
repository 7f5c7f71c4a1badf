import { choiceOf } from "../request/assumptions.ts";
import type { Machinery } from "../request/machinery.ts";
import type { Change } from "../state/change.ts";
import type { ScheduledDelivery, WebhookEvent } from "../state/root.ts";
import { causeOf } from "./causes.ts";
import { isRepeated, obeyAnswer } from "./obey-answer.ts";
import type { Sent } from "./send-webhook.ts";
import type { Attempt, Delivery, WebhookEndpoint } from "./webhook-state.ts";

const mostCharacters = 2_000;

/** Writes down what came of an attempt, does what the answer asks for, and lets a failed delivery be tried again. */
export function recordAttempt(
  change: Change,
  made: {
    readonly delivery: Delivery;
    readonly event: WebhookEvent;
    readonly endpoint: WebhookEndpoint;
    readonly headers: Readonly<Record<string, string>>;
    readonly sent: Sent;
  },
  { webhooks, assume }: Pick<Machinery, "webhooks" | "assume">,
): void {
  const { delivery, event, endpoint, headers, sent } = made;
  const obeyed = obeyAnswer(change, event, sent);
  const told = obeyed ?? causeOf(sent, endpoint.url);
  const answer =
    sent.kind === "answer" ? { ...sent.answer, body: sent.answer.body.slice(0, mostCharacters) } : null;
  const attempt: Attempt = { at: delivery.due, headers, answer, told };
  const attempts = [...delivery.attempts, attempt];
  const isDone = obeyed !== undefined || succeeded(answer?.status, choiceOf(assume, "webhook-success"));
  const retries = choiceOf(assume, "webhook-retries");
  const delay = attempts.length > retries ? undefined : webhooks.retryDelaysMs[attempts.length - 1];
  if (isDone || delay === undefined || delivery.byHand || !isRepeated(event)) {
    patchDelivery(change, delivery, { attempts, state: isDone ? "delivered" : "failed" });
    return;
  }
  const due = delivery.due + delay;
  patchDelivery(change, delivery, { attempts, state: "waiting", due });
  change.schedule({ kind: "deliver", due, integrationId: null, deliveryId: delivery.id });
}

function succeeded(status: number | undefined, wanted: "2xx" | "200"): boolean {
  if (status === undefined) return false;
  return wanted === "200" ? status === 200 : status >= 200 && status < 300;
}

/** A delivery that waited may go. */
export function beginDelivery(change: Change, { deliveryId, due }: ScheduledDelivery): void {
  const delivery = change.root.webhooks.deliveries.find(({ id }) => id === deliveryId);
  if (delivery?.state === "waiting" && delivery.due === due)
    patchDelivery(change, delivery, { state: "pending" });
}

/** Lets everything go that waits for its time, or for the delivery after it. */
export function flushDeliveries(change: Change): void {
  for (const delivery of change.root.webhooks.deliveries) {
    if (delivery.state === "waiting" || delivery.state === "held")
      patchDelivery(change, delivery, { state: "pending" });
  }
  change.set({ queue: change.root.queue.filter(({ kind }) => kind !== "deliver") });
}

/** Sends a delivery once more. */
export function redeliver(change: Change, delivery: Delivery): void {
  patchDelivery(change, delivery, { state: "pending", due: change.now, byHand: true });
}

function patchDelivery(change: Change, delivery: Delivery, parts: Partial<Delivery>): void {
  const { webhooks } = change.root;
  const deliveries = webhooks.deliveries.map((one) => (one === delivery ? { ...one, ...parts } : one));
  change.set({ webhooks: { ...webhooks, deliveries } });
}
