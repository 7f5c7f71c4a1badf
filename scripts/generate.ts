import { succeeds } from "./run.ts";

// With `--watch`, only what fragments are made into, again at each save; otherwise every package, then what is listed.
const source = "--conditions=kombo-mock-source";
const steps: readonly (readonly [command: string, ...args: string[]])[] = process.argv.includes("--watch")
  ? [["node", "packages/openapi/scripts/generate.ts", "--watch"]]
  : [
      ["turbo", "run", "generate", "--output-logs=errors-only"],
      // What the mock answers becomes the document's examples; nothing else is made from them.
      ["node", source, "scripts/generate-examples.ts"],
      ["node", "packages/openapi/scripts/generate.ts"],
      ["node", source, "scripts/generate-readme.ts"],
      ["node", source, "scripts/slices/generate-supported.ts"],
    ];

if (!steps.every(([command, ...args]) => succeeds(command, args))) process.exitCode = 1;
