import type { Kombo } from "@kombo-api/sdk";
import { describeHealth, type HealthReport } from "./integration-health.ts";

/**
 * Asks the API for an integration and tells how it is.
 * Rejects with the SDK's errors; `explainFailure` puts them into words.
 *
 * @example
 * const kombo = new Kombo({ api_key: "ks_dev_mock" });
 * const { healthy, problems } = await readIntegrationHealth(kombo, "factorial:1", new Date());
 */
export async function readIntegrationHealth(
  kombo: Kombo,
  integrationId: string,
  now: Date,
): Promise<HealthReport> {
  const { data } = await kombo.general.getIntegrationDetails({ integration_id: integrationId });
  return describeHealth(data, now);
}
