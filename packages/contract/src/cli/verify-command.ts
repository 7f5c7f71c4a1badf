import { createInterface } from "node:readline/promises";
import { Command } from "commander";
import { InputError } from "../node/input-error.ts";
import { verify } from "../node/verify.ts";
import { viewOf } from "../report/item.ts";
import type { FailOn } from "../report/report.ts";
import { type ReportTarget, writeReports } from "./output.ts";
import { collect, failOnOption, reportOption, reportOptions } from "./run-options.ts";

interface VerifyFlags {
  readonly baseUrl: string;
  readonly integrationId?: readonly string[];
  readonly yes?: true;
  readonly failOn: FailOn;
  readonly report?: readonly ReportTarget[];
  readonly config?: string;
}

/** `contract verify`: asks a real environment and tells where it departs from the document. */
export function verifyCommand(): Command {
  return new Command("verify")
    .description("ask operations that only read, and tell where the answers depart from the document")
    .requiredOption("--base-url <url>", "the API's address with /v1")
    .option("--integration-id <id>", "an integration to read from, also given more than once", collect)
    .option("--yes", "do not ask before requests leave this machine")
    .addOption(failOnOption())
    .addOption(reportOption())
    .option("--config <file>", "waivers; kombo-contract.json where there is one")
    .action(async (flags: VerifyFlags) => {
      const url = URL.parse(flags.baseUrl);
      if (!url || !/^https?:$/.test(url.protocol)) {
        throw new InputError(
          `"${flags.baseUrl}" is no address; it has to be one such as https://api.kombo.dev/v1.`,
        );
      }
      const key = process.env["KOMBO_VERIFY_KEY"];
      if (!key)
        throw new InputError("KOMBO_VERIFY_KEY is not set. The API key is read from there and nowhere else.");
      const tell = (line: string) => process.stderr.write(`${line}\n`);
      tell(`Requests that only read go to ${url.host}, with the key from KOMBO_VERIFY_KEY.`);
      if (!isLoopback(url.hostname) && !flags.yes) await confirm(url.host);
      const target = { baseUrl: flags.baseUrl, key, integrationIds: flags.integrationId ?? [], tell };
      const report = await verify(target, reportOptions("verify", flags, false));
      writeReports(flags.report ?? [], viewOf(report), report);
      process.exitCode = report.cause === null ? 0 : 1;
    });
}

function isLoopback(host: string): boolean {
  return /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(host);
}

async function confirm(host: string): Promise<void> {
  const refusal = `Nothing was sent. Say --yes to let requests go to ${host}.`;
  if (!process.stdin.isTTY) throw new InputError(refusal);
  const prompt = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await prompt.question(`Send them to ${host}? [y/N] `);
  prompt.close();
  if (!/^y(?:es)?$/i.test(answer.trim())) throw new InputError(refusal);
}
