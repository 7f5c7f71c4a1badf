import { customFields, integrationFields } from "@kombo-mock/factories/worlds";
import { requestValidators } from "@kombo-mock/openapi/requests/general";
import type { Domain } from "../domain.ts";
import { checkApiKey } from "./check-api-key.handlers.ts";
import { activateIntegration, createConnectLink, getIntegrationByToken } from "./connect.handlers.ts";
import { listCustomFields, mapCustomField } from "./custom-fields.handlers.ts";
import { forceSync } from "./force-sync.handlers.ts";
import { getIntegrationDetails } from "./integration-details.handlers.ts";
import { listIntegrationFields, updateIntegrationField } from "./integration-fields.handlers.ts";
import {
  createSetupLink,
  deleteIntegration,
  relinkIntegration,
  setIntegrationEnabled,
} from "./integrations.handlers.ts";
import { passthrough } from "./passthrough.handlers.ts";
import { listTools } from "./tools.handlers.ts";

/** General and Connect: integrations, their fields and syncs, tools, passthrough, the connection flow. */
export const general = {
  name: "general",
  behaviours: [
    checkApiKey,
    forceSync,
    passthrough,
    getIntegrationDetails,
    deleteIntegration,
    setIntegrationEnabled,
    relinkIntegration,
    createSetupLink,
    listIntegrationFields,
    updateIntegrationField,
    listCustomFields,
    mapCustomField,
    listTools,
    createConnectLink,
    getIntegrationByToken,
    activateIntegration,
  ],
  requestValidators,
  collections: [integrationFields, customFields],
} satisfies Domain;
