import { base58Id } from "@kombo-mock/factories";
import { action } from "../request/behaviours.ts";

/** The environment that the API key belongs to. */
export const checkApiKey = action("GET /check-api-key", ({ change, seed }) => {
  const environment_id = base58Id(`environment\n${seed}\n${change.root.environment}`);
  return { environment_id, customer_id: environment_id };
});
