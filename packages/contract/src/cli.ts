/// <reference types="node" />
import { type Command, Command as Program } from "commander";
import { checkCommand } from "./cli/check-command.ts";
import { coverageCommand } from "./cli/coverage-command.ts";
import { diffCommand } from "./cli/diff-command.ts";
import { explainCommand } from "./cli/explain-command.ts";
import { usageCommand } from "./cli/usage-command.ts";
import { verifyCommand } from "./cli/verify-command.ts";
import { InputError } from "./node/input-error.ts";

/** What other commands that judge share with these. */
export { type ReportTarget, renderReport, writeReportFile, writeReports } from "./cli/output.ts";
export { failOnOption, reportOption, reportOptions, writeBaseline } from "./cli/run-options.ts";
export { usageIn } from "./cli/usage-command.ts";
export { InputError } from "./node/input-error.ts";
export { readOwnDocument } from "./node/own-document.ts";

/**
 * The contract program as a command, to stand alone or below another. It exits with 0 when all is well, with 1 when
 * the contract is violated or nothing was there to judge, and with 2 for input that cannot be read.
 */
export function contractCommand(name = "contract"): Command {
  const program = new Program(name)
    .description("judge requests and answers, recorded or live, against the Kombo Unified API's document")
    .showSuggestionAfterError();
  const commands = [
    ...[checkCommand(), coverageCommand(), explainCommand()],
    ...[diffCommand(), usageCommand(), verifyCommand()],
  ];
  for (const command of commands) program.addCommand(command);
  for (const command of [program, ...program.commands, ...program.commands.flatMap((one) => one.commands)]) {
    // What the command line does not understand is input, too.
    command.exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2));
  }
  return program;
}

/** Runs the program by itself: `kombo-contract check …`. */
export async function main(argv: readonly string[]): Promise<void> {
  await runContract(() => contractCommand("kombo-contract").parseAsync(argv));
}

/** Runs what may find its input unreadable: then the reason is told and the exit code is 2. */
export async function runContract(run: () => Promise<unknown>): Promise<void> {
  try {
    await run();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    process.stderr.write(`error: ${error.message}\n`);
    process.exitCode = 2;
  }
}
