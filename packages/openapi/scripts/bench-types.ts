import { execFileSync, spawnSync } from "node:child_process";
import { copyFileSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import openapiTS, { astToString } from "openapi-typescript";
import { line, spreadOf } from "../../../scripts/bench/figures.ts";

// What a project pays for types: `tsc` over ours, against those that openapi-typescript makes of the document named on
// the command line. Turns are interleaved, as the machine drifts; a run over an empty file tells what is start-up.
const rounds = 5;
const [given] = process.argv.slice(2);
if (!given) {
  console.error("Name an OpenAPI document, JSON or YAML: node scripts/bench-types.ts vendor.json");
  process.exit(2);
}

const packageFolder = join(import.meta.dirname, "..");
const tsc = join(packageFolder, "../../node_modules/.bin/tsc");
const folder = mkdtempSync(join(tmpdir(), "kombo-mock-types-"));
const names = ["empty", "ours", "vendor"] as const;
type Name = (typeof names)[number];

try {
  const vendor = astToString(await openapiTS(pathToFileURL(resolve(given)), { silent: true }));
  writeFileSync(join(folder, "vendor.d.ts"), vendor);
  writeFileSync(join(folder, "empty.d.ts"), "export {};\n");
  copyFileSync(join(packageFolder, "generated/schema.d.ts"), join(folder, "ours.d.ts"));
  measure();
} finally {
  rmSync(folder, { recursive: true });
}

/** Checks each file in turns, and tells times and their ratio. */
function measure(): void {
  const times: Record<Name, number[]> = { empty: [], ours: [], vendor: [] };
  const work = names.map((name) => [name, workOf(name)] as const);
  for (let round = 0; round < rounds; round++) {
    for (const name of names) times[name].push(timeOf(name));
  }
  console.log(
    `${execFileSync(tsc, ["--version"], { encoding: "utf8" }).trim()}, ${rounds} rounds, interleaved`,
  );
  for (const [name, done] of work) {
    const { median, min, max } = spreadOf(times[name]);
    const size = Math.round(statSync(join(folder, `${name}.d.ts`)).size / 1_000);
    console.log(
      `  ${name.padEnd(7)} ${median.toFixed(0)} ms (${min.toFixed(0)}–${max.toFixed(0)}), ${size} kB, ${done}`,
    );
  }
  const ratios = times.ours.map((time, round) => time / (times.vendor[round] ?? Number.NaN));
  const beyondStart = times.ours.map((time, round) => {
    const start = times.empty[round] ?? Number.NaN;
    return (time - start) / ((times.vendor[round] ?? Number.NaN) - start);
  });
  console.log(line("ours, against the document's", ratios, "less is better"));
  console.log(line("the same without the compiler's start", beyondStart, "less is better"));
}

function timeOf(name: Name): number {
  const began = performance.now();
  run(name);
  return performance.now() - began;
}

/** Checks one file and nothing else; a document's types may have faults of their own, which are told, not fatal. */
function run(name: Name, ...more: readonly string[]): string {
  const options = ["--noEmit", "--strict", "--lib", "es2024", "--types", "", "--pretty", "false"];
  const checks = ["--skipLibCheck", "false", "--skipDefaultLibCheck"];
  const args = [...options, ...checks, ...more, `${name}.d.ts`];
  const { stdout, error } = spawnSync(tsc, args, { cwd: folder, encoding: "utf8" });
  if (error) throw error;
  return stdout;
}

/** What the compiler says of its own work: types it made, memory it took, faults it found. */
function workOf(name: Name): string {
  const output = run(name, "--extendedDiagnostics");
  const figure = (label: string) => new RegExp(`${label}:\\s+(\\S+)`).exec(output)?.[1] ?? "?";
  const faults = output.match(/error TS/g)?.length ?? 0;
  return `${figure("Types")} types, ${figure("Memory used")} memory, ${faults} faults`;
}
