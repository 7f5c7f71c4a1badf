import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { httpDoor } from "./doors.ts";
import type { RecordedExchange } from "./record-exchanges.ts";

const cli = fileURLToPath(import.meta.resolve("../src/cli.ts"));
const recorder = import.meta.resolve("./record-own-fetch.ts");

/** The environment of an operator who has set nothing but a key. */
export const goodKey = { KOMBO_API_KEY: "ks_dev_sample" };

/** What came of a run of the command line. */
export interface CliRun {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command line as a process of its own, with these variables and no others. */
export function runCli(
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
  record: (exchange: RecordedExchange) => void,
): Promise<CliRun> {
  const child = fork(cli, args, { execArgv: ["--import", recorder], env: environment, silent: true });
  // What the child sends is what record-own-fetch.ts hands over.
  child.on("message", (message) => record(message as unknown as RecordedExchange));
  return new Promise((resolve, reject) => {
    let [stdout, stderr] = ["", ""];
    child.stdout?.setEncoding("utf8").on("data", (text: string) => (stdout += text));
    child.stderr?.setEncoding("utf8").on("data", (text: string) => (stderr += text));
    child.on("error", reject);
    child.on("close", (exitCode) => resolve({ exitCode, stdout, stderr }));
  });
}

/** Opens the HTTP door for one test, with the command line told of it. */
export async function openWithCli() {
  const door = await httpDoor.open();
  const { baseUrl, record } = door;
  return {
    ...door,
    run: (args: readonly string[], environment: Readonly<Record<string, string>> = goodKey) =>
      runCli(args, { KOMBO_BASE_URL: baseUrl, ...environment }, record),
  };
}
