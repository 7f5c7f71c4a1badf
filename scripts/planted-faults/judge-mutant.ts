import { readFileSync } from "node:fs";
import { join } from "node:path";
import { chooseVariants } from "@kombo-mock/contract/hostile";
import { possibleVariations, printVariation, type VariationOperation } from "@kombo-mock/contract/variation";
import { type Mutant, sourcesOf } from "./find-mutants.ts";
import type { Pool } from "./pool.ts";
import type { JobResult } from "./worker.ts";

/** How many variants are run, and what chooses them: as `kombo-mock exec --hostile` does. */
const hostile = { count: 10, seed: 1 };

/** A right consumer: how it runs unchanged and in each variant. */
export interface Original {
  readonly consumer: string;
  readonly unchanged: JobResult;
  readonly variants: readonly { readonly variations: readonly string[]; readonly run: JobResult }[];
  /** Of each file, one byte a character that is 1 where it ran unchanged. */
  readonly ran: Readonly<Record<string, Uint8Array>>;
  /** What is held against it, which has to be nothing. */
  readonly raised: readonly string[];
}

/** What became of a mutant. */
export interface Verdict {
  readonly mutant: Mutant;
  readonly end: "violation" | "crash" | "hostile" | "missed" | "equivalent";
  /** What caught it. */
  readonly by: string;
}

/** Runs a consumer as it is, in so many variants. The document is parsed JSON. */
export async function runOriginal(
  pool: Pool,
  consumer: string,
  { document, count = hostile.count }: { readonly document: unknown; readonly count?: number },
): Promise<Original> {
  const job = { consumer, changed: null };
  const unchanged = await pool.run({ ...job, variations: [], isMeasured: true });
  // The operations are those of the document, and webhooks are spelled as variations have them.
  const used = [...unchanged.operations, ...unchanged.webhooks] as VariationOperation[];
  const possible = used.flatMap((one) => possibleVariations(one, document));
  const chosen = chooseVariants(possible, { ...hostile, count }).map((variant) =>
    variant.map(printVariation),
  );
  const variants = await Promise.all(
    chosen.map(async (variations) => ({ variations, run: await pool.run({ ...job, variations }) })),
  );
  const raised = [
    ...wrongIn({ ...unchanged, habits: unchanged.plainHabits }, []).map((what) => `unchanged: ${what}`),
    ...variants.flatMap(({ run }, index) =>
      wrongIn(run, unchanged.habits).map((what) => `variant ${index + 1}: ${what}`),
    ),
  ];
  return { consumer, unchanged, variants, ran: unchanged.ran ?? {}, raised };
}

/** Plants a fault, and sees whether the contract or a hostile run tells of it. */
export async function judgeMutant(pool: Pool, mutant: Mutant, original: Original): Promise<Verdict> {
  const { consumer, file, start, end, text } = mutant;
  const source = readFileSync(join(sourcesOf(consumer), file), "utf8");
  const changed = { file, source: source.slice(0, start) + text + source.slice(end) };
  const unchanged = await pool.run({ consumer, changed, variations: [] });
  const [violation] = unchanged.violations;
  if (violation !== undefined) return { mutant, end: "violation", by: violation };
  if (unchanged.crash !== null) return { mutant, end: "crash", by: unchanged.crash };
  if (unchanged.operations.length === 0)
    return { mutant, end: "violation", by: "no request arrived that the mock could accept" };
  const [habit] = [...unchanged.plainHabits, ...unchanged.findings];
  if (habit !== undefined) return { mutant, end: "hostile", by: habit };
  let isEqual = unchanged.trace === original.unchanged.trace;
  for (const { variations, run } of original.variants) {
    const varied = await pool.run({ consumer, changed, variations });
    const [wrong] = wrongIn(varied, unchanged.habits);
    if (wrong !== undefined) return { mutant, end: "hostile", by: wrong };
    isEqual &&= varied.trace === run.trace;
  }
  const isEquivalent = isEqual && !mutant.isTableEntry && hasRun(mutant, original);
  return {
    mutant,
    end: isEquivalent ? "equivalent" : "missed",
    by: isEqual ? "no difference" : "a difference",
  };
}

/** What a run shows that is wrong, given the habits of the unchanged run. */
function wrongIn(run: JobResult, known: readonly string[]): string[] {
  return [
    ...run.violations,
    ...(run.crash === null ? [] : [run.crash]),
    ...run.habits.filter((one) => !known.includes(one)),
    ...run.findings,
  ];
}

/** Whether all parts ran that have to, before no difference means anything. */
function hasRun({ file, start, end, reach = [[start, end]] }: Mutant, { ran }: Original): boolean {
  const bytes = ran[file];
  return (
    bytes !== undefined && reach.every(([from, to]) => bytes.subarray(from, to).some((one) => one === 1))
  );
}
