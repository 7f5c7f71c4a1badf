import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { startServer } from "kombo-mock";
import { expect, onTestFinished, test } from "vitest";

const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
const blockOf = (language: string) => readme.match(new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, "s"))?.[1];

test("the README's example prints what it says", async () => {
  const { url, close } = await startServer({ port: 0, clock: "frozen" });
  onTestFinished(close);
  const folder = mkdtempSync(join(tmpdir(), "absences-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const example = (blockOf("ts") ?? "")
    .replaceAll('"./src/', `"${new URL("../src/", import.meta.url)}`)
    .replace("http://127.0.0.1:4747", url);
  writeFileSync(join(folder, "example.ts"), example);
  const { stdout, stderr } = await promisify(execFile)(process.execPath, ["example.ts"], { cwd: folder });
  expect(stdout).toBe(blockOf("text"));
  expect(stderr).toBe("");
});
