import { integrationLines } from "./integration-lines.ts";
import { mainIntegrations } from "./main-integrations.ts";
import type { MockServer } from "./server.ts";

/** What a person told the server. */
interface ShownFlags {
  readonly world: string;
  readonly seed: number;
  readonly clock: string;
  readonly apiKey?: readonly string[];
  readonly shared?: true;
}

/** What is printed when the server is ready: where it listens, and how a program gets there. */
export async function readyText(
  { url, baseUrl, mock }: Pick<MockServer, "url" | "baseUrl" | "mock">,
  { world, seed, clock, apiKey, shared }: ShownFlags,
): Promise<string> {
  const key = apiKey?.[0] ?? "ks_dev_mock";
  const mains = await mainIntegrations(mock, seed);
  const integrations = await mock.integrations.list();
  const id = mains[0]?.id ?? integrations[0]?.id ?? "";
  const variables = [
    `KOMBO_BASE_URL=${baseUrl}`,
    `KOMBO_API_KEY=${key}`,
    `KOMBO_INTEGRATION_ID=${id}`,
    ...mains.map((main) => `KOMBO_INTEGRATION_ID_${main.category}=${main.id}`),
    `KOMBO_WEBHOOK_SECRET=${inShell(mock.webhooks.secret)}`,
  ];
  const mainIds = mains.map((main) => main.id);
  return `Kombo Mock listens on ${url} (world ${world}, seed ${seed}, clock ${clock}).

${variables.map((variable) => `  export ${variable}`).join("\n")}

${shared ? "All keys see the same." : "Any other made-up key gets an environment of its own."} Integrations:

${integrationLines(integrations, { first: mainIds, all: `${url}/_mock/integrations` })
  .map((line) => `  ${line}`)
  .join("\n")}

TypeScript
  import { Kombo } from "@kombo-api/sdk";
  const integration_id = "${id}";
  const kombo = new Kombo({ api_key: "${key}", server_url: "${baseUrl}", integration_id });
  for await (const page of await kombo.hris.getEmployees({}))
    for (const employee of page.result.data.results) console.log(employee.display_full_name);

Ruby
  require "kombo"
  security = Kombo::Models::Shared::Security.new(api_key: "${key}")
  kombo = Kombo::Kombo.new(security: security, server_url: "${baseUrl}", integration_id: "${id}")
  kombo.hris.get_employees.each do |page|
    puts page.get_hris_employees_positive_response.data.results.map(&:display_full_name)
  end

Control calls are below ${url}/_mock; the API's reference is ${url}/_mock/docs.

`;
}

/** A value as a shell reads it. */
function inShell(value: string): string {
  return /^[\w.:/@%+=-]+$/.test(value) ? value : `'${value.replaceAll("'", "'\\''")}'`;
}
