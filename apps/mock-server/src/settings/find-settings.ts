import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { SettingsError } from "./settings-error.ts";

/** What a file of settings may be called. */
const settingsFiles = ["json", "ts", "mts", "mjs", "js"].map((ending) => `kombo-mock.config.${ending}`);

/** The nearest file of settings, in a folder or above it up to the root of its project; undefined where there is none. */
export function findSettings(start: string): string | undefined {
  for (let folder = resolve(start); ; folder = dirname(folder)) {
    const [found, second] = settingsFiles.filter((name) => existsSync(join(folder, name)));
    if (found && second)
      throw new SettingsError(join(folder, found), `There is ${second} beside it. Keep one of them.`);
    if (found) return join(folder, found);
    if (isProjectRoot(folder) || dirname(folder) === folder) return undefined;
  }
}

function isProjectRoot(folder: string): boolean {
  return ["package.json", ".git"].some((name) => existsSync(join(folder, name)));
}
