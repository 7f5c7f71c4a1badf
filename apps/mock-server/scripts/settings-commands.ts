import type { Command } from "commander";
import { execCommand } from "../src/exec/exec-command.ts";
import { serveCommand } from "../src/serve-command.ts";
import { readingSettings } from "../src/settings/apply-settings.ts";
import { execReading } from "../src/settings/exec-reading.ts";

/** The commands that take their options from a file of settings too. */
export function commandsWithSettings(): Command[] {
  return [readingSettings(serveCommand()), readingSettings(execCommand(), execReading)];
}
