import { relative } from "node:path";

/** What is wrong with a file of settings, in a sentence that begins with the file. */
export class SettingsError extends Error {
  override name = "SettingsError";

  constructor(file: string, fault: string) {
    super(`${shownPath(file)}: ${fault}`);
  }
}

/** A path as whoever runs the command would write it. */
export function shownPath(file: string): string {
  return relative(process.cwd(), file) || ".";
}
