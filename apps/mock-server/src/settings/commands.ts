import type { Command } from "commander";
import { serveCommand } from "../serve-command.ts";
import { readingSettings } from "./apply-settings.ts";

/** The commands that take their options from a file of settings too. */
export function commandsWithSettings(): Command[] {
  return [serveCommand()].map(readingSettings);
}
