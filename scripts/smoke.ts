import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Packed } from "./pack.ts";
import { root } from "./run.ts";

/** The first test of a new user; the README shows the same. */
const firstTest = readFileSync(join(root, "scripts/smoke/first.test.js"), "utf8");

/** Installs the packed packages into an empty folder and runs a first test with `npm test`, as a new user would. */
export function smoke(packed: readonly Packed[]): boolean {
  const folder = mkdtempSync(join(tmpdir(), "kombo-mock-smoke-"));
  try {
    const ownTarballs = Object.fromEntries(packed.map(({ name, tarball }) => [name, `file:${tarball}`]));
    const manifest = {
      name: "first-project",
      private: true,
      type: "module",
      scripts: { test: "node --test" },
      dependencies: { ...ownTarballs, "@kombo-api/sdk": "1.1.3", msw: "^3.0.5" },
      // The packages depend on each other by version, and none is published yet.
      overrides: ownTarballs,
    };
    writeFileSync(join(folder, "package.json"), JSON.stringify(manifest));
    writeFileSync(join(folder, "first.test.js"), firstTest);
    run("npm", ["install", "--no-audit", "--no-fund", "--loglevel=error"], folder);
    run("npm", ["test"], folder);
    const version = run("npx", ["kombo-mock", "--version"], folder).trim();
    return /^\d+\.\d+\.\d+$/.test(version);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return false;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function run(command: string, args: readonly string[], cwd: string): string {
  return execFileSync(command, args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
}
