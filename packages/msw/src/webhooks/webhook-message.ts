import { signKomboWebhook } from "@kombo-mock/contract/signature";
import type { WebhookEvent } from "../state/root.ts";
import { version } from "../version.ts";

/** The body of an event as it is sent: the same bytes each time. */
export function bodyOf({ id, type, data }: Pick<WebhookEvent, "id" | "type" | "data">): string {
  return JSON.stringify({ id, type, data });
}

/** The headers of an event as it is sent. */
export async function headersOf(
  body: string,
  secret: string,
): Promise<Record<"content-type" | "user-agent" | "x-kombo-signature", string>> {
  return {
    "content-type": "application/json",
    "user-agent": `kombo-mock/${version}`,
    "x-kombo-signature": await signKomboWebhook(body, secret),
  };
}
