import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Violation } from "@kombo-mock/contract";
import { createMock, type MockControl } from "@kombo-mock/msw";
import { connectMock } from "@kombo-mock/msw/connect";
import { startServer } from "kombo-mock";
import { expect, onTestFinished } from "vitest";
import { createReceiver } from "../src/create-receiver.ts";
import type { Unfetched } from "../src/fetch-due.ts";
import { createKomboClient } from "../src/kombo-client.ts";
import { answerWith } from "../src/node-server.ts";
import { openStore } from "../src/open-store.ts";
import { judgingFetch, type Send } from "./judging-fetch.ts";

const apiKey = "ks_dev_receiver";
const secret = "a-secret-of-the-tests";
// Without a window in which changes are gathered, each change is told at once.
const webhooks = { secret, throttleMs: 0 };

/** Lets the receiver take webhooks, and answers the endpoint's id and a way to send it a request by hand. */
type Listen = (receive: (request: Request) => Promise<Response>) => Promise<{
  readonly endpoint: string;
  readonly send: Send;
}>;

/** A way between the mock and the receiver, both ways. */
interface Door {
  readonly name: "in process" | "HTTP";
  /** Opens it for one test; it is closed, and all exchanges are judged, when the test is over. */
  open(): Promise<OpenDoor>;
}

/** A mock and a receiver that listens to it. */
export type OpenDoor = Awaited<ReturnType<typeof walkIn>>;

const inProcess: Door = {
  name: "in process",
  async open() {
    const mock = createMock({ clock: "frozen", webhooks });
    return walkIn(mock.baseUrl, mock, mock.fetch, async (receive) => {
      const { id } = await mock.webhooks.deliverTo(receive);
      return { endpoint: id, send: receive };
    });
  },
};

const http: Door = {
  name: "HTTP",
  async open() {
    const { url, baseUrl, close } = await startServer({ port: 0, clock: "frozen", webhooks });
    onTestFinished(close);
    const control = connectMock({ url, apiKey });
    return walkIn(baseUrl, control, fetch, async (receive) => {
      const server = createServer(answerWith(receive));
      await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
      onTestFinished(() => {
        server.closeAllConnections();
        server.close();
      });
      const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks`;
      const { id } = await control.webhooks.endpoints.create({ url: address });
      return { endpoint: id, send: (request) => fetch(new Request(address, request)) };
    });
  },
};

/** Both doors: what holds for one holds for the other. */
export const doors = [inProcess, http];

async function walkIn(baseUrl: string, control: MockControl, send: Send, listen: Listen) {
  const violations: Violation[] = [];
  const errors: unknown[] = [];
  const unfetched: Unfetched[] = [];
  const lists: string[] = [];
  const store = openStore(":memory:");
  onTestFinished(() => store.close());
  const judged = judgingFetch(send, (found) => violations.push(...found));
  let meanwhile = async () => {};
  const kombo = createKomboClient({
    apiKey,
    baseUrl,
    async fetch(request) {
      const path = request.url.slice(baseUrl.length).replace(/\?.*/, "");
      if (request.method === "GET") lists.push(path);
      const answer = await judged(request);
      const work = meanwhile;
      meanwhile = async () => {};
      await work();
      return answer;
    },
  });
  const receiver = createReceiver({
    secret,
    store,
    kombo,
    now: () => new Date("2026-01-15T09:00:00Z"),
    onUnfetched: (one) => unfetched.push(one),
    onError: (error) => errors.push(error),
  });
  const { endpoint, send: deliver } = await listen(receiver.receive);
  onTestFinished(async () => {
    expect(violations).toEqual([]);
    expect(await control.contract()).toEqual([]);
    expect(errors).toEqual([]);
  });
  const integrations = await control.integrations.list();
  const idOf = (tool: string) => integrations.find((one) => one.tool === tool)?.id ?? "";
  return {
    ...{ control, receiver, store, endpoint, unfetched, deliver, secret, kombo },
    ...{ hris: idOf("bamboohr"), ats: idOf("greenhouse") },
    /** Does something after the next answer is made, and before it arrives. */
    meanwhile(work: () => Promise<void>) {
      meanwhile = work;
    },
    /** The lists that were fetched since the last call, each page. */
    takeLists: () => lists.splice(0).sort(),
    /** Waits until all that is due was delivered and all that it asks for was fetched. */
    async quiet(options: { flush?: boolean } = {}) {
      await control.settle(options);
      await receiver.idle();
    },
  };
}

/** All rows of a table. */
export function rowsOf({ store }: Pick<OpenDoor, "store">, table: string): Record<string, unknown>[] {
  return store
    .prepare(`SELECT * FROM ${table}`)
    .all()
    .map((row) => ({ ...row }));
}

/** The records that are kept of a list. */
export function recordsOf({ store }: Pick<OpenDoor, "store">, list: string): Record<string, unknown>[] {
  return store
    .prepare("SELECT json FROM records WHERE list = ? ORDER BY id")
    .all(list)
    .map(({ json }) => JSON.parse(String(json)) as Record<string, unknown>);
}
