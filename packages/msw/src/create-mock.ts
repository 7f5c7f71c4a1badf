import { type World, type WorldName, worlds } from "@kombo-mock/factories/worlds";
import { controlOf } from "./control/control.ts";
import { promised } from "./control/promised.ts";
import { answerControl } from "./control/routes.ts";
import { createMachinery } from "./create-machinery.ts";
import { fetchDoor } from "./doors/fetch.ts";
import type { EnvironmentHandle, MockCore, SdkOptions } from "./mock-core.ts";
import type { MockOptions } from "./mock-options.ts";
import { recorderOfProcess } from "./recorder-of-process.ts";
import { answerRequest } from "./request/answer-request.ts";
import { type Assume, assertAssume, choiceOf } from "./request/assumptions.ts";
import { authenticate } from "./request/authenticate.ts";
import { Journal, JournalShelf } from "./request/journal.ts";
import { OverridesInUse } from "./request/overrides-in-use.ts";
import type { IncomingRequest } from "./request/pipeline.ts";
import type { OutgoingAnswer } from "./request/render.ts";
import { castOf } from "./state/cast.ts";
import { Environment } from "./state/environment.ts";
import { Environments } from "./state/environments.ts";
import { firstRoot } from "./state/first-root.ts";
import type { ClockState } from "./state/root.ts";
import { variationsOfProcess } from "./variations-of-process.ts";
import { version } from "./version.ts";
import { withOptionEndpoint } from "./webhooks/endpoints.ts";
import { holdWebhooks } from "./webhooks/hold-webhooks.ts";
import { rootOfFile } from "./world-file/import-state.ts";
import { settingsOfFile, worldOfFile } from "./world-file/read-header.ts";
import type { WorldFile } from "./world-file/world-file.ts";

const defaultDate = "2026-01-15";

/** Makes a mock over the given domains. Each mock has a world of its own; nothing is shared between two. */
export function createMockCore(given: MockOptions): MockCore {
  const recorder = given.onExchange ?? recorderOfProcess();
  const varied = { ...variationsOfProcess(), ...given };
  const options = recorder ? { ...varied, onExchange: recorder } : varied;
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
    (name) => {
      const made = new Environment(
        name,
        { ...first, environment: name },
        machinery,
        new Journal(limits, shelf),
      );
      if (machinery.varying) made.given.note(file);
      return made;
    },
    { by: options.isolation ?? "shared", sharing: apiKeys ?? [], most: options.maxEnvironments ?? 1_000 },
    options.onEnvironmentOpened ?? (() => {}),
  );
  const cast = castOf(first, machinery.partitions, seed);
  const keyPolicy = { allowProductionKeys: options.allowProductionKeys ?? true, onlyKey: options.onlyKey };

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
    takesFiles(method, path) {
      const entry = machinery.router.match(method, path)?.entry;
      return entry !== undefined && (entry.files || entry.bodyType === "application/x-ndjson");
    },
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
      environments.list().map(({ environment, key }) => ({
        ...{ name: environment.name, key, written: environment.written },
        expectations: environment.ledger.expectations.list(),
      })),
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
