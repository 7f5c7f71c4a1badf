import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** The repository's root folder. */
export const root = join(import.meta.dirname, "..");

/** Where reports of a run are put; not committed. */
export const reports = join(root, ".reports");

/** What a run came to. */
export interface Count {
  readonly passed: number;
  readonly failed: number;
}

/** Runs a command with its output shown; true when it ends well. */
export function succeeds(command: string, args: readonly string[], folder = root): boolean {
  const { status, error } = spawnSync(command, args, { cwd: folder, stdio: "inherit" });
  if (error) console.error(`${command}: ${error.message}`);
  return status === 0;
}

/** Runs a command, shows its output and returns it. */
export function outputOf(
  command: string,
  args: readonly string[],
  folder = root,
): { ok: boolean; text: string } {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: folder, encoding: "utf8" });
  const text = `${stdout ?? ""}${stderr ?? ""}`;
  process.stdout.write(text);
  return { ok: status === 0, text };
}

/** Keeps a count for the closing line of a later step. */
export function keepCount(name: string, count: Count): void {
  mkdirSync(reports, { recursive: true });
  writeFileSync(join(reports, `${name}.json`), JSON.stringify(count));
}

/** A count that an earlier step kept. */
export function keptCount(name: string): Count {
  return JSON.parse(readFileSync(join(reports, `${name}.json`), "utf8")) as Count;
}

/** Prints the closing line and sets the exit code. */
export function close(...counts: readonly Count[]): void {
  const passed = counts.reduce((sum, one) => sum + one.passed, 0);
  const failed = counts.reduce((sum, one) => sum + one.failed, 0);
  if (failed > 0 || passed === 0) process.exitCode = 1;
  console.log(`${passed} passed, ${failed} failed`);
}
