import { drive as absenceRequest } from "./drivers/absence-request.ts";
import { drive as hrisSync } from "./drivers/hris-sync.ts";
import { drive as integrationHealth } from "./drivers/integration-health.ts";
import { drive as webhookReceiver } from "./drivers/webhook-receiver.ts";
import type { Stage } from "./stage.ts";

/** What the users of each consumer do with it: nothing in here looks at a result. */
export const drivers: Readonly<Record<string, (stage: Stage) => Promise<unknown>>> = {
  "hris-sync": hrisSync,
  "webhook-receiver": webhookReceiver,
  "integration-health": integrationHealth,
  "absence-request": absenceRequest,
};
