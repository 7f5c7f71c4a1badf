import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { type CliRun, startCli } from "./run-cli.ts";

/** What programs under test begin with: a function that asks the API as the environment says. */
const prelude = `
const { KOMBO_BASE_URL: base, KOMBO_API_KEY: key, KOMBO_INTEGRATION_ID: id, KOMBO_MOCK_URL: url } = process.env;
async function ask(operation, { apiKey = key, body, root = base } = {}) {
  const [method, path] = operation.split(" ");
  const headers = { authorization: "Bearer " + apiKey, "x-integration-id": id };
  if (body) headers["content-type"] = "application/json";
  const response = await fetch(root + path, { method, headers, body: body && JSON.stringify(body) });
  return { status: response.status, json: await response.json() };
}
const control = (call, body) => ask(call, { body, root: url + "/_mock" });
`;

/** A folder of a test's own, with files in it, one of which `exec` runs. */
export function project(
  given: string | Readonly<Record<string, string>>,
  more: Readonly<Record<string, string>> = {},
) {
  const folder = mkdtempSync(join(tmpdir(), "kombo-exec-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const files = typeof given === "string" ? { "program.mjs": `${prelude}\n${given}`, ...more } : given;
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const start = (
    options: readonly string[] = [],
    env: Readonly<Record<string, string>> = {},
    program = "program.mjs",
  ) => {
    const args = ["exec", ...options, "--", process.execPath, program];
    const conditions = { NODE_OPTIONS: "--conditions=kombo-mock-source" };
    return startCli(args, { cwd: folder, env: { PATH: process.env["PATH"] ?? "", ...conditions, ...env } });
  };
  return {
    folder,
    read: (name: string) => readFileSync(join(folder, name), "utf8"),
    start,
    async exec(...run: Parameters<typeof start>): Promise<CliRun> {
      const { child, output } = start(...run);
      const [exitCode] = (await once(child, "close")) as [number | null];
      return { exitCode, ...output };
    },
  };
}

/** The last line that a run has printed. */
export function lastLine({ stdout }: Pick<CliRun, "stdout">): string {
  return stdout.trimEnd().split("\n").at(-1) ?? "";
}
