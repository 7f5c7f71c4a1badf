import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { commandsWithSettings } from "./settings-commands.ts";
import { settingsNames, settingsSchema, settingsType } from "./settings-form.ts";

// Writes JSON Schema, type and names of kombo-mock.config. With `--check` nothing is written, and what is stale is told.

const folder = join(import.meta.dirname, "..");
const biome = join(folder, "../../node_modules/.bin/biome");
const schemaFile = join(folder, "kombo-mock.config.schema.json");
const commands = commandsWithSettings();
const files = new Map([
  [schemaFile, formatted(JSON.stringify(settingsSchema(commands)))],
  [join(folder, "src/settings/generated/config.ts"), settingsType(commands)],
  [join(folder, "src/settings/generated/sections.ts"), settingsNames(commands)],
]);

for (const [file, text] of files) {
  if (!process.argv.includes("--check")) writeFileSync(file, text);
  else if (readFileSync(file, "utf8") !== text) {
    console.error(`${file} is stale. Run: pnpm generate`);
    process.exitCode = 1;
  }
}

function formatted(json: string): string {
  const args = ["format", `--stdin-file-path=${schemaFile}`];
  return execFileSync(biome, args, { input: json, encoding: "utf8" });
}
