import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test, vi } from "vitest";
import { integrationLines } from "../src/integration-lines.ts";
import { readyText } from "../src/ready-text.ts";
import { serve, type TestServer } from "./serve.ts";

// One test starts a process, which a busy machine may take a while for.
vi.setConfig({ testTimeout: 60_000 });

const flags = { world: "small", seed: 1, clock: "real" };
const run = promisify(execFile);

test("the key to use is the first of those that share, or one that is made up", async () => {
  const server = await serve();
  expect(await readyText(server, flags)).toContain("\n  export KOMBO_API_KEY=ks_dev_mock\n");
  const text = await readyText(server, { ...flags, apiKey: ["ks_dev_a", "ks_dev_b"] });
  expect(text).toContain("\n  export KOMBO_API_KEY=ks_dev_a\n");
  expect(text.match(/api_key: "ks_dev_a"/g)).toHaveLength(2);
  expect(text).not.toContain("ks_dev_mock");
});

test("what other keys see is told as it is", async () => {
  const server = await serve();
  expect(await readyText(server, flags)).toContain("Any other made-up key gets an environment of its own.");
  const shared = await readyText(server, { ...flags, shared: true });
  expect(shared).toContain("All keys see the same.");
  expect(shared).not.toContain("of its own");
});

const displayNames = async ({ ask }: TestServer, id: string) => {
  const headers = { "x-integration-id": id };
  const { json } = await ask<{ data: { results: { display_full_name: string | null }[] } }>(
    "GET /v1/hris/employees",
    { headers },
  );
  return json.data.results.map(({ display_full_name }) => display_full_name);
};

test("the TypeScript lines run as they are printed, and list the employees", async () => {
  const server = await serve();
  const text = await readyText(server, flags);
  const [, program = ""] = /\nTypeScript\n(.*?)\n\nRuby\n/s.exec(text) ?? [];
  const { stdout } = await run(process.execPath, ["--input-type=module-typescript", "--eval", program], {
    cwd: import.meta.dirname,
  });
  const names = await displayNames(server, server.mock.cast.employee.integration_id);
  expect(names.length).toBeGreaterThan(20);
  expect(stdout).toBe(names.map((name) => `${name}\n`).join(""));
});

test("each category's variable is the integration that the cast is in", async () => {
  const server = await serve();
  const text = await readyText(server, flags);
  const { employee, openJob, openOrder, learner } = server.mock.cast;
  expect(
    [...text.matchAll(/^ {2}export KOMBO_INTEGRATION_ID(\w*)=(.*)$/gm)].map((one) => one.slice(1)),
  ).toEqual([
    ["", employee.integration_id],
    ["_HRIS", employee.integration_id],
    ["_ATS", openJob.integration_id],
    ["_ASSESSMENT", openOrder.integration_id],
    ["_LMS", learner.integration_id],
  ]);
});

test("a category in which nothing works has no variable", async () => {
  const server = await serve();
  for (const { id, category } of await server.mock.integrations.list()) {
    if (category === "HRIS") await server.mock.integrations.update(id, { status: "INVALID" });
    if (category === "ASSESSMENT") await server.mock.integrations.remove(id);
  }
  const text = await readyText(server, flags);
  expect(text).toContain(`\n  export KOMBO_INTEGRATION_ID=${server.mock.cast.openJob.integration_id}\n`);
  expect(text).toContain("\n  export KOMBO_INTEGRATION_ID_ATS=");
  expect(text).not.toMatch(/KOMBO_INTEGRATION_ID_(HRIS|ASSESSMENT)/);
});

test("without any integration the variable is empty", async () => {
  const server = await serve();
  for (const { id } of await server.mock.integrations.list()) await server.mock.integrations.remove(id);
  expect(await readyText(server, flags)).toContain("\n  export KOMBO_INTEGRATION_ID=\n");
});

const options = { first: [], all: "http://localhost/_mock/integrations" };

test("few integrations are all listed, each with what keeps it from working", async () => {
  const { mock } = await serve();
  const all = (await mock.integrations.list()).slice(0, 12);
  const lines = integrationLines(all, options);
  expect(lines.map((line) => line.split(/\s+/)[0])).toEqual(all.map(({ id }) => id));
  expect(lines.map((line) => line.slice(42)).filter((kind) => kind.includes(","))).toEqual([
    "HRIS, INVALID",
    "HRIS, INACTIVE",
    "HRIS, setup INCOMPLETE",
  ]);
  const { id } = await mock.integrations.create({ tool: "personio", qa_status: "FAILED" });
  const failed = (await mock.integrations.list()).filter((one) => one.id === id);
  expect(integrationLines(failed, options)).toEqual([`${id}  HRIS, QA FAILED`]);
});

test.each(["demo", "edge", "large", "empty"] as const)(
  "what the world %s prints fits on a screen",
  async (world) => {
    const server = await serve({ world });
    const lines = (await readyText(server, { ...flags, world })).split("\n");
    expect(lines.length).toBeLessThan(50);
    const { length } = await server.mock.integrations.list();
    const listed = lines.filter((line) => /^ {2}[\w.-]+:\w{24} /.test(line)).length;
    const more = Number(/^ {2}and (\d+) more: /m.exec(lines.join("\n"))?.[1] ?? 0);
    expect(listed + more).toBe(length);
  },
);
