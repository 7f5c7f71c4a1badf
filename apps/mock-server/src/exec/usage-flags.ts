import { type Command, Option } from "commander";
import { option } from "../option.ts";
import { usageTask } from "./usage-task.ts";

/** Adds the options that tell what tests meet and use of the API. */
export function addUsageFlags(command: Command): Command {
  return command
    .addOption(option("--coverage", "tell what the tests never met of the operations that they use"))
    .addOption(
      new Option(
        "--usage <what[=file]>",
        "write or check kombo-usage.json, which says what your code uses of the API",
      ).argParser(usageTask),
    )
    .addOption(
      new Option(
        "--infer-usage",
        "run the tests again with fields of answers changed, and note in kombo-usage.json those without which they fail",
      ),
    );
}
