import { faultOfUrl, type WebhookType, type WorldName } from "@kombo-mock/msw/core";
import type { Command } from "commander";
import { option } from "./option.ts";
import {
  absoluteUrl,
  commaList,
  day,
  eventNames,
  type GivenFile,
  OptionError,
  wholeNumber,
  world,
} from "./option-values.ts";
import type { ServerOptions } from "./server.ts";

/** What every command that runs a mock can be told of it. */
export interface MockFlags {
  readonly seed: number;
  readonly world: WorldName | GivenFile;
  readonly date?: string;
  readonly clock: "real" | "frozen";
  readonly firstSync?: "manual" | "timed" | "instant";
  readonly syncHours: number;
  readonly remoteChanges?: "scripted" | "none";
  readonly webhookUrl?: string;
  readonly webhookSecret?: string;
  readonly webhookEvents?: readonly WebhookType[];
  readonly allowWebhookHost?: readonly string[];
  readonly rejectUnknown?: true;
  readonly enforceLimits?: true;
}

/** Adds the options of the mock itself. */
export function addMockFlags(command: Command, defaults: { readonly world: WorldName }): Command {
  return command
    .addOption(
      option("--seed <number>", "the random world; the same seed gives the same bytes")
        .default(1)
        .argParser(wholeNumber(0, 4_294_967_295)),
    )
    .addOption(
      option("--world <name>", "what the environments begin with, or a file.json")
        .default(defaults.world)
        .argParser(world),
    )
    .addOption(option("--date <day>", "the world's date, yyyy-MM-dd, or today").argParser(day))
    .addOption(option("--clock <kind>", "how time runs").default("real").choices(["real", "frozen"]))
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
      option("--webhook-url <url>", "tell this address of events, in every environment").argParser(
        absoluteUrl,
      ),
    )
    .addOption(
      option("--webhook-secret <secret>", "sign webhooks with this; kombo-mock-webhook-secret otherwise"),
    )
    .addOption(
      option("--webhook-events <names>", "only these events go to --webhook-url, comma-separated").argParser(
        eventNames,
      ),
    )
    .addOption(
      option(
        "--allow-webhook-host <names>",
        "names, beside loopback ones, to which webhooks may go, comma-separated",
      ).argParser(commaList),
    )
    .addOption(option("--reject-unknown", "answer 400 to parameters and keys that the API does not declare"))
    .addOption(option("--enforce-limits", "answer 429 beyond 300 requests a minute and 30 actions at once"));
}

/** Flags without the defaults that would hide what a world file says. */
export type Told<Flags extends MockFlags> = Omit<Flags, "seed" | "clock"> &
  Partial<Pick<Flags, "seed" | "clock">>;

/** Leaves out defaults where a world file may say something else. */
export function toldFlags<Flags extends MockFlags>(flags: Flags, command: Command): Told<Flags> {
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

/** The mock's options that the flags ask for. */
export function mockOptionsOf(flags: Told<MockFlags>): ServerOptions {
  const { seed, world, date, clock, syncHours, firstSync, remoteChanges } = flags;
  const { webhookUrl, webhookSecret, webhookEvents, allowWebhookHost } = flags;
  if (webhookEvents && webhookUrl === undefined)
    throw new OptionError("--webhook-events says which events go to --webhook-url, which is missing.");
  const fault = webhookUrl === undefined ? undefined : faultOfUrl(webhookUrl, allowWebhookHost ?? []);
  if (fault !== undefined) throw new OptionError(`--webhook-url ${fault}`);
  return {
    ...(seed === undefined ? {} : { seed }),
    ...(clock === undefined ? {} : { clock }),
    world: typeof world === "string" ? world : world.file,
    ...(date === undefined ? {} : { date }),
    ...(firstSync === undefined ? {} : { firstSync }),
    ...(remoteChanges === undefined ? {} : { remoteChanges }),
    webhooks: {
      ...(webhookUrl === undefined ? {} : { url: webhookUrl }),
      ...(webhookSecret === undefined ? {} : { secret: webhookSecret }),
      ...(webhookEvents === undefined ? {} : { events: webhookEvents }),
      ...(allowWebhookHost === undefined ? {} : { allowedHosts: allowWebhookHost }),
    },
    syncHours,
    rejectUnknown: flags.rejectUnknown === true,
    enforceLimits: flags.enforceLimits === true,
  };
}
