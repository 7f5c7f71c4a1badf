import type { components } from "@kombo-mock/openapi";

type Schemas = components["schemas"];

/** A webhook's body. */
export type Webhook =
  | Schemas["DataChangedWebhook"]
  | Schemas["SyncFinishedWebhook"]
  | Schemas["IntegrationCreatedWebhook"]
  | Schemas["IntegrationDeletedWebhook"]
  | Schemas["IntegrationStateChangedWebhook"]
  | Schemas["ConnectionFlowFailedWebhook"]
  | Schemas["AssessmentOrderReceivedWebhook"]
  | Schemas["InlineAssessmentOrderReceivedWebhook"]
  | Schemas["AiApplyJobPostingStatusUpdatedWebhook"]
  | Schemas["AiApplyApplicationStatusUpdatedWebhook"];

/** Reads a body whose signature was right; undefined for what is no webhook. */
export function parseWebhook(body: string): Webhook | undefined {
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch {
    return undefined;
  }
  const isWebhook =
    typeof json === "object" &&
    json !== null &&
    "id" in json &&
    typeof json.id === "string" &&
    "type" in json &&
    typeof json.type === "string";
  // The signature says who wrote it, and the document what it then holds.
  return isWebhook ? (json as Webhook) : undefined;
}
