import { Journal } from "../request/journal.ts";
import { Json } from "../request/json.ts";
import type { Machinery } from "../request/machinery.ts";
import { Passage } from "../request/passage.ts";
import { handleRequest } from "../request/pipeline.ts";
import { isoString } from "../state/clock.ts";
import { Environment } from "../state/environment.ts";
import type { Root } from "../state/root.ts";

/** How long before a webhook a change may lie that it tells of, in milliseconds. */
const longestThrottle = 600_000;

/**
 * Which of some lists show what a webhook tells of: what changed of its integration since the one before it. Nobody is
 * asked, nothing is noted, and no fault is met.
 */
export function showing(
  lists: readonly string[],
  told: { readonly eventId: string; readonly integration: string; readonly at: number },
  root: Root,
  machinery: Machinery,
): string[] {
  const { eventId, integration, at } = told;
  const earlier = root.events
    .filter(({ type, integrationId }) => type === "data-changed" && integrationId === integration)
    .map((event) => (event.id === eventId ? 0 : event.at))
    .filter((created) => created < at);
  const since = isoString(Math.max(at - longestThrottle, Math.max(0, ...earlier) + 1));
  const webhooks = { ...root.webhooks, endpoints: [], deliveries: [] };
  const calm = { ...root, faults: [], stubs: [], webhooks, queue: [] };
  const environment = new Environment("showing", calm, machinery, new Journal(noJournal));
  return lists.filter((list) => isShown(list, { integration, since }, environment, machinery));
}

const noJournal = { exchanges: 0, characters: 0, charactersInAll: 0 };

function isShown(
  list: string,
  { integration, since }: { readonly integration: string; readonly since: string },
  environment: Environment,
  machinery: Machinery,
): boolean {
  const [method = "", path = ""] = list.split(" ");
  const operation = machinery.router.match(method, path);
  if (!operation?.entry.parameters.some(({ name }) => name === "updated_after")) return false;
  try {
    const handled = handleRequest(
      {
        ...{ door: "fetch", method, path, body: undefined, origin: "http://localhost", arrival: 0 },
        search: `?updated_after=${encodeURIComponent(since)}&include_deleted=true`,
        header: (name) => (name === "x-integration-id" ? integration : null),
      },
      environment,
      machinery,
      { operation, passage: new Passage(), actionsLeft: undefined },
    );
    if ("held" in handled || !("data" in handled.outcome)) return false;
    const { data } = handled.outcome;
    return data instanceof Json && (data.records ?? 0) > 0;
  } catch {
    // The integration is gone, or the model is not to be had: then no list shows it.
    return false;
  }
}
