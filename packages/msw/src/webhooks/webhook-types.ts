import type { WebhookType } from "../state/root.ts";

const known: Readonly<Record<WebhookType, true>> = {
  "data-changed": true,
  "sync-finished": true,
  "integration-created": true,
  "integration-deleted": true,
  "integration-state-changed": true,
  "connection-flow-failed": true,
  "assessment:order-received": true,
  "inline-assessment:order-received": true,
  "ai-apply-job-posting-status-updated": true,
  "ai-apply-application-status-updated": true,
};

/** The name of every event; the compiler holds the list complete. */
export const webhookTypes = Object.keys(known) as readonly WebhookType[];
