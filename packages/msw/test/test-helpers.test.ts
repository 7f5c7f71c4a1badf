import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { beforeAll, describe, expect, test, vi } from "vitest";

// Each run starts processes, which a busy machine may take a while for.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const projects = join(import.meta.dirname, "projects");
const { resolve } = createRequire(import.meta.url);

/** Runs a project's tests as a user does. */
function run(project: string, args: readonly string[]) {
  const { VITEST: _, VITEST_POOL_ID: __, NODE_TEST_CONTEXT: ___, NODE_OPTIONS: ____, ...env } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: join(projects, project),
    encoding: "utf8",
    env: { ...env, NO_COLOR: "1", FORCE_COLOR: "0" },
  });
  return { status, output: `${stdout}\n${stderr}` };
}

/** The lines of a report, from its first on. */
function reportIn(output: string, title: string): string[] {
  const lines = output.split("\n").map((line) => line.replace(/^# /, ""));
  const first = lines.findIndex((line) => line.includes(`Kombo Mock in "${title}"`));
  return lines.slice(first, first + 11).map((line) => line.trim());
}

describe("in Vitest", () => {
  let result: ReturnType<typeof run>;
  beforeAll(() => {
    const vitest = join(dirname(resolve("vitest/package.json")), "vitest.mjs");
    result = run("vitest", [vitest, "run"]);
  });

  test("each test begins with the world as it was, unless tests share it", () => {
    for (const title of [
      "readme.spec.js > an employee without an email address is read",
      "isolated.spec.ts > changes everything there is",
      "isolated.spec.ts > begins with the world as it was",
      "shared.spec.ts > finds what the test before has left",
      "shared.spec.ts > has no server",
    ])
      expect(result.output).toContain(`✓ ${title}`);
  });

  test("a failing test prints what is needed to see it again, and its last ten exchanges", () => {
    expect(result.status).toBe(1);
    const [head, ...lines] = reportIn(result.output, "a suite > fails after twelve requests");
    expect(head).toBe(
      'Kombo Mock in "a suite > fails after twelve requests": seed 7, world small, date 2026-01-15, clock 2026-01-15T09:00:00.000Z. The last 10 of 12 exchanges:',
    );
    expect(lines[0]).toBe("#3 GET /check-api-key 200");
    expect(lines[9]).toBe("#12 GET /check-api-key 429 PLATFORM.RATE_LIMIT_EXCEEDED (fault)");
  });

  test("a fault or a stub that no request met fails the test that set it", () => {
    expect(result.output).toContain("× failing.spec.ts > a suite > leaves a fault that was not met");
    expect(result.output).toContain(
      "No request met what was set: a fault REMOTE.SERVICE_UNAVAILABLE for GET /hris/absences.",
    );
    expect(reportIn(result.output, "a suite > leaves a fault that was not met")[1]).toBe(
      "#13 GET /check-api-key 200",
    );
    expect(result.output).toContain("No request met what was set: a stub for GET /ats/tags.");
  });

  test("a request that no handler is for is refused where that was asked for", () => {
    expect(result.output).toContain("✓ isolated.spec.ts > lets nothing out that no handler is for");
    expect(result.output).toContain("[MSW] Error: intercepted a request without a matching request handler");
  });

  test("concurrent tests are told how to have worlds of their own", () => {
    expect(result.output).toContain('"a suite > runs beside others" is a concurrent test');
  });
});

describe("in node:test", () => {
  let result: ReturnType<typeof run>;
  beforeAll(() => {
    const files = ["passing.spec.ts", "failing.spec.ts"];
    result = run("node-test", [
      "--conditions=kombo-mock-source",
      "--test",
      "--test-reporter=spec",
      "--test-concurrency=1",
      ...files,
    ]);
  });

  test("each test begins with the world as it was, which its subtests share", () => {
    expect(result.output).toMatch(/✔ changes the world/);
    expect(result.output).toMatch(/▶ begins with the world as it was\n\s+✔ which its subtests share/);
    expect(result.output).not.toMatch(/✖ begins with the world as it was/);
  });

  test("a failing test prints what is needed to see it again", () => {
    expect(result.status).toBe(1);
    expect(reportIn(result.output, "a suite > fails after a request").slice(0, 2)).toEqual([
      'Kombo Mock in "a suite > fails after a request": seed 1, world small, date 2026-01-15, clock 2026-01-15T09:00:00.000Z. The one exchange:',
      "#1 GET /check-api-key 200",
    ]);
  });

  test("a fault that no request met fails the test that set it", () => {
    expect(result.output).toMatch(/✖ leaves a fault that was not met/);
    expect(result.output).toContain("a fault REMOTE.SERVICE_UNAVAILABLE for GET /hris/absences.");
    expect(reportIn(result.output, "a suite > leaves a fault that was not met")[0]).toMatch(
      /No request came\.$/,
    );
  });

  test("tests at the same time are told how to have worlds of their own", () => {
    expect(result.output).toContain(
      '"at the same time > another" begins while "at the same time > one" runs',
    );
  });
});

test("the built packages work in Jest with ES modules", () => {
  const jest = join(dirname(resolve("jest/package.json")), "bin/jest.js");
  const { status, output } = run("jest", ["--experimental-vm-modules", jest, "--rootDir", "."]);
  expect(output).toContain("Tests:       2 passed, 2 total");
  expect(status).toBe(0);
});

test("the README's example is the project's", () => {
  const readme = readFileSync(join(import.meta.dirname, "../README.md"), "utf8");
  const example = readFileSync(join(projects, "vitest/readme.spec.js"), "utf8");
  expect(readme).toContain(`\`\`\`js\n${example}\`\`\``);
});
