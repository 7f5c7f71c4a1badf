import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { InputError } from "./input-error.ts";
import { isFolder, readData, shownPath } from "./read-files.ts";

const documentPackage = "@kombo-mock/openapi";

/**
 * Reads a document: a file in JSON or YAML, the folder of an installed package of ours, or a package's name as it is
 * installed here (also under another name, as `npm install kombo-next@npm:@kombo-mock/openapi@2` does).
 */
export function readOpenApi(given: string): unknown {
  if (/^https?:/i.test(given)) {
    throw new InputError(
      `"${given}" is not fetched. Download the document first: this command sends nothing.`,
    );
  }
  if (existsSync(given)) return readData(isFolder(given) ? documentIn(given) : given);
  return readData(installed(given));
}

function documentIn(folder: string): string {
  const candidates = ["openapi.json", "openapi.yaml", "openapi.yml", "generated/openapi.json"].map((one) =>
    join(folder, one),
  );
  const isPackage = existsSync(join(folder, "package.json"));
  const found =
    candidates.find((one) => existsSync(one)) ??
    (isPackage ? resolveFrom(folder, documentPackage) : undefined);
  if (found) return found;
  throw new InputError(`"${shownPath(folder)}" holds no openapi.json and is no package of Kombo Mock.`);
}

function installed(name: string): string {
  const at = name.lastIndexOf("@");
  const found = at > 0 ? undefined : (resolveFrom(process.cwd(), name) ?? folderOf(name));
  if (found) return found;
  const hint =
    at > 0
      ? `Install it under a name of its own first: npm install old@npm:${name}, then name it "old".`
      : "Name a file, a folder, or a package that is installed here.";
  throw new InputError(`"${name}" is neither a file nor an installed package. ${hint}`);
}

/** Any other package of ours leads to the document that it was built with. */
function folderOf(name: string): string | undefined {
  const folder = join(process.cwd(), "node_modules", name);
  return existsSync(folder) ? documentIn(folder) : undefined;
}

function resolveFrom(folder: string, name: string): string | undefined {
  try {
    return createRequire(join(resolve(folder), "package.json")).resolve(`${name}/openapi.json`);
  } catch {
    return undefined;
  }
}
