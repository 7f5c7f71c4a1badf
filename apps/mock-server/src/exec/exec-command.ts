import { constants } from "node:os";
import {
  failOnOption,
  InputError,
  type ReportTarget,
  reportOption,
  reportOptions,
  writeBaseline,
  writeReports,
} from "@kombo-mock/contract/cli";
import { type FailOn, plural } from "@kombo-mock/contract/report";
import { KomboError } from "@kombo-mock/msw/core";
import { Command, Option } from "commander";
import { addMockFlags, type MockFlags, mockOptionsOf, toldFlags } from "../mock-flags.ts";
import { option } from "../option.ts";
import { OptionError } from "../option-values.ts";
import { Additions, type AskedFor } from "./additions.ts";
import { Artifacts, writeFiles } from "./artifacts.ts";
import { type ExecSettings, type RunEnded, type RunHow, runTests } from "./exec.ts";
import { hostileVerdict, huntWith, runUnchanged } from "./hostile/exec-hostile.ts";
import { addHostileFlags, type HostileFlags, hostileSettings } from "./hostile/hostile-flags.ts";
import { Recording } from "./recording.ts";
import { StartError } from "./run-command.ts";
import { Stopped } from "./stopping.ts";
import { addUsageFlags } from "./usage-flags.ts";
import { type OwnVariable, ownVariables } from "./variables.ts";
import { execView, type HostileVerdict, verdictOf } from "./verdict.ts";

interface ExecFlags extends MockFlags, HostileFlags, AskedFor {
  readonly failOn: FailOn;
  readonly report?: readonly ReportTarget[];
  readonly artifacts?: string;
  readonly waivers?: string;
  readonly baseline?: "write";
  readonly allowEmpty?: true;
  readonly intercept?: true;
  readonly env?: readonly OwnVariable[];
}

/** `kombo-mock exec`: runs tests against a mock of their own, and reports on the contract. */
export function execCommand(): Command {
  const command = new Command("exec")
    .description("run your tests against the mock, and report on the contract")
    .usage("[options] -- <command>")
    .argument("<command...>", "what runs your tests, such as npm test")
    .passThroughOptions()
    .showSuggestionAfterError()
    .addOption(failOnOption())
    .addOption(reportOption())
    .addOption(option("--artifacts <folder>", "write journal and reports there while the tests run"))
    .addOption(option("--waivers <file>", "what is let pass; kombo-contract.json where there is one"))
    .addOption(
      new Option(
        "--baseline <what>",
        "write: note what is violated today in the file of waivers, so that only what is new fails",
      ).choices(["write"]),
    )
    .addOption(option("--allow-empty", "pass also when no request arrived"))
    .addOption(option("--intercept", "lead what Node programs send to the vendor's hosts to the mock"))
    .addOption(
      new Option(
        "--env <name=text>",
        "a further variable, with {baseUrl}, {url}, {apiKey}, {integrationId} or {webhookSecret} in it; may be repeated",
      ).argParser(ownVariables),
    );
  addUsageFlags(command);
  addHostileFlags(command);
  addMockFlags(command, { world: "small" });
  // 1 is what a violation of the contract ends with.
  command.exitOverride(({ exitCode }) => process.exit(exitCode === 1 ? 2 : exitCode));
  return command.action((words: readonly string[], flags: ExecFlags) => exec(words, flags, command));
}

async function exec(words: readonly string[], flags: ExecFlags, command: Command): Promise<void> {
  try {
    process.exitCode = await run(words, flags, command);
  } catch (error) {
    if (error instanceof OptionError || error instanceof InputError)
      command.error(`error: ${error.message}`, { exitCode: 2 });
    // As a shell has both.
    if (error instanceof Stopped)
      command.error(`error: ${error.message}`, { exitCode: 128 + constants.signals[error.signal] });
    if (error instanceof StartError) command.error(`error: ${error.message}`, { exitCode: 127 });
    if (error instanceof KomboError && typeof flags.world === "object")
      command.error(`error: ${flags.world.path}: ${error.message}`, { exitCode: 2 });
    throw error;
  }
}

async function run(words: readonly string[], flags: ExecFlags, command: Command): Promise<number> {
  const settings: ExecSettings = {
    command: words,
    mock: mockOptionsOf(toldFlags(flags, command)),
    variables: flags.env ?? [],
    intercept: flags.intercept === true,
  };
  const judged = { failOn: flags.failOn, ...(flags.waivers === undefined ? {} : { config: flags.waivers }) };
  const options = reportOptions("exec", judged, flags.allowEmpty === true);
  const artifacts = flags.artifacts === undefined ? undefined : new Artifacts(flags.artifacts);
  const recording = new Recording(options, artifacts?.journal);
  const additions = new Additions(flags, recording);
  const write = (state: "running" | "ended", ended?: RunEnded, shown?: HostileVerdict) => {
    const isComplete = ended?.status === 0;
    const added = additions.data(isComplete);
    const more = { ...(shown ? { hostile: shown.data } : {}), ...added };
    const report = { ...recording.report(), ...more };
    const unmet = ended?.unmet ?? [];
    const verdict = verdictOf(ended ?? interrupted, report, unmet, shown, added.usage);
    const view = additions.show(execView(report, verdict, unmet, shown), added, isComplete);
    const tests = ended ? { status: ended.status, signal: ended.signal } : null;
    const { cause, exitCode, line } = verdict;
    const told = {
      version: 1,
      state,
      command: words,
      tests,
      cause,
      exitCode,
      summary: line,
      seen: report.seen,
      ...more,
    };
    artifacts?.write(told, view, report);
    writeFiles(flags.report ?? [], view, report);
    return { report, verdict, view };
  };
  // Whoever reads only what is printed at the end needs nothing made before.
  const isKept = artifacts !== undefined || flags.report?.some(({ file }) => file !== undefined);
  if (isKept) write("running");
  let written = 0;
  const how: RunHow = {
    recording,
    ...(artifacts ? { inProcess: artifacts.inProcess } : {}),
    meanwhile() {
      if (!isKept || recording.exchanges === written) return;
      written = recording.exchanges;
      write("running");
    },
  };
  const hostile = hostileSettings(flags);
  const start = performance.now();
  const unchanged = hostile ? await runUnchanged(settings, how) : undefined;
  const ended = unchanged?.ended ?? (await runTests(settings, how));
  const took = performance.now() - start;
  if (ended.status === 0) {
    await additions.infer({ settings, options, budget: flags.budget, took });
    additions.write();
  }
  if (flags.baseline === "write") return tellBaseline(flags.waivers, recording, ended);
  const outcome = hostile && unchanged && (await huntWith(hostile, unchanged, { settings, options }));
  const { report, verdict, view } = write(
    "ended",
    ended,
    outcome && hostileVerdict(outcome, flags.hostileFailOn),
  );
  writeReports(
    (flags.report ?? []).filter(({ file }) => file === undefined),
    view,
    report,
  );
  return verdict.exitCode;
}

/** What a run is called before it has ended: whoever finds it so knows that it was killed. */
const interrupted = { status: 1, signal: null, timedOut: false, output: "" };

function tellBaseline(waivers: string | undefined, recording: Recording, { status }: RunEnded): number {
  const { file, count } = writeBaseline(waivers, recording.report());
  process.stdout.write(
    `baseline: ${plural(count, "violation")} noted in ${file}; from now on only new ones fail · exit ${status}\n`,
  );
  return status;
}
