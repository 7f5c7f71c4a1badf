/// <reference types="node" />

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { main } from "@kombo-mock/contract/cli";
import { onTestFinished, vi } from "vitest";

/** What came of a run. */
export interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the contract program inside the test's own process, up to where it would exit. */
export async function runContract(...args: readonly string[]): Promise<Run> {
  const written = { stdout: "", stderr: "" };
  const spies = (["stdout", "stderr"] as const).map((name) =>
    vi.spyOn(process[name], "write").mockImplementation((text) => {
      written[name] += String(text);
      return true;
    }),
  );
  const exit = vi.spyOn(process, "exit").mockImplementation((code) => {
    throw new Exit(Number(code));
  });
  const before = process.exitCode;
  process.exitCode = undefined;
  let code = 0;
  try {
    await main(["node", "kombo-contract", ...args]);
    code = Number(process.exitCode ?? 0);
  } catch (error) {
    if (!(error instanceof Exit)) throw error;
    code = error.code;
  } finally {
    process.exitCode = before;
    for (const spy of [...spies, exit]) spy.mockRestore();
  }
  return { code, out: written.stdout, err: written.stderr };
}

class Exit extends Error {
  readonly code: number;
  constructor(code: number) {
    super("The program exits.");
    this.code = code;
  }
}

/** A folder that is there until the test ends, with files in it; what is no text is written as JSON. */
export function folderWith(files: Readonly<Record<string, unknown>>): (name?: string) => string {
  const folder = mkdtempSync(join(tmpdir(), "kombo-contract-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, content] of Object.entries(files)) {
    const file = join(folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content));
  }
  return (name = "") => join(folder, name);
}
