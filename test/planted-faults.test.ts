import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { drivers } from "../scripts/planted-faults/drivers.ts";
import { findMutants } from "../scripts/planted-faults/find-mutants.ts";
import { equivalent } from "../scripts/planted-faults/ledger.ts";
import { operators } from "../scripts/planted-faults/operators.ts";
import { countsOf } from "../scripts/planted-faults/table.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const page = readFileSync(join(root, "packages/contract/docs/planted-faults.md"), "utf8");
const mutants = Object.keys(drivers).flatMap(findMutants);

test("the page counts the places and faults that there are; `pnpm planted-faults --write` writes it anew", () => {
  const told = [...page.matchAll(/^\| ([a-z ]+) \| .*? \| (\d+) \| (\d+) \| \d/gm)].map(
    ([, name, sites, faults]) => [name, { sites: Number(sites), faults: Number(faults) }],
  );
  expect(Object.fromEntries(told)).toEqual(countsOf(mutants));
});

test("every operator plants something, and no two faults have one name", () => {
  expect(new Set(mutants.map(({ operator }) => operator))).toEqual(
    new Set(operators.map(({ name }) => name)),
  );
  expect(new Set(mutants.map(({ id }) => id)).size).toBe(mutants.length);
});

test("the ledger of equivalent faults names only faults that there are", () => {
  const ids = new Set(mutants.map(({ id }) => id));
  expect(Object.keys(equivalent).filter((id) => !ids.has(id))).toEqual([]);
});

test("the consumers themselves raise nothing, unchanged and in 20 variants", {
  timeout: 600_000,
}, async () => {
  const script = join(root, "scripts/planted-faults/planted-faults.ts");
  const args = ["--conditions=kombo-mock-source", script, "--originals"];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  expect(stdout.split("\n").filter((line) => line.includes(" itself: "))).toEqual([]);
  expect(stdout.match(/: 21 runs as it is/g)).toHaveLength(Object.keys(drivers).length);
});
