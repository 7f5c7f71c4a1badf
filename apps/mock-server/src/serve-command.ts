import { KomboError, type WorldName } from "@kombo-mock/msw/core";
import { Command, Option } from "commander";
import { ListenError } from "./listen.ts";
import { absoluteUrl, commaList, day, type GivenFile, origins, wholeNumber, world } from "./option-values.ts";
import { readyText } from "./ready-text.ts";
import { requestLog } from "./request-log.ts";
import { type MockServer, type ServerOptions, startServer } from "./server.ts";

interface ServeFlags {
  readonly port: number;
  readonly host: string;
  readonly seed: number;
  readonly world: WorldName | GivenFile;
  readonly date?: string;
  readonly clock: "real" | "frozen";
  readonly live?: true;
  readonly firstSync?: "manual" | "timed" | "instant";
  readonly syncHours: number;
  readonly remoteChanges?: "scripted" | "none";
  readonly apiKey?: readonly string[];
  readonly shared?: true;
  readonly maxEnvironments: number;
  readonly allowProdKeys?: true;
  readonly allowHost?: readonly string[];
  readonly publicUrl?: string;
  readonly cors?: readonly string[];
  readonly checkAnswers?: true;
  readonly rejectUnknown?: true;
  readonly enforceLimits?: true;
  readonly quiet?: true;
  readonly verbose?: true;
  readonly json?: true;
}

/** Options that are planned; each is refused with a sentence, since ignoring it would mislead. */
const laterOptions = [
  "--webhook-url <url>",
  "--webhook-secret <secret>",
  "--webhook-events <list>",
  "--allow-webhook-host <name>",
];

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
    .addOption(option("--host <address>", "address to listen on").default("127.0.0.1"))
    .addOption(
      option("--seed <number>", "the random world; the same seed gives the same bytes")
        .default(1)
        .argParser(wholeNumber(0, 4_294_967_295)),
    )
    .addOption(
      option("--world <name>", "what the environments begin with, or a file.json")
        .default("demo")
        .argParser(world),
    )
    .addOption(option("--date <day>", "the world's date, yyyy-MM-dd, or today").argParser(day))
    .addOption(option("--clock <kind>", "how time runs").default("real").choices(["real", "frozen"]))
    .addOption(option("--live", "run syncs and other scheduled work on time, not only when asked something"))
    .addOption(
      option("--first-sync <when>", "when a new integration's data can be read").choices([
        "manual",
        "timed",
        "instant",
      ]),
    )
    .addOption(
      option("--sync-hours <number>", "hours between regular syncs; 0 for none")
        .default(3)
        .argParser(wholeNumber(0, 8_760)),
    )
    .addOption(
      option("--remote-changes <kind>", "what syncs bring beside your own changes").choices([
        "scripted",
        "none",
      ]),
    )
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
    .addOption(option("--reject-unknown", "answer 400 to parameters and keys that the API does not declare"))
    .addOption(option("--enforce-limits", "answer 429 beyond 300 requests a minute and 30 actions at once"))
    .addOption(option("--quiet", "print no request lines").conflicts("verbose"))
    .addOption(option("--verbose", "also print what breaks the contract"))
    .addOption(option("--json", "print one JSON line when ready, and no text"));
  for (const flags of laterOptions) {
    const planned = option(flags, "").hideHelp().preset("");
    command.addOption(
      planned.argParser(() =>
        command.error(
          `error: option '${planned.long}' (${planned.envVar}) comes with a later version. Leave it out.`,
        ),
      ),
    );
  }
  return command.action((flags: ServeFlags) => serve(flags, command));
}

function option(flags: string, description: string): Option {
  const made = new Option(flags, description);
  const variable = `KOMBO_MOCK_${made.name().replaceAll("-", "_").toUpperCase()}`;
  // An empty variable, and for a switch one that says no, is as good as none.
  const none = made.isBoolean() ? ["", "0", "false", "no", "off"] : [""];
  return none.includes(process.env[variable]?.toLowerCase() ?? "unset") ? made : made.env(variable);
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
    if (error instanceof ListenError) command.error(`error: ${error.message}`);
    if (error instanceof KomboError && typeof flags.world === "object") {
      command.error(`error: ${flags.world.path}: ${error.message}`);
    }
    throw error;
  }
}

/** The flags without defaults that would hide what a world file says. */
interface ToldFlags extends Omit<ServeFlags, "seed" | "clock"> {
  readonly seed?: number;
  readonly clock?: ServeFlags["clock"];
}

function toldFlags(flags: ServeFlags, command: Command): ToldFlags {
  if (typeof flags.world === "string") return flags;
  const { seed, clock, ...rest } = flags;
  const isTold = (name: string) => command.getOptionValueSource(name) !== "default";
  return {
    ...rest,
    ...(isTold("seed") ? { seed } : {}),
    // The file may say nothing of it.
    ...(isTold("clock") || !flags.world.file?.clock ? { clock } : {}),
  };
}

function shownFlags({ world, seed, clock, ...rest }: ToldFlags): Parameters<typeof readyText>[1] {
  const file = typeof world === "string" ? undefined : world.file;
  return {
    ...rest,
    world: typeof world === "string" ? world : world.path,
    seed: seed ?? file?.seed ?? 1,
    clock: clock ?? file?.clock?.mode ?? "real",
  };
}

async function serverOptions(flags: ToldFlags): Promise<ServerOptions> {
  const { port, host, seed, world, date, clock, apiKey, maxEnvironments, allowHost, publicUrl, cors } = flags;
  return {
    ...{ port, host, maxEnvironments },
    ...(seed === undefined ? {} : { seed }),
    ...(clock === undefined ? {} : { clock }),
    world: typeof world === "string" ? world : world.file,
    ...(date === undefined ? {} : { date }),
    ...(apiKey === undefined ? {} : { apiKeys: apiKey }),
    ...(allowHost === undefined ? {} : { allowedHosts: allowHost }),
    ...(publicUrl === undefined ? {} : { publicUrl }),
    ...(cors === undefined ? {} : { corsOrigins: cors }),
    ...{ live: flags.live === true, syncHours: flags.syncHours },
    ...(flags.firstSync === undefined ? {} : { firstSync: flags.firstSync }),
    ...(flags.remoteChanges === undefined ? {} : { remoteChanges: flags.remoteChanges }),
    isolation: flags.shared ? "shared" : "key",
    allowProductionKeys: flags.allowProdKeys === true,
    rejectUnknown: flags.rejectUnknown === true,
    enforceLimits: flags.enforceLimits === true,
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
