import { watch } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { FragmentError } from "./fragment.ts";
import type { Generator } from "./generator.ts";
import { writePasses } from "./write.ts";

/** Where to look, where to write, whom to tell, and when to stop. */
export interface WatchOptions {
  readonly generator: Generator;
  readonly fragments: string;
  readonly generated: string;
  readonly tell: (line: string) => void;
  readonly signal?: AbortSignal;
}

/** Editors empty a file before they write it, and a save comes as several events: what comes within this is one. */
const settling = 20;

/** Writes generated files again whenever a fragment is saved, and tells each pass as it is done, with its time. */
export async function watchFragments(options: WatchOptions): Promise<void> {
  const { fragments, tell, signal } = options;
  const saved = new Set<string>();
  let next = Promise.withResolvers<void>();
  // Listens before the first pass, so that nothing saved meanwhile is missed.
  const watcher = watch(fragments, { recursive: true }, (_event, name) => {
    if (!name?.endsWith(".openapi.yaml")) return;
    saved.add(name);
    next.resolve();
  });
  signal?.addEventListener("abort", () => next.resolve());
  await runOnce("all fragments", options);
  tell(`Watching ${fragments}.`);
  while (!signal?.aborted) {
    await next.promise;
    await wait(settling);
    next = Promise.withResolvers();
    const names = [...saved].join(", ");
    saved.clear();
    if (names) await runOnce(names, options);
  }
  watcher.close();
}

/** One run, told; a save that changes nothing is not worth a line, and a fault does not end the watch. */
async function runOnce(names: string, { generator, generated, tell }: WatchOptions): Promise<void> {
  const began = performance.now();
  let told = 0;
  try {
    for await (const { name, isNew, milliseconds } of writePasses(generator, generated)) {
      if (!isNew) continue;
      tell(`  ${name}: ${Math.round(milliseconds)} ms`);
      told++;
    }
    if (told > 0) tell(`${names}: generated in ${Math.round(performance.now() - began)} ms`);
  } catch (error) {
    tell(
      error instanceof FragmentError ? error.message : String(error instanceof Error ? error.stack : error),
    );
    tell(`${names}: not generated, after ${Math.round(performance.now() - began)} ms`);
  }
}
