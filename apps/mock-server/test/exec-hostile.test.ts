import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { lastLine, project } from "./exec-cli.ts";

// Each of them runs a program many times.
vi.setConfig({ testTimeout: 300_000 });

/** A consumer that lists records, and its tests: they seed one and look for it. */
const consumer = (list: "employees" | "groups", line: string) => `
import assert from "node:assert/strict";
const again = new Set([429, 503]);
async function get(path, tries = 3) {
  try {
    const answer = await fetch(base + path, { headers: { authorization: "Bearer " + key, "x-integration-id": id } });
    if (answer.ok) return await answer.json();
    if (!again.has(answer.status)) throw new Error("The API answered " + answer.status);
    const seconds = Number(answer.headers.get("retry-after") ?? 0);
    await new Promise((resolve) => setTimeout(resolve, seconds * 1_000));
  } catch (error) {
    if (tries === 0 || !(error instanceof TypeError)) throw error;
  }
  return get(path, tries - 1);
}
async function list() {
  const lines = [];
  let cursor = "";
  do {
    const { data } = await get("/hris/${list}?page_size=250&cursor=" + cursor);
    for (const one of data.results) lines.push(${line});
    cursor = data.next;
  } while (cursor);
  return lines;
}
await control("POST /records/hris.${list}", ${list === "groups" ? '{ name: "Ada\'s team" }' : '{ first_name: "Ada" }'});
assert(key.startsWith("ks_dev"));
assert((await list()).some((one) => one.includes("Ada")));
`;

const careful = consumer(
  "employees",
  `[one.first_name ?? "?", one.work_email?.toLowerCase() ?? "no address", one.manager?.first_name].join(" ")`,
);
const careless = consumer("groups", "one.name.trim()");

test("a consumer that is right raises nothing in twenty variants", async () => {
  const { exec } = project(careful);
  const run = await exec(["--hostile", "20", "--hostile-faults"]);
  expect(lastLine(run), run.stderr).toContain("hostile: nothing in 20 variants, 21 runs · exit 0");
  expect(run.exitCode).toBe(0);
});

test("a forgotten null is found, reduced to one line, and repeated by it", async () => {
  const { exec, folder } = project(careless);
  const run = await exec(["--hostile", "20", "--artifacts", "out", "--report", "json=report.json"]);
  expect(run.exitCode, run.stdout + run.stderr).toBe(1);
  expect(lastLine(run), run.stderr).toMatch(
    /hostile: 1 crash in \d+ variants, \d+ runs · exit 1 \(hostile\)$/,
  );
  expect(run.stdout).toContain("With name=null the code crashes: TypeError.");
  expect(run.stdout).not.toContain("contract explain");
  const lines = run.stdout.match(/--hostile-replay "[^"]*"/g);
  expect(lines).toEqual(['--hostile-replay "GET /hris/groups name=null"']);
  const { hostile } = JSON.parse(readFileSync(join(folder, "report.json"), "utf8")) as {
    hostile: { findings: { kind: string; variations: string[] }[] };
  };
  expect(hostile.findings).toMatchObject([
    { kind: "crash", variations: ["GET /hris/groups name=null"], is_smallest: true },
  ]);

  const replayed = await exec(["--hostile-replay", "GET /hris/groups name=null"]);
  expect(lastLine(replayed)).toContain("hostile: 1 crash in 1 variant, 2 runs · exit 1 (hostile)");
  const other = await exec(["--hostile-replay", "GET /hris/groups remote_data=null"]);
  expect(lastLine(other)).toContain("hostile: nothing in 1 variant, 2 runs · exit 0");
});

const inside = `
import { createMock } from ${JSON.stringify(import.meta.resolve("@kombo-mock/msw"))};
const mock = createMock();
const headers = { authorization: "Bearer ks_dev_mock", "x-integration-id": mock.cast.employee.integration_id };
const { data } = await (await mock.fetch(mock.baseUrl + "/hris/groups", { headers })).json();
for (const { name } of data.results) name.trim();
await mock.webhooks.deliverTo(() => new Response());
await mock.webhooks.trigger("integration-created");
`;

test("mocks inside the tests vary too, and a receiver that accepts a forged webhook is found", async () => {
  const run = await project(inside).exec(["--hostile", "6"]);
  expect(lastLine(run), run.stderr).toMatch(/hostile: 1 crash, 1 violation, 1 habit in \d variants/);
  expect(run.stdout).toContain('--hostile-replay "GET /hris/groups name=null"');
  expect(run.stdout).toContain('--hostile-replay "webhook integration-created signature=bad"');
});

test("a signal ends it between the variants, and nothing more is run", async () => {
  const { start } = project(careless);
  const { child, output } = start(["--hostile", "1000"]);
  const exit = once(child, "close");
  while (!output.stderr.includes("variant 1 of")) await once(child.stderr, "data");
  child.kill("SIGTERM");
  expect((await exit)[0]).toBe(143);
  expect(output.stderr).toContain("error: The hostile mode was ended by SIGTERM.");
});

test("tests that fail unchanged fail as ever", async () => {
  const run = await project("process.exit(3)").exec(["--hostile", "--allow-empty"]);
  expect(run.exitCode).toBe(3);
  expect(lastLine(run)).toContain("hostile: not run · exit 3 (tests)");
});

test.each([
  { given: "GET /hris/employees work_mail=null", want: 'Did you mean "work_email"?' },
  { given: "GET /hris/employes work_email=null", want: 'Did you mean "GET /hris/employees"?' },
])("the replay of $given is refused: $want", async ({ given, want }) => {
  const run = await project("").exec(["--hostile-replay", given]);
  expect(run.exitCode).toBe(2);
  expect(run.stderr).toContain(want);
});
