import type { Fork } from "./control/environment-vocabulary.ts";
import type { ControlAnswer } from "./control/routes.ts";
import type { MockControl } from "./control/vocabulary.ts";
import type { InProcessWebhooks } from "./control/webhook-vocabulary.ts";
import type { Expectation } from "./request/expectations.ts";
import type { Override, Unchecked } from "./request/override.ts";
import type { IncomingRequest } from "./request/pipeline.ts";
import type { OutgoingAnswer } from "./request/render.ts";
import type { Cast } from "./state/cast.ts";
import type { HeldSnapshot, Restorable } from "./state/snapshots.ts";

/** One environment: the control calls, and its past to go back to. */
export interface EnvironmentHandle extends MockControl {
  readonly name: string;
  readonly webhooks: InProcessWebhooks;
  /** The environment as it is now; keeps a reference, copies nothing. */
  snapshot(): Promise<HeldSnapshot>;
  restore(snapshot: Restorable): Promise<void>;
  fork(): Promise<ForkedEnvironment>;
}

/** A copy of an environment, with the options of a client that talks to it. */
export interface ForkedEnvironment extends EnvironmentHandle, Fork {
  readonly sdkOptions: SdkOptions;
}

/** A mock without msw's handlers: control calls of its default environment, a fetch function, and the core. */
export interface MockCore extends EnvironmentHandle {
  /** Records of the world that people test with, by name: `mock.cast.withoutEmail.id`. */
  readonly cast: Cast;
  readonly version: string;
  readonly baseUrl: string;
  /** Options of the official SDK's client: `new Kombo(mock.sdkOptions)` talks to the mock without any network. */
  readonly sdkOptions: SdkOptions;
  /** `fetch`, answered by the mock; a request to another host is refused. */
  readonly fetch: typeof fetch;
  /** The environment of an API key; the default one without a key. */
  environment(apiKey?: string): EnvironmentHandle;
  /**
   * Answers by these from now on, until `reset`, or until the function that comes back is called. The last added runs
   * first; `komboHttp` makes them.
   */
  use(...overrides: readonly { readonly override: Override }[]): () => void;
  /** Notes that a request begins to arrive; `answer` wants the number. */
  arrive(): number;
  /** Whether an operation takes files or an import, so that its body may be large. */
  takesFiles(method: string, path: string): boolean;
  /** Answers a request to the API: at once, unless something holds it up. */
  answer(request: IncomingRequest): OutgoingAnswer | Promise<OutgoingAnswer>;
  /** The first override that is about a request and takes it, of those proposed and those in use. */
  overrideOf(method: string, path: string, proposed: readonly Override[]): Override | undefined;
  /** Answers by an override; `sent` is the request with its body unread. */
  answerBy(override: Override, request: IncomingRequest, sent: Request): Promise<OutgoingAnswer | Unchecked>;
  /** Runs what is due in all environments; answers in how many milliseconds something is next, null when nothing is. */
  runDue(): number | null;
  /** Answers a request to the control calls below `/_mock`. */
  control(request: IncomingRequest): ControlAnswer | Promise<ControlAnswer>;
  listEnvironments(): readonly {
    readonly name: string;
    readonly key: string | null;
    readonly written: boolean;
    readonly expectations: readonly Expectation[];
  }[];
}

/** What the official SDK's client is made with. */
export interface SdkOptions {
  api_key: string;
  server_url: string;
  /** An object with the one method that the SDK calls. Its class has private members, so that no type but `never` fits every version. */
  http_client: never;
}
