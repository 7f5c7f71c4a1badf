import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { createFragmentReader } from "./fragment.ts";
import { mergeFragments, placeOf } from "./merge.ts";

// Redocly reads the merged document; what it finds is told at the fragment's own line.
const folder = join(import.meta.dirname, "..");
const { origins } = mergeFragments(createFragmentReader(join(folder, "spec"))());
const args = ["lint", "generated/openapi.json", "--config", "redocly.yaml", "--format", "json"];
const { stdout, stderr } = spawnSync("redocly", args, { cwd: folder, encoding: "utf8", maxBuffer: 1e8 });

interface Problem {
  readonly ruleId: string;
  readonly severity: "error" | "warn";
  readonly message: string;
  readonly location: readonly { readonly pointer?: string }[];
}

const start = stdout.indexOf("{");
if (start === -1) {
  console.error(stderr);
  process.exitCode = 1;
} else {
  // What the program prints as JSON has this shape in the version that is pinned.
  const { problems } = JSON.parse(stdout.slice(start)) as { problems: readonly Problem[] };
  for (const { ruleId, severity, message, location } of problems) {
    const place = placeOf(location[0]?.pointer ?? "", origins);
    console.error(`${place}: ${severity}: ${message} (${ruleId})`);
  }
  // A warning fails too: one that is meant has its rule switched off, with the reason.
  if (problems.length > 0) process.exitCode = 1;
}
