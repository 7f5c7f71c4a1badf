import { Command, InvalidArgumentError, Option } from "commander";
import { readyText } from "./ready-text.ts";
import { requestLog } from "./request-log.ts";
import { ListenError, type MockServer, type ServerOptions, startServer } from "./server.ts";

interface ServeFlags {
  readonly port: number;
  readonly host: string;
  readonly seed: number;
  readonly world: string;
  readonly date?: string;
  readonly clock: "real" | "frozen";
  readonly apiKey?: readonly string[];
  readonly shared?: true;
  readonly maxEnvironments: number;
  readonly allowProdKeys?: true;
  readonly allowHost?: readonly string[];
  readonly publicUrl?: string;
  readonly cors?: readonly string[];
  readonly checkAnswers?: true;
  readonly rejectUnknown?: true;
  readonly quiet?: true;
  readonly verbose?: true;
  readonly json?: true;
}

/** Options that are planned; each is refused with a sentence, since ignoring it would mislead. */
const laterOptions = [
  "--live",
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
      option("--world <name>", "what the environments begin with").default("small").argParser(worldName),
    )
    .addOption(option("--date <day>", "the world's date, yyyy-MM-dd, or today").argParser(day))
    .addOption(option("--clock <kind>", "how time runs").default("real").choices(["real", "frozen"]))
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
        commaList,
      ),
    )
    .addOption(option("--check-answers", "judge each answer of the mock against the document"))
    .addOption(option("--reject-unknown", "answer 400 to parameters and keys that the API does not declare"))
    .addOption(option("--quiet", "print no request lines").conflicts("verbose"))
    .addOption(option("--verbose", "also print what breaks the contract"))
    .addOption(option("--json", "print one JSON line when ready, and no text"));
  for (const flags of laterOptions) {
    command.addOption(option(flags, "").hideHelp().argParser(later).preset(""));
  }
  return command.action((flags: ServeFlags) => serve(flags, command));
}

function option(flags: string, description: string): Option {
  const name = /--([\w-]+)/.exec(flags)?.[1] ?? "";
  return new Option(flags, description).env(`KOMBO_MOCK_${name.replaceAll("-", "_").toUpperCase()}`);
}

async function serve(flags: ServeFlags, command: Command): Promise<void> {
  const log = requestLog(process.stderr, { verbose: flags.verbose === true });
  try {
    const server = await startServer({
      ...(await serverOptions(flags)),
      ...(flags.quiet ? {} : { onRequest: log }),
    });
    const ready = { event: "ready", url: server.url, baseUrl: server.baseUrl };
    if (flags.json) process.stdout.write(`${JSON.stringify(ready)}\n`);
    else process.stdout.write(await readyText(server, flags));
    endOnSignal(server);
  } catch (error) {
    if (error instanceof ListenError) command.error(`error: ${error.message}`);
    throw error;
  }
}

async function serverOptions(flags: ServeFlags): Promise<ServerOptions> {
  const { port, host, seed, date, clock, apiKey, maxEnvironments, allowHost, publicUrl, cors } = flags;
  return {
    ...{ port, host, seed, clock, maxEnvironments },
    ...(date === undefined ? {} : { date }),
    ...(apiKey === undefined ? {} : { apiKeys: apiKey }),
    ...(allowHost === undefined ? {} : { allowedHosts: allowHost }),
    ...(publicUrl === undefined ? {} : { publicUrl }),
    ...(cors === undefined ? {} : { corsOrigins: cors }),
    isolation: flags.shared ? "shared" : "key",
    allowProductionKeys: flags.allowProdKeys === true,
    rejectUnknown: flags.rejectUnknown === true,
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
      void server.close().then(() => process.exit(0));
    });
  }
}

function wholeNumber(min: number, max: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (/^\d+$/.test(text) && value >= min && value <= max) return value;
    throw new InvalidArgumentError(`It must be a whole number from ${min} to ${max}.`);
  };
}

function worldName(name: string): string {
  if (name === "small") return name;
  throw new InvalidArgumentError('There is one world so far, "small"; others come with a later version.');
}

function day(text: string): string {
  if (text === "today") return new Date().toISOString().slice(0, 10);
  if (/^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text))) return text;
  throw new InvalidArgumentError("It must be a day such as 2026-01-31, or today.");
}

function absoluteUrl(text: string): string {
  if (URL.canParse(text) && /^https?:/.test(text)) return text;
  throw new InvalidArgumentError("It must be an absolute URL such as https://mock.example.com.");
}

function commaList(text: string): string[] {
  const list = text
    .split(",")
    .map((one) => one.trim())
    .filter(Boolean);
  if (list.length > 0) return list;
  throw new InvalidArgumentError("It must name at least one.");
}

function later(): never {
  throw new InvalidArgumentError("This option comes with a later version.");
}
