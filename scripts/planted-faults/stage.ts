import http from "node:http";
import { syncBuiltinESMExports } from "node:module";
import { createMock, type Mock } from "@kombo-mock/msw";
import { HabitWatch } from "../../apps/mock-server/src/exec/habits/habit-watch.ts";
import { Recording } from "../../apps/mock-server/src/exec/recording.ts";

/** The key of a run, and the secret of its webhooks. */
export const apiKey = "ks_dev_planted";
export const secret = "a-secret-of-planted-faults";

/** The address at which consumers find the mock that have no other. */
const baseUrl = "http://127.0.0.1:4747/v1";

/** The most requests that a run may send; a consumer that sends more does not come to an end. */
const mostRequests = 1_500;

/** What a consumer's user has: a place where programs run, whose time passes only when somebody waits. */
export interface Stage {
  readonly mock: Mock;
  /** Loads a module of the consumer, with the fault in it. */
  load<Module>(file: string): Promise<Module>;
  /** What time it is. */
  now(): Date;
  /** Lets time pass, in milliseconds. */
  pass(milliseconds: number): Promise<void>;
  /** Calls what the consumer does regularly, by its interval in milliseconds, and waits for it. */
  tick(interval: number): Promise<void>;
  /** What was printed since the last call. */
  takeOutput(): string;
}

/** What one run came to, as `kombo-mock exec` sees it. */
export interface StagedRun {
  /** What went wrong, when something was thrown. */
  readonly crash: string | null;
  /** What the contract says of the requests, from warnings on. */
  readonly violations: readonly string[];
  /** What is wrong from request to request. */
  readonly habits: readonly string[];
  /** The same, without what is only told where a variation made a request fail. */
  readonly plainHabits: readonly string[];
  /** What variations show, such as a forged webhook that was accepted. */
  readonly findings: readonly string[];
  readonly operations: readonly string[];
  readonly webhooks: readonly string[];
  /** Every exchange and the result, as text: equal for consumers that do the same. */
  readonly trace: string;
}

/** Runs a driver over a consumer against a mock of its own that varies what it is told to. */
export async function runOnStage(
  drive: (stage: Stage) => Promise<unknown>,
  load: Stage["load"],
  variations: readonly string[],
): Promise<StagedRun> {
  const recording = new Recording({
    ...{ kind: "exec", failOn: "warning", allowEmpty: true, waivers: [], today: "2026-01-15" },
  });
  const watch = new HabitWatch();
  const findings: string[] = [];
  const webhooks = new Set<string>();
  // Apart, since what goes over the network in between may overtake one another.
  const trace = { exchanges: [] as unknown[], deliveries: [] as unknown[], result: null as unknown };
  recording.onExchange((recorded) => watch.add(recorded));
  const mock = createMock({
    ...{ clock: "frozen", baseUrl, apiKey, variations, syncHours: 0 },
    webhooks: { secret, throttleMs: 0 },
    onFinding: ({ message }) => findings.push(message),
    onWebhook: (type) => webhooks.add(`webhook ${type}`),
    onDelivery(delivery) {
      watch.addDelivery(delivery);
      trace.deliveries.push([delivery.type, delivery.integration, delivery.status]);
    },
    onExchange(exchange) {
      recording.add(exchange);
      const { request, answer } = exchange;
      trace.exchanges.push([request, answer?.status ?? null]);
    },
  });
  const place = await setUp(mock);
  let crash: string | null = null;
  try {
    trace.result = await drive({ mock, load, ...place.stage });
  } catch (error) {
    crash = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    trace.result = crash;
  }
  const logged = place.tearDown();
  const { entries, seen } = recording.report();
  return {
    crash: crash ?? logged,
    violations: entries
      .filter(({ blame, severity }) => blame === "consumer" && severity !== "note")
      .map(({ rule, operation, location }) => `${rule} in ${operation ?? "no operation"} at ${location}`),
    habits: watch.seen().map(habitLine),
    plainHabits: watch
      .seen()
      .filter(({ onlyVaried }) => !onlyVaried)
      .map(habitLine),
    findings,
    operations: Object.keys(seen.operations),
    webhooks: [...webhooks],
    trace: JSON.stringify(trace),
  };
}

