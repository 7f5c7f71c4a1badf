import { join, relative } from "node:path";
import { FragmentError } from "./fragment.ts";
import { createGenerator } from "./generator.ts";
import { watchFragments } from "./watch.ts";
import { readIfThere, writePasses } from "./write.ts";

const packageFolder = join(import.meta.dirname, "..");
const fragments = join(packageFolder, "spec");
const generated = join(packageFolder, "generated");
const generator = createGenerator(fragments);

try {
  if (process.argv.includes("--check")) await check();
  else if (process.argv.includes("--watch"))
    await watchFragments({ generator, fragments, generated, tell: (line) => console.log(line) });
  else for await (const _ of writePasses(generator, generated));
} catch (error) {
  if (!(error instanceof FragmentError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

/** Compares what is committed with what would be generated. */
async function check(): Promise<void> {
  const stale: string[] = [];
  for await (const { files } of generator.run()) {
    for (const [name, text] of files) {
      const path = join(generated, name);
      if (readIfThere(path) !== text) stale.push(`  ${relative(process.cwd(), path)}`);
    }
  }
  if (stale.length === 0) return;
  console.error(`Generated files are not fresh:\n${stale.join("\n")}\nRun: pnpm generate`);
  process.exitCode = 1;
}
