import { signKomboWebhook } from "@kombo-mock/contract/signature";
import type { WebhookEvent } from "../state/root.ts";
import { version } from "../version.ts";
import type { WebhookSettings } from "./webhook-settings.ts";

/** The body of an event as it is sent: the same bytes each time. Its links are kept as paths of the mock. */
export function bodyOf(
  { id, type, data }: Pick<WebhookEvent, "id" | "type" | "data">,
  { origin }: Pick<WebhookSettings, "origin">,
): string {
  const isPath = "log_url" in data && data.log_url.startsWith("/");
  return JSON.stringify({ id, type, data: isPath ? { ...data, log_url: origin() + data.log_url } : data });
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
