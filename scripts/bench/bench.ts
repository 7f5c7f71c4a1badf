import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { line, spreadOf } from "./figures.ts";
import { lists } from "./lists.ts";
import { cpuOf, load, read, start, timeToAnswer } from "./processes.ts";
import { roots } from "./roots.ts";

// Ratios only: the machine drifts, so that what is compared runs side by side, in turns, in one run.
const rounds = 5;
const requestsPerRound = 4_000;
const integration = "/v1/integrations/factorial%3A8d1hpPsbjxUkoCoa1veLZGe5";
const answerPath = integration.slice("/v1".length);
const folder = mkdtempSync(join(tmpdir(), "kombo-mock-bench-"));

try {
  console.log(`${rounds} rounds, interleaved; median (least–greatest); under 1.3 is a tie.\n`);
  await requests();
  await firstAnswer();
  testFile();
  await lists(folder, rounds);
  await roots(rounds);
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
  for (const { url } of servers) await load(`${url}${integration}`, requestsPerRound);
  const cpu: Record<string, number[]> = {};
  const rate: Record<string, number[]> = {};
  for (let round = 0; round < rounds; round++) {
    for (const { kind, child, url } of servers) {
      const before = await cpuOf(child);
      const began = performance.now();
      await load(`${url}${integration}`, requestsPerRound);
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
    const bare = await timeToAnswer([bareFile], answerPath);
    const mock = await timeToAnswer(
      [
        join(import.meta.dirname, "../../apps/mock-server/bin/kombo-mock.js"),
        ...["serve", "--port", "0", "--json", "--quiet"],
      ],
      answerPath,
    );
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
