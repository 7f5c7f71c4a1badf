import type { CollectedEvent } from "../control/webhook-vocabulary.ts";
import { isoString } from "../state/clock.ts";
import type { WebhookEvent, WebhookType } from "../state/root.ts";
import { bodyOf, headersOf } from "./webhook-message.ts";
import type { WebhookSettings } from "./webhook-settings.ts";

/** An event as the control calls carry it: its body as the text that is signed. */
export interface SentEvent {
  readonly id: string;
  readonly type: WebhookType;
  readonly at: string;
  readonly integration_id: string | null;
  readonly headers: Readonly<Record<string, string>>;
  readonly raw: string;
}

/** An event as it is sent to an endpoint without a secret of its own. */
export async function sentEvent(
  event: WebhookEvent,
  settings: Pick<WebhookSettings, "secret" | "origin">,
): Promise<SentEvent> {
  const { id, type, at, integrationId } = event;
  const raw = bodyOf(event, settings);
  const headers = await headersOf(raw, settings.secret);
  return { ...{ id, type, at: isoString(at), integration_id: integrationId }, headers, raw };
}

/** An event as a test looks at it: the body's bytes, and what they say. */
export function collectedEvent({ raw, ...event }: SentEvent): CollectedEvent {
  const body = JSON.parse(raw) as CollectedEvent["body"];
  // The bridge from JSON to types: the body was made from an event of these types.
  return { ...event, raw: new TextEncoder().encode(raw), body, data: body.data } as CollectedEvent;
}
