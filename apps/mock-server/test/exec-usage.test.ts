import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { lastLine, project } from "./exec-cli.ts";

const program = `
  await ask("GET /hris/employees?page_size=10");
  if (process.env.MORE) await ask("GET /hris/employees?ids=x");
  if (process.env.MORE) await ask("GET /hris/absences");
  await control("POST /faults", { operation: "GET /hris/employees", error_code: "PLATFORM.RATE_LIMIT_EXCEEDED", times: 1 });
  await ask("GET /hris/employees?page_size=10");
  if (process.env.FAIL) process.exit(3);`;

const used = {
  version: 1,
  operations: {
    "GET /hris/employees": {
      parameters: ["header.X-Integration-Id", "query.page_size"],
      error_codes: ["PLATFORM.RATE_LIMIT_EXCEEDED"],
    },
  },
};

test("what the tests use is written into a file, sorted, and the same each time", async () => {
  const { exec, read } = project(program);
  const run = await exec(["--usage", "write"]);
  expect(run).toMatchObject({ exitCode: 0 });
  expect(run.stdout).toContain("usage: 1 entry added to kombo-usage.json.");
  expect(JSON.parse(read("kombo-usage.json"))).toEqual(used);
  const before = read("kombo-usage.json");
  expect((await exec(["--usage", "write"])).stdout).toContain("usage: 0 entries added to kombo-usage.json.");
  expect(read("kombo-usage.json")).toBe(before);
});

test("what a person has declared stays, and what no test uses is told", async () => {
  const declared = {
    version: 1,
    consumer: "payroll",
    operations: {
      "GET /hris/employees": { response_fields: { "answer.data.next": "declared" } },
      "GET /hris/teams": {},
    },
  };
  const { exec, read } = project(program, { "mine.json": JSON.stringify(declared) });
  const run = await exec(["--usage", "write=mine.json"]);
  expect(run.exitCode).toBe(0);
  expect(run.stdout).toContain(
    "mine.json names GET /hris/teams, and no test uses it any more: test it, or take it out of the file.",
  );
  expect(JSON.parse(read("mine.json"))).toEqual({
    ...declared,
    operations: {
      "GET /hris/employees": {
        ...used.operations["GET /hris/employees"],
        response_fields: { "answer.data.next": "declared" },
      },
      "GET /hris/teams": {},
    },
  });
});

test("a check passes with what is committed, fails with what is not, and says what to do", async () => {
  const { exec } = project(program, { "kombo-usage.json": JSON.stringify(used) });
  const same = await exec(["--usage", "check"]);
  expect(same).toMatchObject({ exitCode: 0 });
  expect(lastLine(same)).toBe("tests: passed · contract: 0 errors in 2 requests to 1 operation · exit 0");
  const more = await exec(["--usage", "check", "--artifacts", "out"], { MORE: "1" });
  expect(more.exitCode).toBe(1);
  expect(more.stdout).toContain(
    [
      "error usage-not-committed",
      "  GET /hris/absences",
      "  The tests use GET /hris/absences, which kombo-usage.json does not name.",
      "  to do: Run this once with --usage write in place of check, and commit kombo-usage.json.",
    ].join("\n"),
  );
  expect(more.stdout).toContain("  The tests send query.ids, which kombo-usage.json does not name.");
  expect(more.stdout).not.toContain("contract explain usage-not-committed");
  expect(lastLine(more)).toMatch(/· usage: 2 not committed · exit 1 \(usage\)$/);
});

test("artefacts hold the cause, and what is lacking", async () => {
  const { exec, read } = project(program, { "kombo-usage.json": '{ "version": 1, "operations": {} }' });
  await exec(["--usage", "check", "--artifacts", "out"]);
  const lacking = [{ operation: "GET /hris/employees", what: null }];
  expect(JSON.parse(read("out/run.json"))).toMatchObject({ cause: "usage", exitCode: 1, usage: { lacking } });
  expect(JSON.parse(read("out/report.json"))).toMatchObject({ usage: { lacking, unused: [] } });
  expect(read("out/junit.xml")).toContain("usage-not-committed");
});

test("what the file names beyond the tests is told and fails nothing", async () => {
  const beyond = { version: 1, operations: { ...used.operations, "GET /hris/absences": {} } };
  const { exec } = project(program, { "kombo-usage.json": JSON.stringify(beyond) });
  const run = await exec(["--usage", "check"]);
  expect(run.exitCode).toBe(0);
  expect(run.stdout).toContain("kombo-usage.json names GET /hris/absences, and no test uses it any more");
});

test("tests that fail win, and nothing is written of them", async () => {
  const { exec, folder } = project(program);
  const run = await exec(["--usage", "write"], { FAIL: "1" });
  expect(run.exitCode).toBe(3);
  expect(run.stdout).toContain("usage: kombo-usage.json stays as it is until the tests pass.");
  expect(existsSync(join(folder, "kombo-usage.json"))).toBe(false);
});

test.each([
  { given: "check", told: '"kombo-usage.json" is not there. Write it with --usage write, and commit it.' },
  { given: "check=wrong.json", told: '"wrong.json" is not right:' },
  { given: "read", told: "It must be write or check, each with =FILE or without." },
])("--usage $given is refused before any test runs", async ({ given, told }) => {
  const { exec } = project('console.log("The tests run.");', { "wrong.json": '{ "version": 2 }' });
  const run = await exec(["--usage", given]);
  expect(run.stderr).toContain(told);
  expect(run.stdout).toBe("");
  expect(run.exitCode).not.toBe(0);
});

test("coverage is told of what the tests met, with what to test next, and fails nothing", async () => {
  const { exec, read } = project(program);
  const run = await exec(["--coverage", "--artifacts", "out"]);
  expect(run.exitCode).toBe(0);
  expect(run.stdout).toContain(
    "Test next:\n1. GET /hris/employees never answered a second page.\n   Let the client ask",
  );
  expect(run.stdout).not.toContain("was never answered PLATFORM.RATE_LIMIT_EXCEEDED");
  const coverage = {
    operations: { "GET /hris/employees": { errors: { met: ["PLATFORM.RATE_LIMIT_EXCEEDED"] } } },
  };
  expect(JSON.parse(read("out/report.json"))).toMatchObject({ coverage });
  expect(JSON.parse(read("out/run.json"))).toMatchObject({ coverage });
  expect(read("out/report.html")).toContain("<h2>Coverage</h2>");
});
