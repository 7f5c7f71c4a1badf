import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";

// Each example is a process, which a busy machine may take a while for.
vi.setConfig({ testTimeout: 60_000 });

const folder = join(import.meta.dirname, "..");
const readme = readFileSync(join(folder, "README.md"), "utf8");

const examples = [...readme.matchAll(/^```ts\n(.*?)^```\s+^```text\n(.*?)^```$/gms)].map(
  ([, code = "", output = ""]) => ({ code, output, title: /^(?!import).+/m.exec(code)?.[0] }),
);

test("the README has examples that say what they print", () => {
  expect(examples.length).toBeGreaterThan(0);
  expect(readme.match(/^```ts$/gm)).toHaveLength(examples.length);
});

test.each(examples)("the README's example prints what the README says: $title", ({ code, output }) => {
  const args = ["--conditions=kombo-mock-source", "--input-type=module-typescript", "--eval", code];
  const printed = execFileSync(process.execPath, args, { cwd: folder, encoding: "utf8" });
  expect(printed).not.toBe("");
  expect(printed).toBe(output);
});
