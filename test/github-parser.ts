import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { root } from "./ci-files.ts";

type Parser = typeof import("@actions/workflow-parser") &
  typeof import("@actions/workflow-parser/actions/action-parser");

const entry = `export * from "@actions/workflow-parser";
export * from "@actions/workflow-parser/actions/action-parser";`;

/** GitHub's own reader of actions and workflows. It imports JSON as Node does not, and so is bundled first. */
export async function githubParser(): Promise<Parser> {
  const folder = mkdtempSync(join(tmpdir(), "kombo-mock-github-"));
  const outfile = join(folder, "parser.mjs");
  try {
    const stdin = { contents: entry, resolveDir: root };
    await build({ stdin, outfile, bundle: true, format: "esm", platform: "node", logLevel: "error" });
    // What was bundled is what the types above are of.
    return (await import(pathToFileURL(outfile).href)) as Parser;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