function habitLine({ name, operation }: { readonly name: string; readonly operation: string }): string {
  return `${name} in ${operation}`;
}

const real = {
  fetch: globalThis.fetch,
  createServer: http.createServer,
  write: process.stdout.write,
  writeError: process.stderr.write,
  ...{ log: console.log, error: console.error },
};

/** Whether a connection broke, which is no fault of a program. */
export function isLostConnection(error: unknown): boolean {
  return error instanceof TypeError && error.message === "fetch failed";
}

/** What takes the place of the globals of time in the modules of a consumer, and in no others. */
interface ConsumerGlobals {
  readonly Date: new (...given: [] | [string | number]) => Date;
  setTimeout(work: () => void, milliseconds?: number): object;
  setInterval(work: () => unknown, interval: number): object;
}

const consumerGlobals = "stageOfPlantedFaults";

/** Begins each module of a consumer, on its first line. */
export const prelude = `const { Date, setTimeout, setInterval } = globalThis.${consumerGlobals}; `;

/** Puts time, network and output of this process into the hands of the stage. */
async function setUp(mock: Mock) {
  let now = Date.parse(await mock.clock.now());
  let output = "";
  let all = "";
  let requests = 0;
  let logged: string | null = null;
  const intervals: { readonly work: () => unknown; readonly interval: number }[] = [];
  const servers: http.Server[] = [];
  const pass = async (milliseconds: number) => {
    await mock.clock.advance(`PT${Math.max(1, Math.ceil(milliseconds / 1_000))}S`);
    now = Date.parse(await mock.clock.now());
  };
  const print = (text: unknown) => {
    output += String(text);
    all += String(text);
    return true;
  };
  globalThis.fetch = (input, init) => {
    requests++;
    if (requests > mostRequests) throw new Error("The program sends requests without end.");
    return mock.fetch(input, init);
  };
  const handle = { unref() {}, ref() {} };
  const globals: ConsumerGlobals = {
    Date: class extends Date {
      constructor(...given: [] | [string | number]) {
        super(given.length === 0 ? now : given[0]);
      }
      static override now() {
        return now;
      }
    },
    setTimeout(work, milliseconds = 0) {
      void pass(milliseconds).then(work);
      return handle;
    },
    setInterval(work, interval) {
      intervals.push({ work, interval });
      return handle;
    },
  };
  Object.assign(globalThis, { [consumerGlobals]: globals });
  http.createServer = ((listener: http.RequestListener) => {
    const server = real.createServer(listener);
    servers.push(server);
    return server;
  }) as typeof http.createServer;
  syncBuiltinESMExports();
  process.stdout.write = print as typeof process.stdout.write;
  process.stderr.write = print as typeof process.stderr.write;
  console.log = (...words) => void print(`${words.join(" ")}\n`);
  console.error = (...words) => {
    // What a program logs as an error is one, whether it goes on or not.
    const error = words.find((word) => word instanceof Error && !isLostConnection(word));
    if (error instanceof Error) logged ??= `${error.name}: ${error.message}`;
    print(`${words.join(" ")}\n`);
  };
  return {
    stage: {
      now: () => new Date(now),
      pass,
      async tick(interval: number) {
        for (const one of intervals) if (one.interval === interval) await one.work();
      },
      takeOutput() {
        const taken = output;
        output = "";
        return taken;
      },
    },
    printed: () => all,
    tearDown() {
      globalThis.fetch = real.fetch;
      http.createServer = real.createServer;
      syncBuiltinESMExports();
      Object.assign(process.stdout, { write: real.write });
      Object.assign(process.stderr, { write: real.writeError });
      Object.assign(console, { log: real.log, error: real.error });
      for (const server of servers) {
        server.closeAllConnections();
        server.close();
      }
      return logged;
    },
  };
}
