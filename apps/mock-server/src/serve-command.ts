import { KomboError } from "@kombo-mock/msw/core";
import { Command } from "commander";
import { ListenError } from "./listen.ts";
import { addMockFlags, type MockFlags, mockOptionsOf, type Told, toldFlags } from "./mock-flags.ts";
import { option } from "./option.ts";
import { absoluteUrl, commaList, OptionError, origins, wholeNumber } from "./option-values.ts";
import { readyText } from "./ready-text.ts";
import { requestLog } from "./request-log.ts";
import { type MockServer, type ServerOptions, startServer } from "./server.ts";

interface ServeFlags extends MockFlags {
  readonly port: number;
  readonly host: string;
  readonly live?: true;
  readonly apiKey?: readonly string[];
  readonly shared?: true;
  readonly maxEnvironments: number;
  readonly allowProdKeys?: true;
  readonly allowHost?: readonly string[];
  readonly publicUrl?: string;
  readonly cors?: readonly string[];
  readonly checkAnswers?: true;
  readonly quiet?: true;
  readonly verbose?: true;
  readonly json?: true;
}

/** `kombo-mock serve`. Every option is also an environment variable: `--api-key` is `KOMBO_MOCK_API_KEY`. */
export function serveCommand(): Command {
  const command = new Command("serve")
    .description("serve the mock over HTTP")
    .showSuggestionAfterError()
    .addOption(
      option("--port <number>", "port to listen on; 0 takes a free one")
        .default(4747)
        .argParser(wholeNumber(0, 65_535)),
    )
    .addOption(option("--host <address>", "address to listen on").default("127.0.0.1"));
  addMockFlags(command, { world: "demo" })
    .addOption(option("--live", "run syncs and other scheduled work on time, not only when asked something"))
    .addOption(
      option("--api-key <keys>", "keys that share one environment, comma-separated").argParser(commaList),
    )
    .addOption(option("--shared", "let all keys share one environment"))
    .addOption(
      option("--max-environments <number>", "how many keys may have changed something")
        .default(1_000)
        .argParser(wholeNumber(1, 1_000_000)),
    )
    .addOption(option("--allow-prod-keys", "accept keys that begin with ks_prod_"))
    .addOption(
      option("--allow-host <names>", "further names of this server, comma-separated").argParser(commaList),
    )
    .addOption(
      option("--public-url <url>", "where clients reach the server; links begin with it").argParser(
        absoluteUrl,
      ),
    )
    .addOption(
      option("--cors <origins>", "origins of pages that may call the API, comma-separated").argParser(
        origins,
      ),
    )
    .addOption(option("--check-answers", "judge each answer of the mock against the document"))
    .addOption(option("--quiet", "print no request lines").conflicts("verbose"))
    .addOption(option("--verbose", "also print what breaks the contract"))
    .addOption(option("--json", "print one JSON line when ready, and no text"));
  return command.action((flags: ServeFlags) => serve(flags, command));
}

async function serve(flags: ServeFlags, command: Command): Promise<void> {
  // Whoever reads the output may stop to, as `head -1` does after the ready line.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
  const told = toldFlags(flags, command);
  const log = requestLog(process.stderr, { verbose: flags.verbose === true });
  try {
    const server = await startServer({
      ...(await serverOptions(told)),
      ...(flags.quiet ? {} : { onRequest: log }),
    });
    endOnSignal(server);
    const ready = { event: "ready", url: server.url, baseUrl: server.baseUrl };
    process.stdout.write(
      flags.json ? `${JSON.stringify(ready)}\n` : await readyText(server, shownFlags(told)),
    );
  } catch (error) {
    if (error instanceof ListenError || error instanceof OptionError)
      command.error(`error: ${error.message}`);
    if (error instanceof KomboError && typeof flags.world === "object") {
      command.error(`error: ${flags.world.path}: ${error.message}`);
    }
    throw error;
  }
}

function shownFlags({ world, seed, clock, ...rest }: Told<ServeFlags>): Parameters<typeof readyText>[1] {
  const file = typeof world === "string" ? undefined : world.file;
  return {
    ...rest,
    world: typeof world === "string" ? world : world.path,
    seed: seed ?? file?.seed ?? 1,
    clock: clock ?? file?.clock?.mode ?? "real",
  };
}

async function serverOptions(flags: Told<ServeFlags>): Promise<ServerOptions> {
  const { port, host, apiKey, maxEnvironments, allowHost, publicUrl, cors } = flags;
  return {
    ...mockOptionsOf(flags),
    ...{ port, host, maxEnvironments, live: flags.live === true },
    ...(apiKey === undefined ? {} : { apiKeys: apiKey }),
    ...(allowHost === undefined ? {} : { allowedHosts: allowHost }),
    ...(publicUrl === undefined ? {} : { publicUrl }),
    ...(cors === undefined ? {} : { corsOrigins: cors }),
    isolation: flags.shared ? "shared" : "key",
    allowProductionKeys: flags.allowProdKeys === true,
    // The answers' validators are loaded only where they are used.
    ...(flags.checkAnswers ? { checkAnswer: (await import("@kombo-mock/contract")).checkAnswer } : {}),
    onEnvironmentOpened: (key, count) => {
      if (!flags.quiet) process.stderr.write(`new environment for key ${key} (${count} open)\n`);
    },
  };
}

/** The first signal waits for what is under way, the second does not. */
function endOnSignal(server: MockServer): void {
  let ending = false;
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.on(signal, () => {
      if (ending) process.exit(0);
      ending = true;
      // The last request lines are written at the end of the turn.
      void server.close().then(() => setImmediate(() => process.exit(0)));
    });
  }
}
