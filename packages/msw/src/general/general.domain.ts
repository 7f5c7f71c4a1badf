import { customFields, integrationFields } from "@kombo-mock/factories/worlds";
import { requestValidators } from "@kombo-mock/openapi/requests/general";
import type { Domain } from "../domain.ts";
import { getIntegrationDetails } from "./integration-details.handlers.ts";

/** General and Connect: integrations, their fields and syncs, tools, passthrough, the connection flow. */
export const general = {
  name: "general",
  behaviours: [getIntegrationDetails],
  requestValidators,
  collections: [integrationFields, customFields],
} satisfies Domain;
