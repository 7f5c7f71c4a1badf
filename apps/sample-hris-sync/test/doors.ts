import type { Violation } from "@kombo-mock/contract";
import { createMock, type MockControl } from "@kombo-mock/msw";
import { connectMock } from "@kombo-mock/msw/connect";
import { startServer } from "kombo-mock";
import { setupServer } from "msw/node";
import { expect, onTestFinished } from "vitest";
import { createKomboClient, type KomboClient } from "../src/kombo-client.ts";
import { mirrorIntegration } from "../src/mirror-integration.ts";
import { openMirror } from "../src/open-mirror.ts";
import type { ReadOptions } from "../src/read-models.ts";
import { judgingFetch, type Send } from "./judging-fetch.ts";

const apiKey = "ks_dev_mirror";

/** A way to reach a mock of one's own. */
interface Door {
  readonly name: "MSW" | "fetch" | "HTTP";
  /** Opens it for one test; it is closed, and its exchanges are judged, when the test is over. */
  open(): Promise<OpenDoor>;
}

/** A mock behind a door, its HRIS integration, and clients that come through it. */
export type OpenDoor = Awaited<ReturnType<typeof walkIn>>;

/** Answered inside the process, at the vendor's own address. */
const mswDoor: Door = {
  name: "MSW",
  async open() {
    const mock = createMock({ clock: "frozen" });
    const server = setupServer(...mock.handlers);
    server.listen({ onUnhandledFrame: "error" });
    onTestFinished(() => server.close());
    return walkIn("https://api.kombo.dev/v1", mock);
  },
};

/** Answered by a function with fetch's signature. */
const fetchDoor: Door = {
  name: "fetch",
  async open() {
    const mock = createMock({ clock: "frozen" });
    return walkIn(mock.baseUrl, mock, mock.fetch);
  },
};

/** Answered by the server, on loopback. */
const httpDoor: Door = {
  name: "HTTP",
  async open() {
    const { url, baseUrl, close } = await startServer({ port: 0, clock: "frozen" });
    onTestFinished(close);
    return walkIn(baseUrl, connectMock({ url, apiKey }));
  },
};

/** Every door: what holds for one holds for all. */
export const doors = [mswDoor, fetchDoor, httpDoor];

// The global fetch is looked up at each call, since MSW puts its own there.
async function walkIn(baseUrl: string, control: MockControl, send: Send = (request) => fetch(request)) {
  const violations: Violation[] = [];
  const judged = judgingFetch(send, (found) => violations.push(...found));
  const clientWith = (key: string) => createKomboClient({ apiKey: key, baseUrl, fetch: judged });
  const kombo = clientWith(apiKey);
  const integrations = await control.integrations.list();
  const integrationId = integrations.find(({ tool }) => tool === "bamboohr")?.id ?? "";
  onTestFinished(async () => {
    expect(violations.filter(isWrong)).toEqual([]);
    expect((await control.contract()).filter(({ violation }) => isWrong(violation))).toEqual([]);
  });
  return { baseUrl, apiKey, send: judged, control, clientWith, kombo, integrationId };
}

/** Tests create employees by the older operation too; that is the only warning there may be. */
function isWrong({ rule }: Violation): boolean {
  return rule !== "deprecated-operation";
}

/** A mirror in memory, and runs over it that know the time as the mock does. */
export function openTestMirror({ kombo, control, integrationId }: OpenDoor) {
  const database = openMirror(":memory:");
  onTestFinished(() => database.close());
  const run = async (options: Partial<ReadOptions> & { readonly kombo?: KomboClient } = {}) => {
    const { kombo: client = kombo, ...rest } = options;
    const now = new Date(await control.clock.now());
    // No clock is ahead here, so that what the mirror asks for is exact.
    return mirrorIntegration(database, client, { integrationId, clockSkew: 0, ...rest, now: () => now });
  };
  return { database, run };
}
