import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { connectMock } from "@kombo-mock/msw/connect";
import { expect, test, vi } from "vitest";
import { cache, serveCli } from "./run-cli.ts";

// Each run starts processes, which a busy machine may take a while for.
vi.setConfig({ testTimeout: 120_000 });

const run = promisify(execFile);
const file = fileURLToPath(new URL("../README.md", import.meta.url));
const [, section = ""] = readFileSync(file, "utf8").split(/^## The whole story$/m);
const blockOf = (language: string) =>
  new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\`$`, "ms").exec(section)?.[1] ?? "";

/** What a program prints that is run against a server of its own, and what the mock finds wrong with its calls. */
async function printed(program: string, args: (here: string) => [string, ...string[]]) {
  const { url } = await serveCli(["--clock", "frozen", "--quiet"]);
  const [command, ...others] = args(program.replaceAll("http://127.0.0.1:4747", url));
  const env = { ...process.env, ...cache };
  const { stdout, stderr } = await run(command, others, { cwd: dirname(file), env });
  expect(stderr).toBe("");
  expect(await connectMock({ url }).contract()).toEqual([]);
  return stdout;
}

test("the whole story runs through the official SDK, with webhooks that arrive", async () => {
  const flags = ["--conditions=kombo-mock-source", "--input-type=module-typescript", "--eval"];
  expect(await printed(blockOf("ts"), (here) => [process.execPath, ...flags, here])).toBe(blockOf("text"));
});

test("the whole story runs through plain curl", async () => {
  expect(await printed(blockOf("sh"), (here) => ["bash", "-euc", here])).toBe(blockOf("text"));
});
