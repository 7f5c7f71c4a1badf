import { once } from "node:events";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { lastLine, project } from "./exec-cli.ts";

const broken = 'await ask("GET /hris/employees?page_size=1000");';

test("a suite that never calls the mock is red, unless it may", async () => {
  const { exec } = project('await control("GET /health");');
  const run = await exec();
  expect(run.exitCode).toBe(1);
  expect(lastLine(run)).toBe(
    "tests: passed · contract: 0 errors in 0 requests to 0 operations · exit 1 (no request arrived; --allow-empty lets that pass)",
  );
  expect((await exec(["--allow-empty"])).exitCode).toBe(0);
});

test("a reset after each test hides nothing", async () => {
  const run = await project(
    `${broken} await control("POST /reset", {}); ${broken} await control("POST /reset", {});`,
  ).exec();
  expect(run.exitCode).toBe(1);
  expect(run.stdout).toContain("error invalid-parameter (2 times)");
});

test("a key for each test hides nothing", async () => {
  const run = await project(`
    for (const test of [1, 2, 3]) {
      const apiKey = key + "_" + test;
      const path = test === 2 ? "/hris/groups?page_size=0" : "/hris/employees?page_size=1000";
      const { status } = await ask("GET " + path, { apiKey });
      if (status !== 400) process.exit(3);
    }`).exec();
  expect(run.exitCode).toBe(1);
  expect(run.stdout).toContain("error invalid-parameter (2 times)\n  GET /hris/employees\n");
  expect(run.stdout).toContain("error invalid-parameter\n  GET /hris/groups\n");
});

test("a suite that is killed half-way reports what it did", async () => {
  const run = await project(
    `${broken} process.kill(process.pid, "SIGKILL"); await new Promise(() => {});`,
  ).exec();
  expect(run.exitCode).toBe(137);
  expect(run.stdout).toContain("error invalid-parameter");
  expect(lastLine(run)).toBe(
    "tests: ended by SIGKILL · contract: 1 error in 1 request to 1 operation · exit 137 (tests)",
  );
});

test("a job that is killed whole leaves journal and reports", async () => {
  const { start, read, folder } = project(`${broken} console.log("sent"); process.stdin.resume();`);
  const { child } = start(["--artifacts", "artifacts"]);
  await once(child.stdout, "data");
  // Written last, so that the others are there when it is.
  await vi.waitUntil(() => read("artifacts/run.json").includes('"exchanges": 1'), { timeout: 40_000 });
  child.kill("SIGKILL");
  // The program outlives what has started it, until nobody is there to talk to.
  child.stdin.end();
  await once(child, "close");
  expect(read("artifacts/journal.ndjson").trim().split("\n")).toHaveLength(1);
  expect(JSON.parse(read("artifacts/run.json"))).toMatchObject({ state: "running", seen: { exchanges: 1 } });
  expect(read("artifacts/junit.xml")).toContain("invalid-parameter");
  expect(existsSync(join(folder, "artifacts/report.html"))).toBe(true);
});

test("mocks inside the tests count too, with the line that sends, and leave no folder behind", async () => {
  const { exec, read, folder } = project(`
    const { createMock } = await import(${JSON.stringify(import.meta.resolve("@kombo-mock/msw"))});
    const mock = createMock({ checkAnswer: undefined });
    await mock.fetch(mock.baseUrl + "/hris/employees?page_size=1000", {
      headers: { authorization: "Bearer ks_dev_mine", "x-integration-id": mock.cast.withoutEmail?.integration_id ?? id },
    });
    ${broken}`);
  const run = await exec(["--artifacts", "artifacts"]);
  expect(run.exitCode).toBe(1);
  expect(lastLine(run)).toContain("1 error in 2 requests to 1 operation");
  expect(run.stdout).toContain("error invalid-parameter (2 times)");
  const doors = read("artifacts/journal.ndjson")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as { door: string; test: string });
  expect(doors.map(({ door }) => door).sort()).toEqual(["fetch", "http"]);
  expect(doors.map(({ test }) => test)).toEqual([
    expect.stringMatching(/^program\.mjs:\d+$/),
    expect.stringMatching(/^program\.mjs:\d+$/),
  ]);
  expect(existsSync(join(folder, "artifacts/journal"))).toBe(false);
});
