#!/usr/bin/env node
import { parseArgs } from "node:util";
import { Kombo } from "@kombo-api/sdk";
import { explainFailure } from "./failure-text.ts";
import { readIntegrationHealth } from "./read-integration-health.ts";
import { reportText } from "./report-text.ts";

const usage = `Usage: integration-health <integration id> [--fields] [--json]

Tells what works in an integration and what stands in the way.

  --fields  lists every field instead of counting them
  --json    prints the report as JSON

KOMBO_API_KEY   the API key
KOMBO_BASE_URL  the API's address with its /v1, when it is not https://api.kombo.dev/v1

Exits with 0 when everything is available, 1 when something stands in the way, 2 when it could not be read.
`;

interface Outcome {
  readonly exitCode: 0 | 1 | 2;
  readonly stdout?: string;
  readonly stderr?: string;
}

async function run(args: string[], environment: NodeJS.ProcessEnv): Promise<Outcome> {
  const given = parse(args);
  if (typeof given === "string") return { exitCode: 2, stderr: `${given}\n\n${usage}` };
  if (given.help) return { exitCode: 0, stdout: usage };
  const apiKey = environment["KOMBO_API_KEY"] ?? "";
  const baseUrl = environment["KOMBO_BASE_URL"] || undefined;
  // A header cannot carry such a key, and the failure would print it.
  if (!/^[!-~]*$/.test(apiKey)) {
    return { exitCode: 2, stderr: "KOMBO_API_KEY holds a character that no key has; set it anew.\n" };
  }
  if (baseUrl !== undefined && !URL.canParse(baseUrl)) {
    return { exitCode: 2, stderr: `KOMBO_BASE_URL is "${baseUrl}", which is no URL; set it to one.\n` };
  }
  const kombo = new Kombo({ api_key: apiKey, server_url: baseUrl, timeout_ms: 30_000 });
  try {
    const report = await readIntegrationHealth(kombo, given.integrationId, new Date());
    const stdout = given.json ? `${JSON.stringify(report, null, 2)}\n` : reportText(report, given);
    return { exitCode: report.healthy ? 0 : 1, stdout };
  } catch (error) {
    return { exitCode: 2, stderr: `${explainFailure(error, given.integrationId)}\n` };
  }
}

/** What the command line asks for, or what is wrong with it. */
function parse(args: string[]) {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        fields: { type: "boolean", default: false },
        json: { type: "boolean", default: false },
        help: { type: "boolean", short: "h", default: false },
      },
    });
    const [integrationId = "", ...others] = positionals;
    if (values.help) return { ...values, integrationId };
    if (integrationId === "") return "Which integration? Its id is missing.";
    if (others.length > 0) return `One integration at a time, please: "${others.join(" ")}" is too much.`;
    return { ...values, integrationId };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

const { exitCode, stdout = "", stderr = "" } = await run(process.argv.slice(2), process.env);
process.stdout.write(stdout);
process.stderr.write(stderr);
// Not process.exit(), which would cut off output that is still being written.
process.exitCode = exitCode;
