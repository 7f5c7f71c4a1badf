import type { CollectedEvent } from "../control/webhook-vocabulary.ts";
import { isoString } from "../state/clock.ts";
import type { WebhookEvent, WebhookType } from "../state/root.ts";
import { bodyOf, headersOf } from "./webhook-message.ts";

/** An event as the control calls carry it: its body as the text that is signed. */
export interface SentEvent {
  readonly id: string;
  readonly type: WebhookType;
  readonly at: string;
  readonly integration_id: string | null;
  readonly headers: Readonly<Record<string, string>>;
  readonly raw: string;
}

/** An event as it is sent to an endpoint with this secret. */
export async function sentEvent(event: WebhookEvent, secret: string): Promise<SentEvent> {
  const { id, type, at, integrationId } = event;
  const raw = bodyOf(event);
  const headers = await headersOf(raw, secret);
  return { ...{ id, type, at: isoString(at), integration_id: integrationId }, headers, raw };
}

/** An event as a test looks at it: the body's bytes, and what they say. */
export function collectedEvent({ raw, ...event }: SentEvent): CollectedEvent {
  const body = JSON.parse(raw) as CollectedEvent["body"];
  // The bridge from JSON to types: the body was made from an event of these types.
  return { ...event, raw: new TextEncoder().encode(raw), body, data: body.data } as CollectedEvent;
}
