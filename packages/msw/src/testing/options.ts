import type { setupServer } from "msw/node";
import type { MockControl } from "../control/vocabulary.ts";
import type { MockCore } from "../mock-core.ts";
import type { MockOptions } from "../mock-options.ts";
import type { Exchange } from "../request/journal.ts";

/** How a helper keeps tests apart, and what it makes of what they leave behind. */
interface TestOptions {
  /**
   * `test`: each test begins with the world as it was, and `mock.requests()` holds only its own. `worker`: what one
   * test does stays for those of its file that come later. `test` unless told.
   */
  readonly isolation?: "test" | "worker";
  /** Whether faults, stubs and meant violations that no request met fail the test that set them. `fail` unless told. */
  readonly unused?: "fail" | "ignore";
}

/** A mock in the process of the tests: what `createMock` takes, apart from its isolation by API key. */
export interface InProcessOptions extends TestOptions, Omit<Partial<MockOptions>, "isolation"> {
  /** `false`: nothing is intercepted, and only `mock.fetch` and `mock.sdkOptions` lead to the mock. */
  readonly msw?: boolean;
  /** What MSW does with requests that no handler is for: `warn` unless told. */
  readonly unhandled?: "bypass" | "warn" | "error";
}

/** A server that runs already. */
export interface RemoteOptions extends TestOptions {
  /** The server's address, without `/v1`: `http://127.0.0.1:4747`. */
  readonly url: string;
  /** What the API key begins with, `ks_dev_mock` unless told; each worker adds its own end, and so has a world of its own. */
  readonly apiKey?: string;
}

/** The mock of a test file, with MSW's server. */
export interface TestMock extends MockCore {
  /** MSW's server, which runs from before the first test until after the last. */
  readonly server: ReturnType<typeof setupServer>;
}

/** A running server, as a test file steers and calls it. */
export interface RemoteTestMock extends MockControl {
  /** The API key of this worker. */
  readonly apiKey: string;
  /** The base URL of the API, with `/v1`. */
  readonly baseUrl: string;
  /** Options of the official SDK's client. */
  readonly sdkOptions: { api_key: string; server_url: string };
}

/** Whether an exchange belongs to the test that runs. */
export type IsOwn = (exchange: Exchange) => boolean;

/** A mock with how it is started and stopped. */
export interface MockUnderTest<Mock> {
  readonly mock: Mock;
  start(): Promise<void>;
  /** Takes back what a test did outside the mock. */
  clear(): void;
  stop(): void;
}
