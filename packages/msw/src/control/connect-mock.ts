import type { TestCard } from "../cards/test-cards.ts";
import { connectWebhooks } from "./connect-webhooks.ts";
import { faultWords } from "./fault-words.ts";
import type { Input } from "./inputs.ts";
import { tokenOf } from "./link-token.ts";
import type { MockControl } from "./vocabulary.ts";

/** Where a running mock is, and as whom to steer it. */
export interface ConnectMockOptions {
  /** The server's address, without `/v1`: `http://127.0.0.1:4747`. */
  readonly url: string;
  /** The API key whose environment is meant; needed once several are in use. */
  readonly apiKey?: string;
}

/** The control calls of a running server, with the types that they have in process. */
export function connectMock({ url, apiKey }: ConnectMockOptions): MockControl {
  const base = `${url.replace(/\/+$/, "")}/_mock`;
  const call = async <Result>(method: string, path: string, body?: unknown): Promise<Result> => {
    const response = await fetch(base + path, {
      method,
      headers: {
        ...(apiKey === undefined ? {} : { authorization: `Bearer ${apiKey}` }),
        ...(body === undefined ? {} : { "content-type": "application/json" }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const json = (await response.json()) as { error?: { message?: string } };
    if (!response.ok)
      throw new Error(json.error?.message ?? `${method} ${path} answered ${response.status}.`);
    // The server answers what the vocabulary's types say; both are made from one set of functions.
    return json as Result;
  };
  const list = async <One>(path: string) => (await call<{ results: One[] }>("GET", path)).results;
  const done = async (method: string, path: string, body?: unknown): Promise<void> => {
    await call(method, path, body);
  };
  const one = (id: string) => `/integrations/${encodeURIComponent(id)}`;

  return {
    reset: (options = {}) => done("POST", "/reset", options),
    snapshot: () => call("POST", "/snapshots", {}),
    restore: (snapshot) => {
      const id = typeof snapshot === "string" ? snapshot : snapshot.id;
      return done("POST", `/snapshots/${encodeURIComponent(id)}/restore`, {});
    },
    fork: () => call("POST", "/fork", {}),
    scenario: (name, options = {}) => call("POST", `/scenarios/${encodeURIComponent(name)}`, options),
    scenarios: () => list("/scenarios"),
    exportState: () => call("GET", "/state"),
    importState: (state) => done("PUT", "/state", state),
    integrations: {
      list: () => list("/integrations"),
      cards: async () => (await call<{ cards: TestCard[] }>("GET", "/integrations")).cards,
      create: (integration) => call("POST", "/integrations", integration),
      update: (id, changes) => call("PATCH", one(id), changes),
      remove: (id) => done("DELETE", one(id)),
      setScope: (id, scope) => call("PUT", `${one(id)}/scope`, scope),
      setCustomFields: (id, fields) => done("PUT", `${one(id)}/custom-fields`, fields),
    },
    find: (collection, which, options) => list(recordsPath(collection, which, options)),
    async create(collection: string, values: unknown = {}, options: Input<"createRecords"> = {}) {
      const answer = await call<{ results: never }>(
        "POST",
        recordsPath(collection, undefined, options),
        values,
      );
      return Array.isArray(values) || options.count !== undefined ? answer.results : (answer as never);
    },
    async update(collection: string, which: unknown, changes: unknown, options: object = {}) {
      const answer = await call<{ results: never }>(
        "PATCH",
        recordsPath(collection, which, options),
        changes,
      );
      return typeof which === "string" ? (answer as never) : answer.results;
    },
    remove: (collection, which, options) => done("DELETE", recordsPath(collection, which, options)),
    purge: (collection, which, options) =>
      done("DELETE", recordsPath(collection, which, { ...options, purge: true })),
    ...faultWords({
      faults: {
        add: (fault) => call("POST", "/faults", fault),
        list: (which) => list(`/faults${queryOf(which)}`),
        remove: (which) => done("DELETE", `/faults${queryOf(which)}`),
      },
      stubs: {
        add: (stub) => call("POST", "/stubs", stub),
        list: (which) => list(`/stubs${queryOf(which)}`),
        remove: (which) => done("DELETE", `/stubs${queryOf(which)}`),
      },
    }),
    connect: (link, choice = {}) => call("POST", `/connect/${encodeURIComponent(tokenOf(link))}`, choice),
    sync: (id, end = {}) => call("POST", `${one(id)}/syncs`, end),
    passthrough: (tool, api, answer) => done("POST", "/passthrough", { ...answer, tool, api }),
    requests: (operation) =>
      list(operation === undefined ? "/requests" : `/requests?operation=${encodeURIComponent(operation)}`),
    contract: () => list("/contract"),
    label: (label) => done("PUT", "/label", { label }),
    expectViolation: (expected) => call("POST", "/expectations", expected),
    expectations: () => list("/expectations"),
    clock: {
      now: async () => (await call<{ now: string }>("GET", "/clock")).now,
      set: async (now) => (await call<{ now: string }>("POST", "/clock", { now })).now,
      advance: async (advance) => (await call<{ now: string }>("POST", "/clock", { advance })).now,
    },
    settle: (options = {}) => done("POST", "/settle", options),
    webhooks: connectWebhooks(call),
    orderAssessment: (order = {}) => call("POST", "/assessment/orders", order),
  };
}

/** The path of some records: which ones, and what else is said of the call, stands in the query. */
function recordsPath(collection: string, which: unknown, options: object = {}): string {
  const query = new URLSearchParams();
  if (typeof which === "string") query.set("id", which);
  else if (which !== undefined) query.set("where", JSON.stringify(which));
  for (const [name, value] of Object.entries(options))
    if (value !== undefined) query.set(name, String(value));
  return `/records/${encodeURIComponent(collection)}${query.size === 0 ? "" : `?${query.toString()}`}`;
}

function queryOf(values: object = {}): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) if (value !== undefined) query.set(name, String(value));
  return query.size === 0 ? "" : `?${query.toString()}`;
}
