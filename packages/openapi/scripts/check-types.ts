import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createFragmentReader } from "./fragment.ts";
import { mergeFragments } from "./merge.ts";
import { placeFaults } from "./type-faults.ts";

// Projects skip the check of declarations, so that a fault of the generated types would only show as a silent `any`.
// This checks them alone, and tells each fault at the fragment's line.
const folder = join(import.meta.dirname, "..");
const project = join(folder, "tsconfig.generated.json");
const { stdout, status } = spawnSync("tsc", ["-p", project, "--pretty", "false"], { encoding: "utf8" });
const merged = mergeFragments(createFragmentReader(join(folder, "spec"))());
const output = placeFaults(stdout, { ...merged, readTypes: (name) => readFileSync(name, "utf8") });
if (output) console.error(output);
if (status !== 0) process.exitCode = 1;
