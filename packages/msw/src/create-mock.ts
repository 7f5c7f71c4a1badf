import { createOperationRouter } from "@kombo-mock/contract/judge";
import {
  customFields,
  integrationFields,
  type World,
  type WorldName,
  worlds,
} from "@kombo-mock/factories/worlds";
import { operations } from "@kombo-mock/openapi";
import { controlOf } from "./control/control.ts";
import type { Fork } from "./control/environment-vocabulary.ts";
import { promised } from "./control/promised.ts";
import { answerControl, type ControlAnswer } from "./control/routes.ts";
import type { MockControl } from "./control/vocabulary.ts";
import type { InProcessWebhooks } from "./control/webhook-vocabulary.ts";
import type { Domain } from "./domain.ts";
import { fetchDoor, vendorBaseUrls } from "./doors/fetch.ts";
import { answerRequest } from "./request/answer-request.ts";
import { type Assume, assertAssume, choiceOf } from "./request/assumptions.ts";
import { authenticate } from "./request/authenticate.ts";
import { Journal, JournalShelf } from "./request/journal.ts";
import { type EnforceLimits, limitsOf } from "./request/limits.ts";
import type { AnswerCheck, Machinery } from "./request/machinery.ts";
import type { Override, Unchecked } from "./request/override.ts";
import { OverridesInUse } from "./request/overrides-in-use.ts";
import type { IncomingRequest } from "./request/pipeline.ts";
import type { OutgoingAnswer } from "./request/render.ts";
import { type Cast, castOf } from "./state/cast.ts";
import { Environment } from "./state/environment.ts";
import { Environments } from "./state/environments.ts";
import { firstRoot } from "./state/first-root.ts";
import type { FirstSync } from "./state/lifecycle/first-sync.ts";
import { lifecycleOptions } from "./state/lifecycle/lifecycle-options.ts";
import { createPartitions } from "./state/partition.ts";
import type { ClockState, Root } from "./state/root.ts";
import type { HeldSnapshot, Restorable } from "./state/snapshots.ts";
import { unserved } from "./unserved.ts";
import { version } from "./version.ts";
import { withOptionEndpoint } from "./webhooks/endpoints.ts";
import { holdWebhooks } from "./webhooks/hold-webhooks.ts";
import { type WebhookOptions, webhookSettings } from "./webhooks/webhook-settings.ts";
import { rootOfFile } from "./world-file/import-state.ts";
import { settingsOfFile, worldOfFile } from "./world-file/read-header.ts";
import type { WorldFile } from "./world-file/world-file.ts";

/** What a mock can be told. Everything has a default. */
export interface MockOptions {
  /** The parts of the API that are served. */
  readonly domains: readonly Domain[];
  /** The random world, a whole number; the same seed gives the same bytes. 1 unless told, here or by a world file. */
  readonly seed?: number;
  /** The world's date, `yyyy-MM-dd`: its records lie before it. 2026-01-15 unless told, here or by a world file. */
  readonly date?: string;
  /**
   * What every environment begins with: `small` unless told, `demo` for people, `edge` for what breaks clients, or what
   * a world file holds.
   */
  readonly world?: WorldName | World | WorldFile;
  /** `system` reads `Date` at each request, so fake timers move it; `frozen` stands at the world's date until it is moved. */
  readonly clock?: "system" | "real" | "frozen";
  /** The base URL that requests go to, beside the vendor's two. */
  readonly baseUrl?: string;
  /** The key in `sdkOptions`. */
  readonly apiKey?: string;
  /** `shared`: all keys see the same; `key`: each key after the first has its own environment. */
  readonly isolation?: "shared" | "key";
  /** Keys that share the default environment; any other key then opens its own. */
  readonly apiKeys?: readonly string[];
  readonly allowProductionKeys?: boolean;
  readonly maxEnvironments?: number;
  /** Makes undeclared parameters and body keys a 400. */
  readonly rejectUnknown?: boolean;
  /** Refuses requests beyond the API's limits with 429: 300 a minute, and 30 actions at once on an integration. */
  readonly enforceLimits?: EnforceLimits;
  /** `newest` also sends values that older official SDKs cannot read; `all-generations` unless told. */
  readonly emit?: "all-generations" | "newest";
  /** Other choices where nobody published what the API does. */
  readonly assume?: Assume;
  /** Judges each answer of the mock; pass `checkAnswer` of `@kombo-mock/contract`. */
  readonly checkAnswer?: AnswerCheck;
  /** How much is kept of an environment's exchanges: how many, characters of their bodies, and characters in all environments. */
  readonly journal?: {
    readonly exchanges?: number;
    readonly characters?: number;
    readonly charactersInAll?: number;
  };
  /**
   * When the sync ends that makes a new integration's data readable: `manual` waits for `mock.sync(id)`, `timed` takes
   * three seconds, `instant` none. `timed` on a real clock, `manual` on any other unless told.
   */
  readonly firstSync?: FirstSync;
  /** How many hours lie between two regular syncs of an integration; 0 for none. 3 unless told. */
  readonly syncHours?: number;
  /**
   * `scripted`: each sync brings hires, leavers, moves, applications that happen in the tool, the first 24 of them.
   * `none`: only what a test asked for happens. `scripted` for the worlds `demo`, `edge` and `large` unless told.
   */
  readonly remoteChanges?: "scripted" | "none";
  /** Makes an integration INACTIVE that nobody has called for two weeks, as the vendor does in dev environments. */
  readonly idleWeeksMakeInactive?: boolean;
  /** Where webhooks go, how they are signed and when. */
  readonly webhooks?: WebhookOptions;
  /** Called when another key opens an environment of its own. */
  readonly onEnvironmentOpened?: (fingerprint: string, count: number) => void;
}

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
  /** Whether an operation takes files, so that its body may be large. */
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
  }[];
}

