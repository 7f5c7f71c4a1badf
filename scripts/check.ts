import { readFileSync } from "node:fs";
import { join } from "node:path";
import { dockerfileWorks } from "./dockerfile.ts";
import { packAll } from "./pack.ts";
import { type Count, close, keptCount, root, succeeds } from "./run.ts";
import { smoke } from "./smoke.ts";

const source = "--conditions=kombo-mock-source";

const packed = packAll();

/** Everything that CI holds beside the tests: what it is, and whether it holds. */
const checks: readonly [name: string, holds: () => boolean | Promise<boolean>][] = [
  [
    "the OpenAPI files are fresh",
    () => succeeds("node", ["packages/openapi/scripts/generate.ts", "--check"]),
  ],
  [
    "the word lists are fresh",
    () => succeeds("node", ["packages/factories/scripts/generate-words.ts", "--check"]),
  ],
  [
    "the document's examples are fresh",
    () => succeeds("node", [source, "scripts/generate-examples.ts", "--check"]),
  ],
  [
    "the control API's document is fresh",
    () => succeeds("node", [source, "packages/msw/scripts/generate-control.ts", "--check"]),
  ],
  ["the fixtures are fresh", () => succeeds("node", [source, "fixtures/scripts/generate.ts", "--check"])],
  [
    "the README's generated parts are fresh",
    () => succeeds("node", [source, "scripts/generate-readme.ts", "--check"]),
  ],
  [
    "the pages about rules are fresh",
    () => succeeds("node", [source, "packages/contract/scripts/generate-rules.ts", "--check"]),
  ],
  [
    "the form of kombo-mock.config is fresh",
    () => succeeds("node", [source, "apps/mock-server/scripts/generate-settings.ts", "--check"]),
  ],
  [
    "SUPPORTED.md is fresh",
    () => succeeds("node", [source, "scripts/slices/generate-supported.ts", "--check"]),
  ],
  [
    "the OpenAPI document passes Redocly's lint",
    () => succeeds("pnpm", ["--filter", "@kombo-mock/openapi", "run", "lint:openapi"]),
  ],
  [
    "the control API's document passes it too",
    () => succeeds("pnpm", ["--filter", "@kombo-mock/openapi", "run", "lint:control"]),
  ],
  ["code is formatted and linted", () => succeeds("biome", ["ci", "."])],
  ["no code or dependency is unused", () => succeeds("knip", [])],
  ["the lockfile names no host", lockfileNamesNoHost],
  ...packed.flatMap(({ name, tarball }): [string, () => boolean][] => [
    [`${name}: publint`, () => succeeds("publint", ["run", "--strict", tarball])],
    [
      `${name}: types resolve`,
      () => succeeds("attw", [tarball, "--profile", "esm-only", "--quiet", ...attwOptions(name)]),
    ],
  ]),
  ["packed packages work in an empty project", () => smoke(packed)],
  ["the Dockerfile's steps make a healthy server", dockerfileWorks],
];

const results: boolean[] = [];
for (const [name, holds] of checks) {
  const ok = await holds();
  console.log(`${ok ? "ok  " : "FAIL"} ${name}`);
  results.push(ok);
}
const count: Count = { passed: results.filter(Boolean).length, failed: results.filter((ok) => !ok).length };
close(process.argv.includes("--with-tests") ? keptCount("tests") : { passed: 0, failed: 0 }, count);

/** JSON entries have a declaration that attw takes for CommonJS; the fixtures' own tests compile such imports. */
function attwOptions(name: string): string[] {
  const json: Record<string, readonly string[]> = {
    "@kombo-mock/fixtures": ["manifest.json", "cast.json"],
    "@kombo-mock/contract": ["kombo-contract.schema.json", "kombo-usage.schema.json"],
    "@kombo-mock/msw": ["control.openapi.json"],
    "@kombo-mock/openapi": ["openapi.json"],
    "kombo-mock": ["kombo-mock.config.schema.json"],
  };
  const entries = json[name];
  return entries ? ["--exclude-entrypoints", ...entries] : [];
}

function lockfileNamesNoHost(): boolean {
  const lines = readFileSync(join(root, "pnpm-lock.yaml"), "utf8").split("\n");
  const named = lines.filter((line) => /https?:\/\/|git\+/.test(line) && !line.includes("deprecated:"));
  for (const line of named) console.error(`pnpm-lock.yaml: ${line.trim()}`);
  return named.length === 0;
}
