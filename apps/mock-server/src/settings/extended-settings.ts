import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, isAbsolute, resolve } from "node:path";
import { type FileContent, readSettings } from "./read-settings.ts";
import { SettingsError, shownPath } from "./settings-error.ts";

/** A file of settings with what it holds. */
export interface SettingsFile {
  readonly file: string;
  readonly content: FileContent;
}

/** A file of settings and all that it extends, in the order in which later ones win. */
export async function readWithExtended(
  file: string,
  below: readonly string[] = [],
): Promise<readonly SettingsFile[]> {
  if (below.includes(file)) {
    const circle = [...below.slice(below.indexOf(file)), file].map(shownPath).join(" → ");
    throw new SettingsError(file, `It extends itself: ${circle}.`);
  }
  const content = await readSettings(file);
  const bases: SettingsFile[] = [];
  for (const name of namesIn(file, content["extends"])) {
    bases.push(...(await readWithExtended(locate(name, file), [...below, file])));
  }
  return [...bases, { file, content }];
}

function namesIn(file: string, extended: unknown): readonly string[] {
  const names: readonly unknown[] = extended === undefined ? [] : [extended].flat();
  return names.map((name) => {
    if (typeof name === "string" && name !== "") return name;
    const remedy = "It must be a path, the name of a package, or a list of them.";
    throw new SettingsError(file, `"extends" is ${JSON.stringify(extended)}. ${remedy}`);
  });
}

function locate(name: string, file: string): string {
  const path = resolve(dirname(file), name);
  if (isAbsolute(name) || /^\.{1,2}[\\/]/.test(name)) {
    if (existsSync(path)) return path;
    throw new SettingsError(file, `"extends" names "${name}", which does not exist.`);
  }
  try {
    return createRequire(file).resolve(name);
  } catch (error) {
    const remedy = existsSync(path) ? ` The file beside it is "./${name}".` : "";
    throw new SettingsError(file, `"extends" names the package "${name}": ${causeOf(error)}${remedy}`);
  }
}

function causeOf(error: unknown): string {
  const isHidden =
    error instanceof Error && "code" in error && error.code === "ERR_PACKAGE_PATH_NOT_EXPORTED";
  return isHidden ? "its exports do not offer that to require()." : "it is not installed.";
}
