import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import type { OpenApiDocument } from "../../packages/openapi/scripts/document.ts";
import { root } from "../run.ts";
import { readDocument, readOperations } from "./document.ts";
import { listSlices } from "./find-slice.ts";
import { didYouMean, NameError, namesOf, nearest, type SliceNames } from "./names.ts";
import { type PlannedFile, planSlice } from "./scaffold/plan.ts";

// Begins the files of a slice that do not exist yet: `pnpm new hris/skills`.
const usage = "pnpm new <domain>/<slice> [--into <folder>], for example: pnpm new hris/absence-types";

try {
  const { name, folder } = readArguments();
  const document = readDocument();
  const { files, leftToDo } = planSlice(document, checkedNames(document, name));
  for (const file of files) console.log(make(file, folder));
  console.log(`\nLeft to do:\n${leftToDo.map((step) => `- ${step}`).join("\n")}`);
} catch (error) {
  if (!(error instanceof NameError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

function readArguments(): { readonly name: string; readonly folder: string } {
  const { positionals, values } = parse();
  const [name] = positionals;
  if (!name || positionals.length > 1) throw new NameError(`Name one slice: ${usage}`);
  return { name, folder: resolve(values.into ?? root) };
}

function parse() {
  try {
    return parseArgs({ allowPositionals: true, options: { into: { type: "string" } } });
  } catch (error) {
    throw new NameError(`${error instanceof Error ? error.message : String(error)} Usage: ${usage}`);
  }
}

/** The names of a slice that is in the document, or may come into it. */
function checkedNames(document: OpenApiDocument, name: string): SliceNames {
  if (!/^[a-z]+(-[a-z]+)*\/[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)) {
    throw new NameError(
      `"${name}" is no name of a slice: it takes a domain and a plural, both in kebab-case, as in "hris/absence-types".`,
    );
  }
  const known = listSlices(document);
  const names = namesOf(name);
  if (known.includes(name)) return names;
  const domains = new Set(readOperations(document).map(({ collection }) => collection.split(".")[0] ?? ""));
  if (!domains.has(names.domain)) {
    throw new NameError(
      `There is no domain "${names.domain}". ${didYouMean(names.domain, domains)}There are: ${[...domains].sort().join(", ")}.`,
    );
  }
  // One letter beside a known slice is a slip far more often than another slice.
  const near = nearest(name, known);
  if (near?.distance === 1) {
    throw new NameError(`The document has "${near.name}" and no "${name}". Run: pnpm new ${near.name}`);
  }
  return names;
}

/** Writes a file unless it exists, and tells which. */
function make({ path, text, why }: PlannedFile, folder: string): string {
  const file = join(folder, path);
  if (existsSync(file)) return `there  ${path}`;
  if (text === undefined) return `not    ${path}: ${why}`;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, path.endsWith(".ts") ? formatted(path, text) : text);
  return `made   ${path}`;
}

/** The text as the repository's formatter would have it. */
function formatted(path: string, input: string): string {
  const biome = join(root, "node_modules/.bin/biome");
  return execFileSync(biome, ["check", "--write", "--stdin-file-path", path], {
    cwd: root,
    input,
    encoding: "utf8",
  });
}
