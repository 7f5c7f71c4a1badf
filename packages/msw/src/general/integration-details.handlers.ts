import { action } from "../request/behaviours.ts";
import { jsonOf } from "../request/json.ts";
import { detailsOf } from "../state/partition.ts";

/** Everything about the integration, made anew only when its state changes. */
export const getIntegrationDetails = action("GET /integrations/{integration_id}", ({ integration, seed }) =>
  jsonOf(detailsOf(integration, seed)),
);
