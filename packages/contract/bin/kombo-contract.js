#!/usr/bin/env node
// Plain JavaScript that any Node understands, so that an old one gets a sentence and not a syntax error.
const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 22 || (major === 22 && minor < 12)) {
  console.error(
    `kombo-contract needs Node 22.12 or newer, and this is ${process.version}. Install a newer one.`,
  );
  process.exit(1);
}
const { main } = await import("../dist/cli.js");
await main(process.argv);
