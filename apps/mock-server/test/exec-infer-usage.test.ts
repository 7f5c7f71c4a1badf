import { once } from "node:events";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { lastLine, project } from "./exec-cli.ts";

// Each of them runs a program many times.
vi.setConfig({ testTimeout: 600_000 });

/** A consumer that seeds an employee and shows it: it reads the name and the manager's address, and nothing else. */
const consumer = `
import assert from "node:assert/strict";
await control("POST /records/hris.employees", {
  first_name: "Ada", job_title: "Engineer", manager: { work_email: "grace@example.com" },
});
const { json } = await ask("GET /hris/employees?page_size=250");
const lines = json.data.results
  .filter((one) => one.first_name === "Ada")
  .map((one) => one.first_name + " " + (one.manager?.work_email ?? "nobody"));
assert(lines.includes("Ada grace@example.com"), lines.join());
`;

const fields = {
  "answer.data.results[].first_name": "observed",
  "answer.data.results[].manager.work_email": "observed",
};

test("fields without which the tests fail are observed, and no other, though the tests gave them", async () => {
  const { exec, read } = project(consumer);
  const run = await exec(["--infer-usage", "--budget", "60"]);
  expect(run.exitCode, run.stdout + run.stderr).toBe(0);
  const written = JSON.parse(read("kombo-usage.json")) as {
    operations: Record<string, { response_fields: object; other_response_fields?: string }>;
  };
  expect(written.operations["GET /hris/employees"], run.stderr).toMatchObject({
    parameters: ["header.X-Integration-Id", "query.page_size"],
    response_fields: fields,
  });
  expect(written.operations["GET /hris/employees"]?.response_fields).toEqual(fields);
  expect(JSON.stringify(written)).not.toContain("unused");
  expect(run.stdout).toContain("  GET /hris/employees answer.data.results[].manager.work_email\n");
  expect(run.stderr).toMatch(/^infer-usage: \d+ fields of answers can be changed; at most 60 runs\n/);
  expect(run.stderr).toContain("infer-usage: run 1 of at most 60: unchanged: green\n");

  const before = read("kombo-usage.json");
  const again = await exec(["--infer-usage", "--report", "json=report.json"]);
  expect(again.stdout).toMatch(/usage: 0 fields observed in \d runs?\.\n/);
  expect(read("kombo-usage.json")).toBe(before);
  expect(JSON.parse(read("report.json"))).toMatchObject({
    usage: { inferred: { observed: [], unknown: [], isFlaky: false } },
  });
});

test("a small budget is kept to, and what it did not suffice for is told", async () => {
  const { exec } = project(consumer);
  const run = await exec(["--infer-usage", "--budget", "4"]);
  expect(run.exitCode).toBe(0);
  expect(run.stderr.match(/: (?:green|red)$/gm)?.length).toBeLessThanOrEqual(4);
  expect(run.stdout).toContain("  unknown, since the runs did not suffice: GET /hris/employees answer.");
  expect(run.stdout).toContain("Run it again, or with a greater --budget.");
});

test("of flaky tests nothing is inferred, and they are named", async () => {
  const flaky = `
import { existsSync, writeFileSync } from "node:fs";
await ask("GET /hris/employees?page_size=1");
if (existsSync("ran")) process.exit(1);
writeFileSync("ran", "");`;
  const { exec, read } = project(flaky);
  const run = await exec(["--infer-usage"]);
  expect(run.exitCode).toBe(0);
  expect(run.stdout).toMatch(/usage: the tests ".*program\.mjs" are flaky: .*, so nothing is inferred\./);
  expect(read("kombo-usage.json")).not.toContain("observed");
});

test("mocks inside the tests are changed too", async () => {
  const inside = `
import assert from "node:assert/strict";
const { createMock } = await import(${JSON.stringify(import.meta.resolve("@kombo-mock/msw"))});
const mock = createMock();
await mock.create("hris.groups", { name: "Tools" });
const answer = await mock.fetch("https://api.kombo.dev/v1/hris/groups", {
  headers: { authorization: "Bearer ks_dev_x", "x-integration-id": "sandbox:4sg9wjDCdwVZQc3ZJQKoAWn3" },
});
const { data } = await answer.json();
assert(data.results.some((one) => one.name === "Tools"));`;
  const { exec, read } = project({ "program.mjs": inside });
  const run = await exec(["--infer-usage"]);
  expect(run.exitCode, run.stdout + run.stderr).toBe(0);
  expect(JSON.parse(read("kombo-usage.json"))).toMatchObject({
    operations: { "GET /hris/groups": { response_fields: { "answer.data.results[].name": "observed" } } },
  });
});

test("tests that fail unchanged fail as ever, and are not run again", async () => {
  const run = await project('await ask("GET /hris/teams"); process.exit(3);').exec(["--infer-usage"]);
  expect(run).toMatchObject({ exitCode: 3, stderr: "" });
  expect(lastLine(run)).toContain("exit 3 (tests)");
});

test("what is inferred is written and never only checked", async () => {
  const run = await project("").exec(["--infer-usage", "--usage", "check"]);
  expect(run).toMatchObject({ exitCode: 2, stdout: "" });
  expect(run.stderr).toContain("--infer-usage writes what it finds: use it with --usage write, or alone.");
});

test("a signal ends the inference, and nothing is written", async () => {
  const { start, folder } = project(consumer);
  const { child, output } = start(["--infer-usage"]);
  const exit = once(child, "close");
  while (!output.stderr.includes("run 1 of")) await once(child.stderr, "data");
  child.kill("SIGTERM");
  expect((await exit)[0]).toBe(143);
  expect(output.stderr).toContain("error: The inference was ended by SIGTERM.");
  expect(existsSync(join(folder, "kombo-usage.json"))).toBe(false);
});
