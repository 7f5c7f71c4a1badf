import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "..");
const files = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
  cwd: root,
  encoding: "utf8",
})
  .trim()
  .split("\n");
const linesOf = (file: string) => readFileSync(join(root, file), "utf8").split("\n");
const sources = files.filter(
  (file) => /^(packages|apps)\/[\w-]+\/src\/.*\.ts$/.test(file) && !file.includes("/generated/"),
);

test("a source file is at most 300 lines long", () => {
  expect(
    sources.map((file) => ({ file, lines: linesOf(file).length })).filter(({ lines }) => lines > 301),
  ).toEqual([]);
});

test("packages import nothing from node: outside entries and folders named node or cli", () => {
  const found = sources
    .filter((file) => file.startsWith("packages/") && !/\/(?:node|cli)(?:\.ts$|\/)/.test(file))
    .filter((file) => linesOf(file).some((line) => /from "node:/.test(line)));
  expect(found).toEqual([]);
});

test("nothing that makes a value depends on the platform's language or on inexact mathematics", () => {
  const forbidden = /\b(Intl\.|localeCompare|toLocale\w+|Math\.(sin|cos|tan|log|exp|pow|sqrt|random|cbrt)\b)/;
  const found = sources
    .filter((file) => /^packages\/(factories|msw)\//.test(file))
    .flatMap((file) =>
      linesOf(file)
        .filter((line) => forbidden.test(line))
        .map((line) => `${file}: ${line.trim()}`),
    );
  expect(found).toEqual([]);
});

test("sources hold no any, no silenced check, no skipped test", () => {
  const forbidden = /(: any\b|as any\b|@ts-ignore|@ts-nocheck|biome-ignore|\.(?:skip|only|todo)\()/;
  const checked = files.filter(
    (file) => /^(packages|apps|fixtures|scripts)\/.*\.ts$/.test(file) && !file.includes("/generated/"),
  );
  const found = checked.flatMap((file) =>
    linesOf(file)
      .filter((line) => forbidden.test(line))
      .map((line) => `${file}: ${line.trim()}`),
  );
  expect(found).toEqual([]);
});

test("every behaviour is found under the name of a fragment", () => {
  const stems = (pattern: RegExp) => new Set(files.flatMap((file) => pattern.exec(file)?.[1] ?? []));
  const fragments = stems(/^packages\/openapi\/spec\/([\w-]+\/[\w-]+)\.openapi\.yaml$/);
  const handlers = stems(/^packages\/msw\/src\/([\w-]+\/[\w-]+)\.handlers\.ts$/);
  expect([...handlers].filter((slice) => !fragments.has(slice))).toEqual([]);
  expect(handlers.size).toBeGreaterThan(0);
});
