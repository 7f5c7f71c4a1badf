import type { Change } from "../state/change.ts";
import { own } from "../state/own.ts";
import type { WebhookEvent, WebhookType } from "../state/root.ts";
import type { Sent } from "./send-webhook.ts";

/** What an answer means for the event that it answers; undefined where it means nothing special. */
export function obeyAnswer(change: Change, event: WebhookEvent, sent: Sent): string | undefined {
  if (event.type !== "assessment:order-received" || sent.kind !== "answer" || sent.answer.status !== 422)
    return undefined;
  const message = rejectionOf(sent.answer.body);
  if (message === undefined) return undefined;
  const { id, integration_id: integrationId } = event.data;
  const order = own(change.root.integrations, integrationId)
    ? change.view(integrationId, orders).get(id)
    : undefined;
  if (order?.["status"] !== "OPEN") return `answered 422 with a message, but the order "${id}" is not OPEN.`;
  change.patch({ integrationId, collection: orders, id }, { status: "REJECTED", [rejection]: message });
  return `answered 422 with a message: the order is REJECTED.`;
}

const orders = "assessment.orders";

/** Where an order keeps why it was rejected: the tool shows it, the API does not. */
export const rejection = "rejection_message";

/** Why a receiver rejects an order; undefined where the answer has not the form of a rejection. */
function rejectionOf(body: string): string | undefined {
  const message = readJson(body)?.["message"];
  return typeof message === "string" && message !== "" ? message : undefined;
}

/** The JSON object of a text; undefined where it is none. */
export function readJson(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const json: unknown = JSON.parse(text);
    return typeof json === "object" && json !== null && !Array.isArray(json)
      ? (json as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

/** Events that somebody waits for: nobody would hear of a later answer. */
const unrepeated: ReadonlySet<WebhookType> = new Set(["inline-assessment:order-received"]);

/** Whether an event is sent again when it did not arrive. */
export function isRepeated({ type }: WebhookEvent): boolean {
  return !unrepeated.has(type);
}
