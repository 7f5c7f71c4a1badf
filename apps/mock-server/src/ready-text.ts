import type { MockServer } from "./server.ts";

/** What is printed when the server is ready: where it listens, and how a program gets there. */
export async function readyText(
  { url, baseUrl, mock }: MockServer,
  flags: {
    readonly world: string;
    readonly seed: number;
    readonly clock: string;
    readonly apiKey?: readonly string[];
    readonly shared?: true;
  },
): Promise<string> {
  const key = flags.apiKey?.[0] ?? "ks_dev_mock";
  const integrations = await mock.integrations.list();
  const [first] = integrations;
  const ids = integrations.map(({ id, category, status, setup_status }) => {
    const state = status !== "ACTIVE" ? status : setup_status !== "COMPLETED" ? `setup ${setup_status}` : "";
    return `  ${id.padEnd(42)} ${category}${state ? `, ${state}` : ""}`;
  });
  return `Kombo Mock listens on ${url} (world ${flags.world}, seed ${flags.seed}, clock ${flags.clock}).

  export KOMBO_BASE_URL=${baseUrl}
  export KOMBO_API_KEY=${key}
  export KOMBO_INTEGRATION_ID=${first?.id ?? ""}

${flags.shared ? "All keys see the same." : "Any other made-up key gets an environment of its own."} Integrations:

${ids.join("\n")}

TypeScript
  const kombo = new Kombo({ api_key: "${key}", server_url: "${baseUrl}" });
  await kombo.general.getIntegrationDetails({ integration_id: "${first?.id ?? ""}" });

Ruby
  kombo = Kombo::KomboApi.new(api_key: "${key}", server_url: "${baseUrl}")

Control calls are below ${url}/_mock; the API's reference is ${url}/_mock/docs.

`;
}