/** What the official SDK's client is made with. */
export interface SdkOptions {
  api_key: string;
  server_url: string;
  /** An object with the one method that the SDK calls. Its class has private members, so that no type but `never` fits every version. */
  http_client: never;
}

const defaultDate = "2026-01-15";

/** Makes a mock over the given domains. Each mock has a world of its own; nothing is shared between two. */
export function createMockCore(options: MockOptions): MockCore {
  const { assume = {}, apiKeys } = options;
  const { world, file } = readWorld(options.world === undefined ? "small" : options.world);
  const told = file ? settingsOfFile(file) : {};
  const { seed = told.seed ?? 1, date = told.date ?? defaultDate } = options;
  assertOptions({ seed, date, assume });
  const baseUrl = (options.baseUrl ?? "https://api.kombo.dev/v1").replace(/\/+$/, "");
  const apiKey = options.apiKey ?? apiKeys?.[0] ?? "ks_dev_mock";
  // The integrations of the world are made once; every environment begins with the same ones.
  const root = firstRoot(world, {
    environment: "default",
    clock: clockOf(options.clock ?? "system", date),
    date,
    optionalIsAvailable: choiceOf(assume, "optional-counts-as-enabled"),
  });
  const machinery = createMachinery(options, { seed, world, date, root, assume });
  const begun = file ? rootOfFile(file, machinery, options.clock) : root;
  const first = withOptionEndpoint(begun, options.webhooks);
  const limits = {
    exchanges: 1_000,
    characters: 8_388_608,
    charactersInAll: 268_435_456,
    ...options.journal,
  };
  const shelf = new JournalShelf(limits.charactersInAll);
  const environments = new Environments(
    (name) => new Environment(name, { ...first, environment: name }, machinery, new Journal(limits, shelf)),
    { by: options.isolation ?? "shared", sharing: apiKeys ?? [], most: options.maxEnvironments ?? 1_000 },
    options.onEnvironmentOpened ?? (() => {}),
  );
  const cast = castOf(first, machinery.partitions, seed);
  const keyPolicy = { allowProductionKeys: options.allowProductionKeys ?? true };

  let stamps = 0;
  const stamp = () => ++stamps;
  const environmentOf = (request: Pick<IncomingRequest, "header">) =>
    environments.forKey(authenticate(request.header("authorization"), keyPolicy));
  const handle = (environment: Environment, key: string): EnvironmentHandle => ({
    name: environment.name,
    ...promised(controlOf(environment, machinery, stamp), machinery.webhooks.secret),
    snapshot: async () => environment.snapshot(),
    async fork() {
      const made = environments.fork(environment, key);
      return {
        ...handle(made.environment, made.key),
        api_key: made.key,
        get sdkOptions() {
          return sdkOptionsFor(made.key);
        },
      };
    },
  });
  const overrides = new OverridesInUse(machinery, environmentOf, () => environments.default);
  const core: Pick<
    MockCore,
    "arrive" | "answer" | "runDue" | "control" | "takesFiles" | "overrideOf" | "answerBy"
  > = {
    arrive: stamp,
    runDue: () => environments.runDue(),
    takesFiles: (method, path) => machinery.router.match(method, path)?.entry.files === true,
    answer: (request) =>
      holdWebhooks<OutgoingAnswer | Promise<OutgoingAnswer>>(
        request,
        answerRequest(request, () => environmentOf(request), environments.default, machinery),
        environmentOf,
      ),
    overrideOf: (...request) => overrides.find(...request),
    answerBy: (override, request, sent) =>
      holdWebhooks(request, overrides.answer(override, request, sent), environmentOf),
    control: (request) =>
      answerControl(request, {
        environments,
        machinery,
        stamp,
        world: world.name,
        seed,
        date,
        keyPolicy,
        apiKey,
      }),
  };
  const mockFetch = fetchDoor(core, baseUrl);
  const sdkOptionsFor = (key: string): SdkOptions => ({
    api_key: key,
    server_url: baseUrl,
    // The SDK calls nothing but `request`; see the type for why it cannot be named.
    http_client: { request: (request: Request) => mockFetch(request) } as never,
  });

  const control = handle(environments.default, apiKey);
  return {
    ...control,
    ...core,
    async reset(given) {
      if (given?.integration_id === undefined) overrides.clear();
      await control.reset(given);
    },
    use: (...added) => overrides.use(added.map(({ override }) => override)),
    cast,
    version,
    baseUrl,
    fetch: mockFetch,
    get sdkOptions() {
      return sdkOptionsFor(apiKey);
    },
    environment: (key) =>
      key === undefined
        ? handle(environments.default, apiKey)
        : handle(environments.forKey(authenticate(`Bearer ${key}`, keyPolicy)), key),
    listEnvironments: () =>
      environments
        .list()
        .map(({ environment, key }) => ({ name: environment.name, key, written: environment.written })),
  };
}

