import { readFileSync } from "node:fs";
import { argv } from "node:process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { drivers } from "./drivers.ts";
import { findMutants } from "./find-mutants.ts";
import { judgeMutant, runOriginal, type Verdict } from "./judge-mutant.ts";
import { Pool } from "./pool.ts";

const { values } = parseArgs({
  args: argv.slice(2),
  options: {
    consumer: { type: "string", multiple: true },
    operator: { type: "string", multiple: true },
    file: { type: "string" },
    write: { type: "boolean", default: false },
  },
});

const document: unknown = JSON.parse(
  readFileSync(fileURLToPath(import.meta.resolve("@kombo-mock/openapi/openapi.json")), "utf8"),
);
const threads = 2;
const pool = new Pool(threads);
const verdicts: Verdict[] = [];
for (const consumer of values.consumer ?? Object.keys(drivers)) {
  const began = performance.now();
  const original = await runOriginal(pool, consumer, document);
  for (const what of original.raised) {
    process.exitCode = 1;
    console.log(`${consumer} itself: ${what}`);
  }
  const took = () => `${((performance.now() - began) / 1_000).toFixed(0)} s`;
  console.log(`${consumer}: ${original.variants.length + 1} runs as it is, ${took()}`);
  const waiting = findMutants(consumer).filter(
    ({ operator, file }) =>
      (!values.operator || values.operator.includes(operator)) && (!values.file || values.file === file),
  );
  const work = async (): Promise<void> => {
    for (let mutant = waiting.shift(); mutant; mutant = waiting.shift()) {
      const verdict = await judgeMutant(pool, mutant, original);
      verdicts.push(verdict);
      console.log(`${verdict.end.padEnd(10)} ${mutant.id}: ${verdict.by}`);
    }
  };
  await Promise.all(Array.from({ length: threads }, work));
  console.log(`${consumer}: done, ${took()}`);
}
await pool.close();
for (const [operator, all] of Map.groupBy(verdicts, ({ mutant }) => mutant.operator)) {
  const count = (end: Verdict["end"]) => all.filter((one) => one.end === end).length;
  console.log(operator, all.length, "violation", count("violation"), "crash", count("crash"), "hostile", count("hostile"), "missed", count("missed"), "equivalent", count("equivalent"));
}
