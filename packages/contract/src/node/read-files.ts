import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, isAbsolute, join, relative, sep } from "node:path";
import { parse } from "yaml";
import { InputError, reasonOf } from "./input-error.ts";

/** Reads a file as text. */
function readText(file: string): string {
  try {
    return readFileSync(file, "utf8").replace(/^\uFEFF/, "");
  } catch (error) {
    throw new InputError(`"${shownPath(file)}" cannot be read: ${reasonOf(error)}.`);
  }
}

/** Reads a file as JSON, or as YAML by its name. */
export function readData(file: string): unknown {
  const text = readText(file);
  const isYaml = /\.ya?ml$/i.test(file);
  try {
    return isYaml ? (parse(text, { maxAliasCount: 1_000 }) as unknown) : (JSON.parse(text) as unknown);
  } catch (error) {
    const kind = isYaml ? "YAML" : "JSON";
    // What the parser says quotes the file.
    const where = /at position \d+|at line \d+/.exec(reasonOf(error))?.[0];
    throw new InputError(`"${shownPath(file)}" is not ${kind}${where ? `: it breaks off ${where}` : ""}.`);
  }
}

/** Whether a path is a folder. */
export function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch (error) {
    throw new InputError(`"${shownPath(path)}" cannot be read: ${reasonOf(error)}.`);
  }
}

/** All files below a folder whose names match, sorted. */
export function filesBelow(folder: string, pattern: RegExp): string[] {
  const found = readdirSync(folder, { recursive: true, withFileTypes: true });
  return found
    .filter(
      (one) => one.isFile() && pattern.test(one.name) && !one.parentPath.split(sep).includes("node_modules"),
    )
    .map((one) => join(one.parentPath, one.name))
    .sort();
}

/** A path as reports name it: from where one stands; further up only the name, since paths tell of the machine. */
export function shownPath(path: string): string {
  const from = relative(process.cwd(), path);
  return (from.startsWith("..") || isAbsolute(from) ? basename(path) : from).split(sep).join("/") || ".";
}
