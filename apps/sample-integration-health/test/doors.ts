import { HTTPClient, Kombo } from "@kombo-api/sdk";
import { checkExchange, type Violation } from "@kombo-mock/contract";
import { createMock, type MockControl } from "@kombo-mock/msw";
import { connectMock } from "@kombo-mock/msw/connect";
import { startServer } from "kombo-mock";
import { setupServer } from "msw/node";
import { expect, onTestFinished } from "vitest";
import { type RecordedExchange, recordingFetch } from "./record-exchanges.ts";

/** The integration that the official client's documentation shows. */
export const example = "factorial:8d1hpPsbjxUkoCoa1veLZGe5";

const apiKey = "ks_dev_sample";

/** The time that the mocks' clocks stand at. */
export const now = new Date("2026-01-15T09:00:00.000Z");

/** A way to reach a mock of one's own. */
interface Door {
  readonly name: string;
  /** Opens it for one test; it is closed, and its exchanges are judged, when the test is over. */
  open(): Promise<OpenDoor>;
}

/** A mock behind a door, and clients that come through it. */
interface OpenDoor {
  readonly baseUrl: string;
  readonly control: MockControl;
  /** The official client, with a good key. */
  readonly kombo: Kombo;
  /** The official client with another key, or with none. */
  komboWith(apiKey: string | undefined): Kombo;
  /** For consumers that go without the official client. */
  readonly fetch: typeof fetch;
  /** For exchanges of other processes, to be judged like the rest. */
  record(exchange: RecordedExchange): void;
  /** The violations so far, which then do not count against the test any more. */
  takeViolations(): Violation[];
}

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

/** Answered by the server, on loopback. */
export const httpDoor: Door = {
  name: "HTTP",
  async open() {
    const { url, baseUrl, close } = await startServer({ port: 0, clock: "frozen" });
    onTestFinished(close);
    return walkIn(baseUrl, connectMock({ url, apiKey }));
  },
};

/** Every door: what holds for one holds for all. */
export const doors = [mswDoor, httpDoor];

function walkIn(baseUrl: string, control: MockControl): OpenDoor {
  const violations: Violation[] = [];
  const record = (exchange: RecordedExchange) => void violations.push(...checkExchange(exchange));
  const takeViolations = () => violations.splice(0);
  // Looked up at each call, since MSW puts its own fetch there.
  const recorded = recordingFetch((...request) => fetch(...request), record);
  const komboWith = (api_key: string | undefined) =>
    new Kombo({ api_key, server_url: baseUrl, http_client: new HTTPClient({ fetcher: recorded }) });
  onTestFinished(() => expect(takeViolations()).toEqual([]));
  return { baseUrl, control, kombo: komboWith(apiKey), komboWith, fetch: recorded, record, takeViolations };
}
