import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { afterAll } from "vitest";

const entry = `import { main } from ${JSON.stringify(import.meta.resolve("../src/cli.ts"))};
await main(["node", "kombo-mock", ...process.argv.slice(1)]);`;

// What Node made of the sources in an earlier run; a source that has changed is read anew.
export const cache = {
  NODE_COMPILE_CACHE: fileURLToPath(new URL("../node_modules/.cache/node", import.meta.url)),
};

/** How the command line is run: what stands before its arguments. */
interface Run {
  readonly env?: Readonly<Record<string, string>>;
  /** Arguments of node that come first. */
  readonly node?: readonly string[];
  /** The folder that it runs in. */
  readonly cwd?: string;
}

/** What came of a run that ended by itself. */
export interface CliRun {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const started: ChildProcess[] = [];
// Not `onTestFinished`, which does not know which of several tests at a time is meant.
afterAll(async () => {
  await Promise.all(started.map(end));
});

/** Starts `kombo-mock` from its sources as a process of its own, with these variables and no others. */
export function startCli(args: readonly string[], { env = {}, node = [], cwd }: Run = {}) {
  const source = ["--conditions=kombo-mock-source", "--input-type=module", "--eval", entry, "--"];
  const child = spawn(process.execPath, [...node, ...source, ...args], { env: { ...cache, ...env }, cwd });
  started.push(child);
  return { child, output: outputOf(child) };
}

/** Runs it to its end. */
export async function runCli(args: readonly string[], run?: Run): Promise<CliRun> {
  const { child, output } = startCli(args, run);
  const [exitCode] = (await once(child, "close")) as [number | null];
  return { exitCode, ...output };
}

/** Starts `kombo-mock serve --port 0 --json` with further arguments, and waits until it is ready. */
export async function serveCli(args: readonly string[] = [], run?: Run) {
  const { child, output } = startCli(["serve", "--port", "0", "--json", ...args], run);
  const exit = once(child, "close") as Promise<[number | null, string | null]>;
  await Promise.race([once(child.stdout, "data"), exit]);
  const ready = JSON.parse(output.stdout.split("\n")[0] || "null") as { url: string; baseUrl: string } | null;
  if (ready === null) throw new Error(`The server did not start: ${output.stderr}`);
  return { child, output, exit, ...ready };
}

/** What a process has written so far. */
function outputOf({ stdout, stderr }: Pick<ChildProcess, "stdout" | "stderr">) {
  const output = { stdout: "", stderr: "" };
  stdout?.setEncoding("utf8").on("data", (text: string) => (output.stdout += text));
  stderr?.setEncoding("utf8").on("data", (text: string) => (output.stderr += text));
  return output;
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, "exit");
  child.kill("SIGKILL");
  await exit;
}
