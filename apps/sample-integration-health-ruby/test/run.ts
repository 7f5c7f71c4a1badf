// Runs the Ruby tests against a server of their own and sums them up in the last line.
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const app = join(import.meta.dirname, "..");
const server = fileURLToPath(new URL("bin/kombo-mock.js", import.meta.resolve("kombo-mock/package.json")));

if (spawnSync("ruby", ["--version"]).error) {
  console.log("ruby is not installed: the Ruby tests did not run");
  // Whoever asks for these tests must not take their absence for success.
  process.exit(process.env["CI"] || process.argv.includes("--require") ? 1 : 0);
}
process.exitCode = await runTests();

async function runTests(): Promise<number> {
  const serving = spawn(process.execPath, [server, "serve", "--port", "0", "--json", "--quiet"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const interrupt = () => serving.kill("SIGTERM");
  process.once("SIGINT", interrupt).once("SIGTERM", interrupt);
  try {
    const { output, status } = await runRuby(await baseUrlOf(serving));
    return summarize(output, status);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return summarize("", 1);
  } finally {
    await end(serving);
  }
}

/** Waits for the server's first line, which says where it listens. */
async function baseUrlOf(serving: ChildProcess & { stdout: NonNullable<ChildProcess["stdout"]> }) {
  const line = await new Promise<string>((resolve, reject) => {
    createInterface(serving.stdout).once("line", resolve);
    serving.once("error", reject);
    serving.once("exit", (code) => reject(new Error(`The server ended (exit ${code}) before it was ready.`)));
    setTimeout(() => reject(new Error("The server was not ready after 30 seconds.")), 30_000).unref();
  });
  const { baseUrl }: { baseUrl: string } = JSON.parse(line);
  return baseUrl;
}

/** Runs the tests, showing what they print as it comes. */
async function runRuby(baseUrl: string): Promise<{ output: string; status: number }> {
  const ruby = spawn("ruby", ["-Ilib", "-Itest", "test/all.rb"], {
    cwd: app,
    env: { ...process.env, KOMBO_BASE_URL: baseUrl, KOMBO_API_KEY: "ks_dev_ruby" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let output = "";
  ruby.stdout.setEncoding("utf8").on("data", (text: string) => {
    output += text;
    process.stdout.write(text);
  });
  const [code] = await once(ruby, "close");
  return { output, status: code ?? 1 };
}

/** Prints the closing line from minitest's own, and returns the exit status. */
function summarize(output: string, status: number): number {
  const counts = /^(\d+) runs, \d+ assertions, (\d+) failures, (\d+) errors, (\d+) skips$/m.exec(output);
  const [runs = 0, failures = 0, errors = 0, skips = 0] = counts?.slice(1).map(Number) ?? [];
  // A skipped test proves nothing, nor does a run that broke off.
  const failed = failures + errors + skips || (status === 0 && runs > 0 ? 0 : 1);
  console.log(`${Math.max(runs - failed, 0)} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

async function end(serving: ChildProcess): Promise<void> {
  if (serving.exitCode !== null || serving.signalCode !== null || serving.pid === undefined) return;
  const ended = once(serving, "exit");
  serving.kill("SIGTERM");
  await ended;
}
