import { mkdtempSync, rmSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { vendorHosts } from "@kombo-mock/contract/recorded";
import { mainIntegrations } from "../main-integrations.ts";
import { type MockServer, type ServerOptions, startServer } from "../server.ts";
import type { Recording } from "./recording.ts";
import { type Ended, runCommand } from "./run-command.ts";
import { type OwnVariable, type Told, variablesOf, withHosts } from "./variables.ts";
import type { Unmet } from "./verdict.ts";

/** What stays the same for every run of the tests. */
export interface ExecSettings {
  readonly command: readonly string[];
  /** The mock's options. */
  readonly mock: ServerOptions;
  readonly variables: readonly OwnVariable[];
  /** Leads what Node programs send to the vendor's hosts to the mock. */
  readonly intercept: boolean;
}

/** What is different from run to run. */
export interface RunHow {
  readonly recording: Recording;
  /** Where mocks inside the tests write; a folder of its own otherwise. */
  readonly inProcess?: string;
  /** Keeps what the command prints, in place of letting it print. */
  readonly captured?: boolean;
  /** Prints what is kept too. */
  readonly echo?: boolean;
  /** In milliseconds. */
  readonly timeout?: number;
  /** Called about every two seconds, after all that came was taken over. */
  readonly meanwhile?: () => void;
}

/** How the tests ended, and what they meant and did not do. */
export interface RunEnded extends Ended {
  readonly unmet: readonly Unmet[];
}

/** The key of a run: a made-up one, so that a real one in the environment never leaves. */
const execKey = "ks_dev_exec";

/** A key a test, and more tests than any suite has. */
const mostEnvironments = 100_000;

/** Runs the tests once, against a server of their own on a free port. */
export async function runTests(settings: ExecSettings, how: RunHow): Promise<RunEnded> {
  const { recording } = how;
  const folder = how.inProcess ?? mkdtempSync(join(tmpdir(), "kombo-mock-"));
  await mkdir(folder, { recursive: true });
  const server = await startServer({
    ...settings.mock,
    ...{ port: 0, maxEnvironments: mostEnvironments },
    apiKeys: [execKey],
    onlyKey: execKey,
    onExchange: (exchange) => recording.add(exchange),
  });
  const collect = () => {
    recording.collect(folder);
    how.meanwhile?.();
  };
  const timer = setInterval(collect, 2_000).unref();
  try {
    const env = await environmentFor(server, folder, settings);
    const { captured, echo, timeout } = how;
    const ended = await runCommand(settings.command, {
      env,
      ...(captured === undefined ? {} : { captured }),
      ...(echo === undefined ? {} : { echo }),
      ...(timeout === undefined ? {} : { timeout }),
    });
    return { ...ended, unmet: unmetOf(server) };
  } finally {
    clearInterval(timer);
    await server.close();
    collect();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function environmentFor(
  { url, baseUrl, mock }: MockServer,
  journal: string,
  { mock: { seed = 1 }, variables, intercept }: ExecSettings,
): Promise<NodeJS.ProcessEnv> {
  const told: Told = {
    ...{ url, baseUrl, apiKey: execKey, webhookSecret: mock.webhooks.secret },
    integrations: await mainIntegrations(mock, seed),
  };
  const direct = ["127.0.0.1", "localhost", "::1", ...(intercept ? vendorHosts : [])];
  const { env } = process;
  const noProxy = withHosts(env["NO_PROXY"] ?? env["no_proxy"], direct);
  return {
    ...env,
    ...variablesOf(told, variables),
    KOMBO_MOCK_JOURNAL: journal,
    // The hosts that are led to the mock; none, whatever stood there, where that was not asked for.
    KOMBO_MOCK_INTERCEPT: intercept ? vendorHosts.join(",") : "",
    NODE_OPTIONS: `${env["NODE_OPTIONS"] ?? ""} --require=${JSON.stringify(preload)}`.trim(),
    ...{ NO_PROXY: noProxy, no_proxy: noProxy },
  };
}

const isSource = import.meta.url.endsWith(".ts");
const preload = fileURLToPath(new URL(`preload.${isSource ? "cts" : "cjs"}`, import.meta.url));

/** What tests have meant through the control calls, and never did. */
function unmetOf({ mock }: MockServer): Unmet[] {
  return mock.listEnvironments().flatMap(({ expectations }) => expectations.filter(({ met }) => !met));
}
