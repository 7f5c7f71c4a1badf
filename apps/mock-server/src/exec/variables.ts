import { InvalidArgumentError } from "commander";

/** What a program under test is told. */
export interface Told {
  /** `http://127.0.0.1:4747` */
  readonly url: string;
  readonly baseUrl: string;
  readonly apiKey: string;
  readonly webhookSecret: string;
  readonly integrations: readonly { readonly category: string; readonly id: string }[];
}

/** A variable of the program's own: its name, and a text with `{baseUrl}` and the like. */
export interface OwnVariable {
  readonly name: string;
  readonly template: string;
}

/** The environment variables that lead a program to the mock. Those that it has stay, but for its key and addresses. */
export function variablesOf(told: Told, own: readonly OwnVariable[]): Record<string, string> {
  const { url, baseUrl, apiKey, webhookSecret, integrations } = told;
  return {
    KOMBO_BASE_URL: baseUrl,
    KOMBO_API_KEY: apiKey,
    KOMBO_INTEGRATION_ID: integrations[0]?.id ?? "",
    ...Object.fromEntries(integrations.map(({ category, id }) => [`KOMBO_INTEGRATION_ID_${category}`, id])),
    KOMBO_WEBHOOK_SECRET: webhookSecret,
    KOMBO_MOCK_URL: url,
    ...Object.fromEntries(own.map(({ name, template }) => [name, filled(template, told)])),
  };
}

const places: Readonly<Record<string, (told: Told) => string>> = {
  url: ({ url }) => url,
  baseUrl: ({ baseUrl }) => baseUrl,
  apiKey: ({ apiKey }) => apiKey,
  webhookSecret: ({ webhookSecret }) => webhookSecret,
  integrationId: ({ integrations }) => integrations[0]?.id ?? "",
};

/** Reads `--env NAME={baseUrl}`, also given more than once. */
export function ownVariables(text: string, before: readonly OwnVariable[] = []): OwnVariable[] {
  const [, name, template] = /^([A-Za-z_]\w*)=(.*)$/s.exec(text) ?? [];
  if (name === undefined || template === undefined)
    throw new InvalidArgumentError("It must be NAME=text, such as HRIS_URL={baseUrl}.");
  for (const [, place = ""] of template.matchAll(/\{(\w+)\}/g)) {
    if (!Object.hasOwn(places, place)) {
      const known = Object.keys(places).map((one) => `{${one}}`);
      throw new InvalidArgumentError(`{${place}} stands for nothing. There are ${known.join(", ")}.`);
    }
  }
  return [...before, { name, template }];
}

function filled(template: string, told: Told): string {
  return template.replaceAll(/\{(\w+)\}/g, (_, place: string) => places[place]?.(told) ?? "");
}

/** A list of hosts that are asked directly, with more of them. */
export function withHosts(list: string | undefined, hosts: readonly string[]): string {
  const given = (list ?? "").split(",").map((one) => one.trim());
  return [...new Set([...given, ...hosts])].filter(Boolean).join(",");
}
