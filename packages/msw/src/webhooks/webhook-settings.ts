import type { WebhookType } from "../state/root.ts";
import { webhookTypes } from "./webhook-types.ts";

/** What a mock can be told about webhooks. */
export interface WebhookOptions {
  /** Signs what has no secret of its own; the same for all environments, `kombo-mock-webhook-secret` unless told. */
  readonly secret?: string;
  /** How long changes of an integration are gathered after the first, in milliseconds; 30,000 unless told, 0 for each at once. */
  readonly throttleMs?: number;
  /** After how many milliseconds of the environment's clock each retry comes; 10 s, 1 min and 10 min unless told. */
  readonly retryDelaysMs?: readonly number[];
  /** How long a receiver may take to answer, in milliseconds of real time; 10,000 unless told. */
  readonly timeoutMs?: number;
  /** Tells this address in every environment. */
  readonly url?: string;
  /** Only these events are sent to `url`. */
  readonly events?: readonly WebhookType[];
  /** Names, beside loopback ones, to which webhooks may go. */
  readonly allowedHosts?: readonly string[];
  /** Where the mock is reached, without a path, when only that is known later: links in events begin with it. */
  readonly origin?: () => string;
}

/** How the webhooks of a mock are sent: everything that stays the same for its life. */
export interface WebhookSettings {
  readonly secret: string;
  readonly throttleMs: number;
  readonly retryDelaysMs: readonly number[];
  readonly timeoutMs: number;
  readonly allowedHosts: readonly string[];
  /** Where the mock is reached unless a request says: links in events begin with it. */
  readonly origin: () => string;
}

/** Reads what a mock is told; a fault is told with its remedy. */
export function webhookSettings(options: WebhookOptions = {}, origin: string): WebhookSettings {
  const settings = {
    secret: "kombo-mock-webhook-secret",
    throttleMs: 30_000,
    retryDelaysMs: [10_000, 60_000, 600_000],
    timeoutMs: 10_000,
    allowedHosts: [],
    origin: () => origin,
    ...options,
  };
  if (settings.secret === "")
    throw new Error("webhooks.secret must not be empty; leave it out for the usual one.");
  const times = { throttleMs: settings.throttleMs, timeoutMs: settings.timeoutMs };
  const delays = settings.retryDelaysMs.map((delay, index) => [`retryDelaysMs[${index}]`, delay] as const);
  for (const [name, value] of [...Object.entries(times), ...delays]) {
    if (!Number.isFinite(value) || value < 0) {
      throw new Error(`webhooks.${name} must be a number of milliseconds, but is ${String(value)}.`);
    }
  }
  const unknown = (options.events ?? []).find((type) => !webhookTypes.includes(type));
  if (unknown !== undefined) {
    throw new Error(`webhooks.events: "${unknown}" is no event. There are ${webhookTypes.join(", ")}.`);
  }
  const fault = options.url === undefined ? undefined : faultOfUrl(options.url, settings.allowedHosts);
  if (fault !== undefined) throw new Error(`webhooks.url ${fault}`);
  return settings;
}

/** Why webhooks may not go to an address; undefined where they may. */
export function faultOfUrl(text: string, allowedHosts: readonly string[]): string | undefined {
  const url = URL.parse(text);
  if (!url || !/^https?:$/.test(url.protocol)) {
    return `must be an absolute URL such as http://127.0.0.1:3000/webhooks, but is "${text}".`;
  }
  if (url.username || url.password) return "must hold no user name or password.";
  if (isLoopback(url.hostname) || allowedHosts.some((name) => nameOf(name) === url.hostname))
    return undefined;
  return `leads to "${url.hostname}", and webhooks go to loopback addresses only. Allow the name with webhooks.allowedHosts, or --allow-webhook-host ${url.hostname}.`;
}

/** Names and addresses as the URL parser writes them. */
function isLoopback(hostname: string): boolean {
  return hostname === "localhost" || hostname === "[::1]" || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}

function nameOf(host: string): string {
  return URL.parse(`http://${host}`)?.hostname ?? host.toLowerCase();
}
