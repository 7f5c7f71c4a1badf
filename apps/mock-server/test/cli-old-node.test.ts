import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const bin = import.meta.resolve("../bin/kombo-mock.js");

const run = (node: string, args: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(node, args, { encoding: "utf8" });
  return { status, stdout, stderr };
};

const tooOld = (version: string) => ({
  status: 1,
  stdout: "",
  stderr: `kombo-mock needs Node 22.12 or newer, and this is v${version}. Install a newer one, or run the tests through a package manager that brings its own.\n`,
});

/** A Node that says that it is this version. */
function runAs(version: string) {
  const script = `Object.defineProperty(process.versions, "node", { value: "${version}" });
Object.defineProperty(process, "version", { value: "v${version}" });
process.argv = ["node", "kombo-mock", "serve"];
await import(${JSON.stringify(bin)});`;
  return run(process.execPath, ["--input-type=module", "--eval", script]);
}

test.each(["18.20.4", "20.20.2", "22.11.0"])(
  "Node %s is told in a sentence that it is too old",
  (version) => {
    expect(runAs(version)).toEqual(tooOld(version));
  },
);

/** Old ones that this machine has beside the one that runs the tests. */
const installed = ["/usr/bin/node", "/usr/local/bin/node"].flatMap((node) => {
  const version = existsSync(node) ? run(node, ["-p", "process.versions.node"]).stdout.trim() : "";
  return /^(?:1\d|2[01])\./.test(version) ? [{ node, version }] : [];
});

test.each(installed)("$node, which is $version, gets as far as that sentence", ({ node, version }) => {
  expect(run(node, [fileURLToPath(bin), "serve"])).toEqual(tooOld(version));
});
