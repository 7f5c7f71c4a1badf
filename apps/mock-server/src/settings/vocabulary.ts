import type { Command, Option } from "commander";

/** Which settings there are: those that every command takes, and those of each. */
export interface Vocabulary {
  readonly shared: readonly string[];
  readonly sections: ReadonlyMap<string, readonly string[]>;
}

/** The flag that names the file; no file holds it. */
export const configFlag = "--config";

/** The options of a command that a file of settings may hold. */
export function settingsOf(command: Command): readonly Option[] {
  return command.options.filter(({ long, hidden }) => long !== configFlag && !hidden);
}

/** The settings of some commands. */
export function vocabularyOf(commands: readonly Command[]): Vocabulary {
  const sections = new Map(commands.map((one) => [one.name(), settingsOf(one).map(keyOf)]));
  const [first = [], ...others] = sections.values();
  return { sections, shared: first.filter((key) => others.every((keys) => keys.includes(key))) };
}

/** What an option is called in a file: its long flag in camel case. */
export function keyOf(option: Option): string {
  return option.attributeName();
}
