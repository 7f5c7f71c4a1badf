import type { Command, Option } from "commander";

/** The names of the settings of each command. */
export type Sections = Readonly<Record<string, readonly string[]>>;

/** The flag that names the file; no file holds it. */
export const configFlag = "--config";

/** The options of a command that a file of settings may hold. */
export function settingsOf(command: Command): readonly Option[] {
  return command.options.filter(({ long, hidden }) => long !== configFlag && !hidden);
}

/** The names of the settings that some commands have. */
export function sectionsOf(commands: readonly Command[]): Sections {
  return Object.fromEntries(commands.map((one) => [one.name(), settingsOf(one).map(keyOf)]));
}

/** The settings that every command has. */
export function sharedBy(sections: Sections): readonly string[] {
  const [first = [], ...others] = Object.values(sections);
  return first.filter((key) => others.every((keys) => keys.includes(key)));
}

/** What an option is called in a file: its long flag in camel case. */
export function keyOf(option: Option): string {
  return option.attributeName();
}
