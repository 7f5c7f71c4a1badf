import { Command, CommanderError, type Option } from "commander";
import { vi } from "vitest";
import { commandsWithSettings } from "../scripts/settings-commands.ts";
import { readingSettings } from "../src/settings/apply-settings.ts";
import { sectionsOf } from "../src/settings/vocabulary.ts";

/** How a command is run: where, and with which variables. */
interface Run {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  /** The commands that there are; made when the variables are set. */
  readonly commands?: () => readonly Command[];
}

/** What came of reading a command's options: those that are not as by default, or the refusal. */
export interface Read {
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly said: string;
  /** What the process would end with, where it is refused. */
  readonly exitCode?: number;
}

/** Reads the options of a command line such as `"serve --seed 2"`, and runs nothing. */
export async function read(
  line: string,
  { cwd, env = {}, commands = commandsWithSettings }: Run,
): Promise<Read> {
  let said = "";
  let settings: Record<string, unknown> | undefined;
  let exitCode: number | undefined;
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  vi.spyOn(process, "cwd").mockReturnValue(cwd);
  vi.spyOn(process.stderr, "write").mockImplementation((text) => {
    said += String(text);
    return true;
  });
  try {
    const program = new Command("kombo-mock").enablePositionalOptions();
    for (const command of commands()) {
      command.exitOverride().action(() => {
        const told = command.options.filter(
          (option) => command.getOptionValueSource(option.attributeName()) !== "default",
        );
        settings = Object.fromEntries(
          told.flatMap((option) => {
            const key = option.attributeName();
            const value: unknown = command.getOptionValue(key);
            return value === undefined || key === "config" ? [] : [[key, value]];
          }),
        );
      });
      program.addCommand(command);
    }
    await program.parseAsync(["node", "kombo-mock", ...line.split(" ")]);
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    exitCode = error.exitCode;
  } finally {
    vi.restoreAllMocks();
    vi.unstubAllEnvs();
  }
  return { ...(settings ? { settings } : {}), ...(exitCode === undefined ? {} : { exitCode }), said };
}

/** Commands that do nothing, by their names, with options of their own. */
export function commandsOf(options: Readonly<Record<string, readonly Option[]>>): Command[] {
  const commands = Object.entries(options).map(([name, own]) => {
    const command = new Command(name);
    for (const option of own) command.addOption(option);
    return command;
  });
  const sections = sectionsOf(commands);
  return commands.map((command) => readingSettings(command, { sections }));
}
