import { vi } from "vitest";
import { main } from "../src/cli.ts";
import type { CliRun } from "./run-cli.ts";

/** Runs the command line inside the test's own process, up to the point where it would exit. */
export async function run(args: readonly string[]): Promise<CliRun> {
  class Exit extends Error {
    readonly exitCode: number;
    constructor(exitCode: number) {
      super("The command line exits.");
      this.exitCode = exitCode;
    }
  }
  const written = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const) {
    vi.spyOn(process[name], "write").mockImplementation((text) => {
      written[name] += String(text);
      return true;
    });
  }
  vi.spyOn(process, "exit").mockImplementation((code) => {
    throw new Exit(Number(code));
  });
  try {
    await main(["node", "kombo-mock", ...args]);
    return { exitCode: null, ...written };
  } catch (error) {
    if (error instanceof Exit) return { exitCode: error.exitCode, ...written };
    throw error;
  } finally {
    vi.restoreAllMocks();
  }
}
