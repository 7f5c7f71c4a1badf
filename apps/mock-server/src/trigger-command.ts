import { connectMock } from "@kombo-mock/msw/connect";
import type { DeliveryReport, TriggerReport, WebhookType } from "@kombo-mock/msw/core";
import { Argument, Command, InvalidArgumentError, Option } from "commander";
import { option } from "./option.ts";
import { absoluteUrl, eventName } from "./option-values.ts";

interface TriggerFlags {
  readonly integration?: string;
  readonly set: Readonly<Record<string, unknown>>;
  readonly url: string;
  readonly apiKey?: string;
}

/** `kombo-mock trigger`: sends one signed webhook through a running server. */
export function triggerCommand(): Command {
  const command = new Command("trigger")
    .description("send one signed webhook through a running server")
    .showSuggestionAfterError()
    .addArgument(new Argument("<event>", "data-changed, integration-created, …").argParser(eventName))
    .addOption(new Option("--integration <id>", "the integration that it is about"))
    .addOption(
      new Option("--set <path=value>", "a value of the event's data, such as state=INVALID; may be repeated")
        .default({}, "")
        .argParser(collectValue),
    )
    .addOption(
      option("--url <url>", "where the server is").default("http://127.0.0.1:4747").argParser(absoluteUrl),
    )
    .addOption(option("--api-key <key>", "the key whose environment is meant"));
  return command.action((event: WebhookType, flags: TriggerFlags) => trigger(event, flags, command));
}

async function trigger(event: WebhookType, flags: TriggerFlags, command: Command): Promise<void> {
  const { integration, set, url, apiKey } = flags;
  const mock = connectMock({ url, ...(apiKey === undefined ? {} : { apiKey }) });
  try {
    const report = await mock.webhooks.trigger(event, {
      set,
      ...(integration === undefined ? {} : { integration_id: integration }),
    });
    process.stdout.write(told(report));
    const { deliveries } = report;
    if (deliveries.length === 0 || deliveries.some(({ state }) => state !== "delivered"))
      process.exitCode = 1;
  } catch (error) {
    const isNobody = error instanceof TypeError && error.message === "fetch failed";
    const message = error instanceof Error ? error.message : String(error);
    command.error(
      isNobody
        ? `error: Nothing answers at ${url}. Start a server with kombo-mock serve, or say where it is with --url.`
        : `error: ${message}`,
    );
  }
}

/** What was sent, and what came of it at each endpoint. */
function told({ id, type, data, deliveries }: TriggerReport): string {
  const sent = `${type} ${id}\n${JSON.stringify(data)}\n`;
  if (deliveries.length > 0) return sent + deliveries.map(toldOf).join("");
  return `${sent}No endpoint is told of "${type}". Add one with serve --webhook-url, or POST /_mock/webhooks/endpoints.\n`;
}

function toldOf({ url, state, cause, attempts }: DeliveryReport): string {
  const body = attempts.at(-1)?.answer?.body ?? "";
  const shown = body === "" ? "" : `  ${body.length > 500 ? `${body.slice(0, 500)}…` : body}\n`;
  return `→ ${url ?? "a function of the server's process"} ${state}: ${cause}\n${shown}`;
}

/** `end_user.origin_id=customer-7`: JSON where it is some, or else text. */
function collectValue(text: string, before: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const cut = text.indexOf("=");
  if (cut < 1) throw new InvalidArgumentError("It must be path=value, such as state=INVALID.");
  return { ...before, [text.slice(0, cut)]: jsonOrText(text.slice(cut + 1)) };
}

function jsonOrText(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
