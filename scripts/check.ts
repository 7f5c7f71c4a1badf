import { globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type Count, close, keptCount, root, succeeds } from "./run.ts";

const source = "--conditions=kombo-mock-source";

/** Packages that are published, by folder. */
const published = globSync(["packages/*/package.json", "apps/*/package.json", "fixtures/package.json"], {
  cwd: root,
})
  .filter((file) => !(JSON.parse(readFileSync(join(root, file), "utf8")) as { private?: boolean }).private)
  .map((file) => dirname(file))
  .sort();

/** Everything that CI holds beside the tests: what it is, and whether it holds. */
const checks: readonly [name: string, holds: () => boolean][] = [
  [
    "the OpenAPI files are fresh",
    () => succeeds("node", ["packages/openapi/scripts/generate.ts", "--check"]),
  ],
  [
    "the word lists are fresh",
    () => succeeds("node", ["packages/factories/scripts/generate-words.ts", "--check"]),
  ],
  ["the fixtures are fresh", () => succeeds("node", [source, "fixtures/scripts/generate.ts", "--check"])],
  [
    "the README's generated parts are fresh",
    () => succeeds("node", [source, "scripts/generate-readme.ts", "--check"]),
  ],
  ["the OpenAPI document passes Redocly's lint", redocly],
  ["code is formatted and linted", () => succeeds("biome", ["ci", "."])],
  ["no code or dependency is unused", () => succeeds("knip", [])],
  ["the lockfile names no host", lockfileNamesNoHost],
  ...published.flatMap((folder): [string, () => boolean][] => [
    [`${folder}: publint`, () => succeeds("publint", ["run", "--strict", "--pack=npm", folder])],
    [`${folder}: types resolve`, () => succeeds("node", ["scripts/check-types-resolve.ts", folder])],
  ]),
  ["packed packages work in an empty project", () => succeeds("node", ["scripts/smoke.ts"])],
];

const results = checks.map(([name, holds]) => {
  const ok = holds();
  console.log(`${ok ? "ok  " : "FAIL"} ${name}`);
  return ok;
});
const count: Count = { passed: results.filter(Boolean).length, failed: results.filter((ok) => !ok).length };
close(process.argv.includes("--with-tests") ? keptCount("tests") : { passed: 0, failed: 0 }, count);

function redocly(): boolean {
  const folder = join(root, "packages/openapi");
  return succeeds(
    "node_modules/.bin/redocly",
    ["lint", "generated/openapi.json", "--config", "redocly.yaml"],
    folder,
  );
}

function lockfileNamesNoHost(): boolean {
  const lines = readFileSync(join(root, "pnpm-lock.yaml"), "utf8").split("\n");
  const named = lines.filter((line) => /https?:\/\/|git\+/.test(line) && !line.includes("deprecated:"));
  for (const line of named) console.error(`pnpm-lock.yaml: ${line.trim()}`);
  return named.length === 0;
}
