import { readFileSync } from "node:fs";
import { Command } from "commander";
import { serveCommand } from "./serve-command.ts";
import { readingSettings } from "./settings/apply-settings.ts";
import { execReading } from "./settings/exec-reading.ts";
import { triggerCommand } from "./trigger-command.ts";

/** Runs the command line. */
export async function main(argv: readonly string[]): Promise<void> {
  const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as {
    version: string;
  };
  const program = new Command("kombo-mock")
    .description("A local stand-in for the Kombo Unified API. Unofficial; nothing reaches the real one.")
    .version(version)
    .showSuggestionAfterError()
    .showHelpAfterError("(kombo-mock --help lists what there is)")
    .addCommand(readingSettings(serveCommand()))
    .addCommand(triggerCommand());
  // What stands after `exec` is another program's, with options of its own.
  program.enablePositionalOptions();
  const named = argv.slice(2).find((word) => word !== "help") ?? "";
  const heavy = Object.hasOwn(heavyCommands, named) ? heavyCommands[named] : undefined;
  for (const [name, { description }] of Object.entries(heavyCommands))
    if (name !== named) program.command(name).description(description);
  await (heavy ? heavy.run(program, argv) : program.parseAsync(argv));
}

interface HeavyCommand {
  readonly description: string;
  readonly run: (program: Command, argv: readonly string[]) => Promise<unknown>;
}

/** The judge's validators are large, and no other command needs them. */
const heavyCommands: Readonly<Record<string, HeavyCommand>> = {
  exec: {
    description: "run your tests against the mock, and report on the contract",
    async run(program, argv) {
      const { execCommand } = await import("./exec/exec-command.ts");
      program.addCommand(readingSettings(execCommand(), execReading));
      await program.parseAsync(argv);
    },
  },
  contract: {
    description: "judge requests and answers against the API's document",
    async run(program, argv) {
      const { contractCommand, runContract } = await import("@kombo-mock/contract/cli");
      program.addCommand(contractCommand());
      await runContract(() => program.parseAsync(argv));
    },
  },
};
