import { readFileSync } from "node:fs";
import { Command } from "commander";
import { commandsWithSettings } from "./settings/commands.ts";
import { triggerCommand } from "./trigger-command.ts";

/** Commands that are planned; each is refused with a sentence instead of "unknown command". */
const laterCommands = ["exec"];

/** Runs the command line. */
export async function main(argv: readonly string[]): Promise<void> {
  const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as {
    version: string;
  };
  const program = new Command("kombo-mock")
    .description("A local stand-in for the Kombo Unified API. Unofficial; nothing reaches the real one.")
    .version(version)
    .showSuggestionAfterError()
    .showHelpAfterError("(kombo-mock --help lists what there is)");
  for (const command of [...commandsWithSettings(), triggerCommand()]) program.addCommand(command);
  for (const name of laterCommands) {
    program
      .command(name, { hidden: true })
      .allowUnknownOption()
      .allowExcessArguments()
      .action(() => program.error(`error: "kombo-mock ${name}" comes with a later version.`));
  }
  if (argv.includes("contract")) await runContractProgram(program, argv);
  else {
    program.command("contract").description("judge requests and answers against the API's document");
    await program.parseAsync(argv);
  }
}

/** The judge's validators are large, and no other command needs them. */
async function runContractProgram(program: Command, argv: readonly string[]): Promise<void> {
  const { contractCommand, runContract } = await import("@kombo-mock/contract/cli");
  program.addCommand(contractCommand());
  await runContract(() => program.parseAsync(argv));
}
