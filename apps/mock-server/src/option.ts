import { Option } from "commander";

/** An option of the command line that is also an environment variable: `--api-key` is `KOMBO_MOCK_API_KEY`. */
export function option(flags: string, description: string): Option {
  const made = new Option(flags, description);
  const variable = `KOMBO_MOCK_${made.name().replaceAll("-", "_").toUpperCase()}`;
  // An empty variable, and for a switch one that says no, is as good as none.
  const none = made.isBoolean() ? ["", "0", "false", "no", "off"] : [""];
  return none.includes(process.env[variable]?.toLowerCase() ?? "unset") ? made : made.env(variable);
}
