import { connectRecords } from "./connect-records.ts";
import { connectWebhooks } from "./connect-webhooks.ts";
import { faultWords } from "./fault-words.ts";
import { tokenOf } from "./link-token.ts";
import { serverCalls } from "./server-calls.ts";
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
  const calls = serverCalls(url, apiKey);
  const { call, list } = calls;
  const done = async (answer: Promise<unknown>): Promise<void> => {
    await answer;
  };

  return {
    reset: (body = {}) => done(call("POST /reset", { body })),
    snapshot: () => call("POST /snapshots"),
    restore: (snapshot) => {
      const id = typeof snapshot === "string" ? snapshot : snapshot.id;
      return done(call("POST /snapshots/{id}/restore", { path: { id } }));
    },
    fork: () => call("POST /fork"),
    scenario: (name, body = {}) => call("POST /scenarios/{name}", { path: { name }, body }),
    scenarios: () => list("GET /scenarios"),
    exportState: () => call("GET /state"),
    importState: (body) => done(call("PUT /state", { body })),
    integrations: {
      list: () => list("GET /integrations"),
      cards: async () => (await call("GET /integrations")).cards,
      create: (body) => call("POST /integrations", { body }),
      update: (id, body) => call("PATCH /integrations/{id}", { path: { id }, body }),
      remove: (id) => done(call("DELETE /integrations/{id}", { path: { id } })),
      setScope: (id, body) => call("PUT /integrations/{id}/scope", { path: { id }, body }),
      setCustomFields: (id, body) =>
        done(call("PUT /integrations/{id}/custom-fields", { path: { id }, body })),
    },
    ...connectRecords(calls),
    ...faultWords({
      faults: {
        add: (body) => call("POST /faults", { body }),
        list: (query) => list("GET /faults", { query }),
        remove: (query) => done(call("DELETE /faults", { query })),
      },
      stubs: {
        add: (body) => call("POST /stubs", { body }),
        list: (query) => list("GET /stubs", { query }),
        remove: (query) => done(call("DELETE /stubs", { query })),
      },
    }),
    connect: (link, body = {}) => call("POST /connect/{token}", { path: { token: tokenOf(link) }, body }),
    sync: (id, body = {}) => call("POST /integrations/{id}/syncs", { path: { id }, body }),
    passthrough: (tool, api, answer) => done(call("POST /passthrough", { body: { ...answer, tool, api } })),
    requests: (operation) => list("GET /requests", { query: { operation } }),
    contract: () => list("GET /contract"),
    label: (label) => done(call("PUT /label", { body: { label } })),
    expectViolation: (body) => call("POST /expectations", { body }),
    expectations: () => list("GET /expectations"),
    clock: {
      now: async () => (await call("GET /clock")).now,
      set: async (now) => (await call("POST /clock", { body: { now } })).now,
      advance: async (advance) => (await call("POST /clock", { body: { advance } })).now,
    },
    settle: (body = {}) => done(call("POST /settle", { body })),
    webhooks: connectWebhooks(calls),
    orderAssessment: (body = {}) => call("POST /assessment/orders", { body }),
  };
}
