import { type ChildProcess, execFileSync, fork, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { Agent, get } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { line, spreadOf } from "./figures.ts";

// Ratios only: the machine drifts, so that what is compared runs side by side, in turns, in one run.
const rounds = 5;
const requestsPerRound = 4_000;
const connections = 8;
const integration = "/v1/integrations/factorial%3A8d1hpPsbjxUkoCoa1veLZGe5";
const headers = { authorization: "Bearer ks_dev_mock" };
const folder = mkdtempSync(join(tmpdir(), "kombo-mock-bench-"));

try {
  console.log(`${rounds} rounds, interleaved; median (least–greatest); under 1.3 is a tie.\n`);
  await requests();
  await firstAnswer();
  testFile();
} finally {
  rmSync(folder, { recursive: true });
}

/** CPU and throughput of a request, against a bare server that sends the same bytes. */
async function requests(): Promise<void> {
  const first = await start("mock");
  const answer = await read(`${first.url}${integration}`);
  first.child.kill();
  const file = join(folder, "answer.json");
  writeFileSync(file, answer);

  const kinds = ["bare", "mock", "mock-with-log"] as const;
  const servers = await Promise.all(kinds.map(async (kind) => ({ kind, ...(await start(kind, file)) })));
  for (const { url } of servers) await load(url, requestsPerRound);
  const cpu: Record<string, number[]> = {};
  const rate: Record<string, number[]> = {};
  for (let round = 0; round < rounds; round++) {
    for (const { kind, child, url } of servers) {
      const before = await cpuOf(child);
      const began = performance.now();
      await load(url, requestsPerRound);
      const seconds = (performance.now() - began) / 1_000;
      const used = ((await cpuOf(child)) - before) / requestsPerRound;
      cpu[kind] = [...(cpu[kind] ?? []), used];
      rate[kind] = [...(rate[kind] ?? []), requestsPerRound / seconds];
    }
  }
  for (const { child } of servers) child.kill();

  const against = (all: Record<string, number[]>, kind: string) =>
    (all[kind] ?? []).map((figure, round) => figure / (all["bare"]?.[round] ?? Number.NaN));
  const shown = (kind: string) =>
    `${spreadOf(cpu[kind] ?? []).median.toFixed(0)} µs, bare ${spreadOf(cpu["bare"] ?? []).median.toFixed(0)} µs`;
  console.log(line("CPU per request, integration details (--quiet)", against(cpu, "mock"), shown("mock")));
  console.log(
    line("CPU per request, with request lines", against(cpu, "mock-with-log"), shown("mock-with-log")),
  );
  console.log(line("requests per second, against bare (--quiet)", against(rate, "mock"), "more is better"));
}

/** From starting the built command to its first 200, against starting node with a bare server. */
async function firstAnswer(): Promise<void> {
  const ratios: number[] = [];
  const times: number[] = [];
  const bareFile = join(folder, "bare.mjs");
  writeFileSync(
    bareFile,
    `import { createServer } from "node:http";
const server = createServer((_, response) => response.end("{}"));
server.listen(0, "127.0.0.1", () => console.log(JSON.stringify({ baseUrl: "http://127.0.0.1:" + server.address().port })));`,
  );
  for (let round = 0; round < rounds; round++) {
    const bare = await timeToAnswer([bareFile]);
    const mock = await timeToAnswer([
      join(import.meta.dirname, "../../apps/mock-server/bin/kombo-mock.js"),
      ...["serve", "--port", "0", "--json", "--quiet"],
    ]);
    ratios.push(mock / bare);
    times.push(mock);
  }
  const { median, max } = spreadOf(times);
  console.log(
    line(
      "start to first 200, against a bare server's",
      ratios,
      `${median.toFixed(0)} ms, at most ${max.toFixed(0)} ms`,
    ),
  );
}

/** What a test file pays: importing msw alone, against importing the mock too, making one, and a first answer. */
function testFile(): void {
  const folderOfMock = join(import.meta.dirname, "../../packages/msw");
  const run = (name: string, code: string) => {
    const file = join(folderOfMock, `bench-${name}.mjs`);
    writeFileSync(
      file,
      `const began = performance.now();\n${code}\nprocess.stdout.write(String(performance.now() - began));\n`,
    );
    try {
      return Number(execFileSync("node", [file], { encoding: "utf8" }));
    } finally {
      rmSync(file);
    }
  };
  const msw = `const { setupServer } = await import("msw/node"); const { http } = await import("msw");`;
  const mock = `${msw}
const { createMock } = await import("@kombo-mock/msw");
const mock = createMock();
setupServer(...mock.handlers);
await (await mock.fetch("https://api.kombo.dev/v1/check-api-key", { headers: { authorization: "Bearer ks_dev_mock" } })).text();`;
  const ratios: number[] = [];
  const extra: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const alone = run("msw", msw);
    const both = run("mock", mock);
    ratios.push(both / alone);
    extra.push(both - alone);
  }
  console.log(
    line("cost of a test file, against msw alone", ratios, `${spreadOf(extra).median.toFixed(0)} ms more`),
  );
}

async function start(kind: string, file?: string): Promise<{ child: ChildProcess; url: string }> {
  const child = fork(join(import.meta.dirname, "server.ts"), [kind, ...(file ? [file] : [])], {
    // Request lines go to a pipe that nobody reads into text, as they would in CI.
    stdio: ["ignore", "inherit", kind === "mock-with-log" ? "ignore" : "inherit", "ipc"],
  });
  const { url } = await message<{ url: string }>(child);
  return { child, url };
}

async function cpuOf(child: ChildProcess): Promise<number> {
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
async function load(url: string, count: number): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  let left = count;
  const worker = async () => {
    while (left-- > 0) await read(`${url}${integration}`, agent);
  };
  await Promise.all(Array.from({ length: connections }, worker));
  agent.destroy();
}

function read(url: string, agent?: Agent): Promise<string> {
  return new Promise((resolve, reject) => {
    get(url, { headers, ...(agent ? { agent } : {}) }, (response) => {
      let body = "";
      response.setEncoding("utf8");
      response.on("data", (chunk: string) => {
        body += chunk;
      });
      response.on("end", () => (response.statusCode === 200 ? resolve(body) : reject(new Error(body))));
    }).on("error", reject);
  });
}

async function timeToAnswer(args: readonly string[]): Promise<number> {
  const began = performance.now();
  const child = spawn("node", args, { stdio: ["ignore", "pipe", "inherit"] });
  const ready = await new Promise<string>((resolve, reject) => {
    child.stdout.once("data", (chunk: Buffer) => resolve(chunk.toString()));
    child.once("exit", (code) => reject(new Error(`A server ended with ${code}.`)));
  });
  const { baseUrl } = JSON.parse(ready.split("\n")[0] ?? "") as { baseUrl: string };
  await read(`${baseUrl}${integration.slice("/v1".length)}`);
  const took = performance.now() - began;
  child.kill();
  return took;
}
