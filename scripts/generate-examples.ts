import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, relative } from "node:path";
import { examplesFile } from "../packages/openapi/scripts/examples.ts";
import { readIfThere } from "../packages/openapi/scripts/write.ts";
import { fragments, makeExamples } from "./examples/examples.ts";
import { root } from "./run.ts";

// Writes the examples of the document, as the mock answers them. They are made by what is made from the document, and
// become a part of it; but nothing that the mock is made from depends on them.
const file = examplesFile(fragments);
const fresh = `${JSON.stringify(await makeExamples(), null, 2)}\n`;
if (fresh !== readIfThere(file)) {
  if (process.argv.includes("--check")) {
    console.error(`${relative(root, file)} is not fresh. Run: pnpm generate`);
    process.exitCode = 1;
  } else {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, fresh);
  }
}
