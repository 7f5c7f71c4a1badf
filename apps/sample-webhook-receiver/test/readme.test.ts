import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { startServer } from "kombo-mock";
import { expect, onTestFinished, test } from "vitest";

const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
const blockOf = (language: string) => readme.match(new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, "s"))?.[1];

test("the README's example prints what it says", { timeout: 60_000 }, async () => {
  const { url, close } = await startServer({ port: 0, world: "demo" });
  onTestFinished(close);
  const folder = mkdtempSync(join(tmpdir(), "receiver-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const example = (blockOf("ts") ?? "")
    .replaceAll('"./src/', `"${new URL("../src/", import.meta.url)}`)
    .replaceAll("http://127.0.0.1:4747", url)
    // A free port in place of one that may be taken.
    .replace('"http://127.0.0.1:3000/"', `"http://127.0.0.1:" + Object(server.address()).port`)
    .replace("listen(3000", "listen(0");
  writeFileSync(join(folder, "example.ts"), example);
  const args = ["--conditions=kombo-mock-source", "example.ts"];
  const { stdout, stderr } = await promisify(execFile)(process.execPath, args, { cwd: folder });
  expect(stdout).toBe(blockOf("text"));
  expect(stderr).toBe("");
});
