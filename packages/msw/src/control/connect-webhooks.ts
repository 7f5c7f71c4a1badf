import { collectedEvent, type SentEvent } from "../webhooks/collected-event.ts";
import type { WebhookControl } from "./webhook-vocabulary.ts";

/** Makes a call below `/_mock` and gives the JSON of its answer. */
type CallServer = <Result>(method: string, path: string, body?: unknown) => Promise<Result>;

/** The control calls about webhooks, made over HTTP. */
export function connectWebhooks(call: CallServer): WebhookControl {
  const list = async <One>(path: string) => (await call<{ results: One[] }>("GET", path)).results;
  const endpoint = (id: string) => `/webhooks/endpoints/${encodeURIComponent(id)}`;
  return {
    endpoints: {
      list: () => list("/webhooks/endpoints"),
      create: (given) => call("POST", "/webhooks/endpoints", given),
      update: (id, changes) => call("PATCH", endpoint(id), changes),
      async remove(id) {
        await call("DELETE", endpoint(id));
      },
    },
    deliveries: (which = {}) => list(`/webhooks/deliveries${queryOf(which)}`),
    redeliver: (id) => call("POST", `/webhooks/deliveries/${encodeURIComponent(id)}/redeliver`, {}),
    trigger: (type, options = {}) => call("POST", "/webhooks/trigger", { ...options, type }),
    // What these answer has the type of the event that was asked for.
    next: async (type) =>
      collectedEvent(await call<SentEvent>("POST", "/webhooks/events/next", { type })) as never,
    all: async (type) =>
      (await list<SentEvent>(`/webhooks/events${queryOf({ type })}`)).map(collectedEvent) as never,
  };
}

function queryOf(values: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(values).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  );
  return given.length === 0 ? "" : `?${new URLSearchParams(given).toString()}`;
}
