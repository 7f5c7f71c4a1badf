import { Command } from "commander";
import { InputError } from "../node/input-error.ts";
import { readData, shownPath } from "../node/read-files.ts";
import { readUsage } from "../usage/read-usage.ts";
import { mergeUsages, type Usage, writeUsage } from "../usage/usage.ts";

/** `contract usage`: what is done with files that say what a consumer uses. */
export function usageCommand(): Command {
  const merge = new Command("merge")
    .description("join usage files into one, and print it")
    .argument("<files...>", "kombo-usage.json of several runs or parts of a consumer")
    .action((files: readonly string[]) => {
      process.stdout.write(writeUsage(mergeUsages(files.map(usageIn))));
    });
  return new Command("usage").description("files that say what a consumer uses").addCommand(merge);
}

/** Reads a usage file. */
export function usageIn(file: string): Usage {
  const { usage, faults } = readUsage(readData(file));
  if (faults.length > 0) throw new InputError([`"${shownPath(file)}" is not right:`, ...faults].join("\n  "));
  return usage;
}
