import { existsSync, readFileSync } from "node:fs";
import { extname } from "node:path";
import { pathToFileURL } from "node:url";
import { SettingsError } from "./settings-error.ts";

/** What a file of settings holds, not looked at any further. */
export type FileContent = Readonly<Record<string, unknown>>;

/** Reads a file of settings by itself; what it extends is another matter. */
export async function readSettings(file: string): Promise<FileContent> {
  if (!existsSync(file)) throw new SettingsError(file, "There is no such file.");
  const content = extname(file) === ".json" ? readJson(file) : await importDefault(file);
  if (isObject(content)) return content;
  const what = extname(file) === ".json" ? "It must hold" : "Its default export must be";
  throw new SettingsError(file, `${what} an object of settings.`);
}

/** Whether a value is an object with keys. */
export function isObject(value: unknown): value is FileContent {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8").replace(/^\uFEFF/, "")) as unknown;
  } catch (error) {
    throw new SettingsError(file, `The file is not JSON: ${reasonOf(error)}.`);
  }
}

async function importDefault(file: string): Promise<unknown> {
  if (/\.m?ts$/.test(file) && !process.features.typescript) {
    const remedy = "Take a newer Node, or write the settings as .mjs or .json.";
    throw new SettingsError(
      file,
      `Node reads TypeScript from 22.18 and 23.6 on, and this is ${process.version}. ${remedy}`,
    );
  }
  try {
    const module: unknown = await import(pathToFileURL(file).href);
    return isObject(module) ? module["default"] : undefined;
  } catch (error) {
    throw new SettingsError(file, `It cannot be loaded: ${reasonOf(error)}`);
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