function createMachinery(
  {
    domains,
    rejectUnknown = false,
    emit = "all-generations",
    checkAnswer,
    enforceLimits = false,
    webhooks,
    baseUrl = vendorBaseUrls[0],
    ...options
  }: MockOptions,
  given: { seed: number; world: World; date: string; root: Root; assume: Assume },
): Machinery {
  const { seed, world, date, root, assume } = given;
  const names = new Set(domains.map(({ name }) => name));
  // Operations that nobody serves are known too, so that they answer what they are and not that they do not exist.
  const routed = Object.entries(operations).filter(
    ([name, { domain }]) => names.has(domain) || name in unserved,
  );
  // Records of every domain show values of the tool's own fields.
  const recipes = [integrationFields, customFields, ...domains.flatMap(({ collections }) => collections)];
  const behaviours = domains.flatMap((domain) => domain.behaviours);
  return {
    router: createOperationRouter(Object.fromEntries(routed)),
    behaviours: new Map(behaviours.map((behaviour) => [behaviour.operation, behaviour])),
    requestValidators: new Map(domains.map(({ name, requestValidators }) => [name, requestValidators])),
    partitions: createPartitions(
      { name: world.name, layers: world.layers, seed },
      new Map(recipes.map((recipe) => [recipe.name, recipe])),
    ),
    world: { name: world.name, date, root },
    ...{ seed, assume, rejectUnknown, emit, checkAnswer, limits: limitsOf(enforceLimits, assume) },
    lifecycle: lifecycleOptions(options),
    webhooks: webhookSettings(webhooks, new URL(baseUrl).origin),
  };
}

function readWorld(given: WorldName | World | WorldFile): {
  readonly world: World;
  readonly file?: WorldFile;
} {
  if (typeof given === "object" && given !== null && "layers" in given) return { world: given };
  if (typeof given !== "string") return { world: worldOfFile(given), file: given };
  if (Object.hasOwn(worlds, given)) return { world: worlds[given] };
  throw new Error(`world must be one of ${Object.keys(worlds).join(", ")}, but is "${given}".`);
}

function clockOf(mode: NonNullable<MockOptions["clock"]>, date: string): ClockState {
  return mode === "frozen" ? { mode, at: Date.parse(`${date}T09:00:00.000Z`) } : { mode, offset: 0 };
}

function assertOptions({ seed, date, assume }: { seed: number; date: string; assume: Assume }): void {
  if (!Number.isSafeInteger(seed)) throw new Error(`seed must be a whole number, but is ${String(seed)}.`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || Number.isNaN(Date.parse(`${date}T00:00:00Z`))) {
    throw new Error(`date must be a day such as 2026-01-15, but is "${String(date)}".`);
  }
  assertAssume(assume);
}
