import { readFileSync } from "node:fs";
import { registerHooks, stripTypeScriptTypes } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parentPort } from "node:worker_threads";
import { drivers } from "./drivers.ts";
import { sourcesOf } from "./find-mutants.ts";
import { measureRun } from "./measure-run.ts";
import { prelude, runOnStage, type StagedRun } from "./stage.ts";

/** One run that is asked for: a consumer, with one of its files changed or none, and what is varied. */
export interface Job {
  readonly consumer: string;
  readonly changed: { readonly file: string; readonly source: string } | null;
  readonly variations: readonly string[];
  /** Whether is told what ran. */
  readonly isMeasured?: boolean;
}

/** What a run came to; of each file, one byte a character that is 1 where it ran. */
export type JobResult = StagedRun & { readonly ran?: Readonly<Record<string, Uint8Array>> };

let loads = 0;
const changedSources = new Map<string, string>();

// Each run loads the consumer anew, told apart by a number in the address, which what it imports of itself gets too.
registerHooks({
  resolve(specifier, context, next) {
    const found = next(specifier, context);
    const [, load] = /[?&]load=(\d+)/.exec(context.parentURL ?? "") ?? [];
    const isOwn = load !== undefined && found.url.startsWith(folderOf(context.parentURL ?? ""));
    return isOwn && !found.url.includes("load=") ? { ...found, url: `${found.url}?load=${load}` } : found;
  },
  load(url, context, next) {
    if (!/[?&]load=/.test(url)) return next(url, context);
    const source = changedSources.get(url.replace(/[?&]run=\d+/, "?").replace(/\?+&?/, "?"));
    const text = source ?? readFileSync(fileURLToPath(url.replace(/\?.*/, "")), "utf8");
    return { format: "module", source: strippedOf(text), shortCircuit: true };
  },
});

const stripped = new Map<string, string>();

/** The same source is loaded in nearly every run. */
function strippedOf(text: string): string {
  const known = stripped.get(text) ?? prelude + stripTypeScriptTypes(text.replace(/^#!/, "//"));
  stripped.set(text, known);
  return known;
}

function folderOf(url: string): string {
  return url.slice(0, url.replace(/\?.*/, "").lastIndexOf("/") + 1);
}

/** Runs a consumer's driver once. */
export async function runJob({ consumer, changed, variations, isMeasured }: Job): Promise<JobResult> {
  const drive = drivers[consumer];
  if (!drive) throw new Error(`There is no driver for "${consumer}".`);
  const folder = `${pathToFileURL(sourcesOf(consumer)).href}/`;
  const id = ++loads;
  if (changed) changedSources.set(`${folder}${changed.file}?load=${id}`, changed.source);
  const load = (file: string) => import(`${folder}${file}${file.includes("?") ? "&" : "?"}load=${id}`);
  const measured = isMeasured ? await measureRun(folder) : undefined;
  try {
    const run = await runOnStage(drive, load, variations);
    return measured ? { ...run, ran: await measured() } : run;
  } finally {
    changedSources.clear();
  }
}

parentPort?.on("message", (job: Job) => {
  void runJob(job).then((result) => parentPort?.postMessage(result));
});
