import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Generator, Pass } from "./generator.ts";

/** Writes what a generator makes into a folder, pass by pass, and leaves alone what is there already. */
export async function* writePasses(generator: Generator, folder: string): AsyncGenerator<Pass> {
  for await (const pass of generator.run()) {
    for (const [name, text] of pass.files) {
      const path = join(folder, name);
      if (readIfThere(path) === text) continue;
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
    }
    yield pass;
  }
}

/** A file's text; undefined where there is no such file. */
export function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
