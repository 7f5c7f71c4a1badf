import { Option } from "commander";

/** An option of the command line that is also an environment variable: `--api-key` is `KOMBO_MOCK_API_KEY`. */
export function option(flags: string, description: string): Option {
  const made = new Option(flags, description);
  const variable = variableOf(made);
  // An empty variable, and for a switch one that says no, is as good as none.
  return process.env[variable] === "" || saysNo(made) ? made : made.env(variable);
}

/** Whether a variable says no to a switch, and so to what a file of settings says of it. */
export function saysNo(made: Option): boolean {
  const text = process.env[variableOf(made)] ?? "";
  return made.isBoolean() && ["0", "false", "no", "off"].includes(text.toLowerCase());
}

function variableOf(made: Option): string {
  return `KOMBO_MOCK_${made.name().replaceAll("-", "_").toUpperCase()}`;
}
