import { appendFileSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { argv } from "node:process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { drivers } from "./drivers.ts";
import { findMutants } from "./find-mutants.ts";
import { judgeMutant, runOriginal, type Verdict } from "./judge-mutant.ts";
import { equivalent } from "./ledger.ts";
import { Pool } from "./pool.ts";
import { notRun, renderPage } from "./table.ts";

const { values } = parseArgs({
  args: argv.slice(2),
  options: {
    consumer: { type: "string", multiple: true },
    operator: { type: "string", multiple: true },
    file: { type: "string" },
    /** Only runs the consumers as they are, in twice as many variants. */
    originals: { type: "boolean", default: false },
    /** Judges nothing more: what an earlier run did not come to counts as missed. */
    stop: { type: "boolean", default: false },
    write: { type: "boolean", default: false },
    threads: { type: "string", default: "2" },
    /** Notes each verdict in a file, and goes on from there when it is run again. */
    resume: { type: "string" },
  },
});

const document: unknown = JSON.parse(
  readFileSync(fileURLToPath(import.meta.resolve("@kombo-mock/openapi/openapi.json")), "utf8"),
);
const threads = Number(values.threads);
const pool = new Pool(threads);
const verdicts: Verdict[] = [];
const { resume } = values;
const known = new Map(
  resume !== undefined && existsSync(resume)
    ? readFileSync(resume, "utf8")
        .split("\n")
        .filter(Boolean)
        .map((line) => JSON.parse(line) as Verdict)
        .map((verdict) => [verdict.mutant.id, verdict])
    : [],
);
const take = (verdict: Verdict) => {
  const { mutant, end } = verdict;
  const isInLedger = end === "missed" && Object.hasOwn(equivalent, mutant.id);
  verdicts.push(isInLedger ? { mutant, end: "equivalent", by: "ledger" } : verdict);
};
for (const consumer of values.consumer ?? Object.keys(drivers)) {
  const began = performance.now();
  const waiting = findMutants(consumer).filter(
    ({ operator, file }) =>
      (!values.operator || values.operator.includes(operator)) && (!values.file || values.file === file),
  );
  // What an earlier run has judged to the end needs no consumer to compare with.
  if (values.stop || (!values.originals && waiting.every(({ id }) => known.has(id)))) {
    for (const mutant of waiting)
      take({ end: "missed", by: notRun, ...known.get(mutant.id), mutant } satisfies Verdict);
    continue;
  }
  const original = await runOriginal(pool, consumer, {
    document,
    ...(values.originals ? { count: 20 } : {}),
  });
  for (const what of original.raised) {
    process.exitCode = 1;
    console.log(`${consumer} itself: ${what}`);
  }
  const took = () => `${((performance.now() - began) / 1_000).toFixed(0)} s`;
  console.log(`${consumer}: ${original.variants.length + 1} runs as it is, ${took()}`);
  if (values.originals) continue;
  const work = async (): Promise<void> => {
    for (let mutant = waiting.shift(); mutant; mutant = waiting.shift()) {
      const before = known.get(mutant.id);
      const verdict = before ? { ...before, mutant } : await judgeMutant(pool, mutant, original);
      take(verdict);
      if (before) continue;
      if (resume !== undefined) appendFileSync(resume, `${JSON.stringify(verdict)}\n`);
      console.log(`${verdict.end.padEnd(10)} ${mutant.id}: ${verdict.by}`);
    }
  };
  await Promise.all(Array.from({ length: threads }, work));
  console.log(`${consumer}: done, ${took()}`);
}
await pool.close();
const isWhole = !values.originals && !values.consumer && !values.operator && !values.file;
// Found in the order of the sources, whatever was judged first.
const ranks = new Map(
  Object.keys(drivers)
    .flatMap(findMutants)
    .map(({ id }, index) => [id, index]),
);
verdicts.sort((a, b) => (ranks.get(a.mutant.id) ?? 0) - (ranks.get(b.mutant.id) ?? 0));
const page = renderPage(verdicts);
if (!values.originals) console.log(page.slice(page.indexOf("| operator")));
for (const id of Object.keys(equivalent)) {
  const found = verdicts.find(({ mutant }) => mutant.id === id);
  if (!isWhole || (found?.end === "equivalent" && found.by === "ledger")) continue;
  process.exitCode = 1;
  console.log(`The ledger holds what is none of the missed any more: ${id}`);
}
if (values.write && isWhole && process.exitCode === undefined) {
  writeFileSync(new URL("../../packages/contract/docs/planted-faults.md", import.meta.url), page);
}
