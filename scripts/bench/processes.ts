import { type ChildProcess, fork, spawn } from "node:child_process";
import { Agent, get } from "node:http";
import { join } from "node:path";

const connections = 8;
const authorization = "Bearer ks_dev_mock";

/** Headers of a request, beside the API key. */
type Headers = Readonly<Record<string, string>>;

/** A server of the kind, in a process of its own; the bare one sends what is in the file. */
export async function start(
  kind: string,
  file?: string,
  world = "small",
): Promise<{ child: ChildProcess; url: string }> {
  const child = fork(join(import.meta.dirname, "server.ts"), [kind, file ?? "", world], {
    // Request lines go to a pipe that nobody reads into text, as they would in CI.
    stdio: ["ignore", "inherit", kind === "mock-with-log" ? "ignore" : "inherit", "ipc"],
  });
  const { url } = await message<{ url: string }>(child);
  return { child, url };
}

/** The CPU time that a server used so far, in microseconds. */
export async function cpuOf(child: ChildProcess): Promise<number> {
  const answered = message<{ cpu: number }>(child);
  child.send("cpu");
  return (await answered).cpu;
}

function message<T>(child: ChildProcess): Promise<T> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null) => reject(new Error(`A server ended with ${code}.`));
    child.once("exit", ended);
    child.once("message", (value) => {
      child.off("exit", ended);
      resolve(value as T);
    });
  });
}

/** Sends a bounded number of requests over a few connections. */
export async function load(url: string, count: number, headers: Headers = {}): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  let left = count;
  const worker = async () => {
    while (left-- > 0) await read(url, headers, agent);
  };
  await Promise.all(Array.from({ length: connections }, worker));
  agent.destroy();
}

/** The body of a 200. */
export function read(url: string, headers: Headers = {}, agent?: Agent): Promise<string> {
  return new Promise((resolve, reject) => {
    get(url, { headers: { authorization, ...headers }, ...(agent ? { agent } : {}) }, (response) => {
      let body = "";
      response.setEncoding("utf8");
      response.on("data", (chunk: string) => {
        body += chunk;
      });
      response.on("end", () => (response.statusCode === 200 ? resolve(body) : reject(new Error(body))));
    }).on("error", reject);
  });
}

/** Milliseconds from starting a server to its first 200. */
export async function timeToAnswer(args: readonly string[], path: string): Promise<number> {
  const began = performance.now();
  const child = spawn("node", args, { stdio: ["ignore", "pipe", "inherit"] });
  const ready = await new Promise<string>((resolve, reject) => {
    child.stdout.once("data", (chunk: Buffer) => resolve(chunk.toString()));
    child.once("exit", (code) => reject(new Error(`A server ended with ${code}.`)));
  });
  const { baseUrl } = JSON.parse(ready.split("\n")[0] ?? "") as { baseUrl: string };
  await read(`${baseUrl}${path}`);
  const took = performance.now() - began;
  child.kill();
  return took;
}
