import { readFileSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connectMock } from "@kombo-mock/msw/connect";
import { expect, onTestFinished, test, vi } from "vitest";
import { runCli, serveCli } from "./run-cli.ts";
import { serve } from "./serve.ts";

// Each run of the command line starts a process, which a busy machine may take a while for.
vi.setConfig({ testTimeout: 60_000 });

const people = "sandbox:4sg9wjDCdwVZQc3ZJQKoAWn3";
const small = { extends: "small", generation: 1 };
const withAda = {
  ...small,
  integrations: { [people]: { records: { "hris.employees": [{ first_name: "Ada" }] } } },
};

/** A file that is there for one test; a text is written as it is. */
async function fileWith(content: unknown, name = "kombo-world.json"): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "kombo-world-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const path = join(folder, name);
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
  return path;
}

test("a state is written as text that people read, and read back by the next server", async () => {
  const { url, ask, send } = await serve({ world: "small" });
  const mock = connectMock({ url });
  const ada = await mock.create("hris.employees", { first_name: "Ada", manager: { first_name: "Grace" } });
  await mock.update("hris.employees", ada.id, { employment_status: "ON_LEAVE" }, { visible: "after-sync" });
  const answer = await send("GET /_mock/state");
  const text = await answer.text();
  expect(answer.headers.get("content-type")).toBe("application/json; charset=utf-8");
  expect(text).toBe(`${JSON.stringify(JSON.parse(text), null, 2)}\n`);

  const next = await serveCli(["--world", await fileWith(text), "--check-answers"]);
  const list = `/v1/hris/employees?ids=${ada.id}`;
  const headers = { authorization: "Bearer ks_dev_mock", "x-integration-id": people };
  const [here, there] = [await ask(`GET ${list}`, { headers }), await fetch(next.url + list, { headers })];
  expect(await there.json()).toEqual(here.json);
  expect(await (await fetch(`${next.url}/_mock/state`, { headers })).text()).toBe(text);
});

test("a faulty state is a 400 with every fault, and changes nothing", async () => {
  const { ask } = await serve({ world: "small" });
  const before = await ask("GET /_mock/state");
  const records = { "hris.employees": [{ first_nam: "Ada" }, { last_name: 5 }] };
  const body = { ...small, integrations: { [people]: { records } } };
  const refused = await ask<{ error: { code: string; message: string } }>("PUT /_mock/state", { body });
  expect(refused).toMatchObject({ status: 400, json: { error: { code: "PLATFORM.INPUT_INVALID" } } });
  expect(refused.json.error.message.split("\n")).toEqual([
    "The world file has 2 faults, and nothing of it was taken:",
    expect.stringMatching(/\[0\]\.first_nam is no field of hris\.employees\. Did you mean "first_name"\?/),
    expect.stringMatching(/\[1\]\.last_name must be a string or null, but is 5\.$/),
  ]);
  expect(await ask("GET /_mock/state")).toEqual(before);
});

test("a state may be larger than other control calls", async () => {
  const { url } = await serve({ world: "small" });
  const mock = connectMock({ url });
  const text = "x".repeat(2_000_000);
  const kept = { id: "made-up", created: true, remote_id: "1", name: "Long", kept: { text } };
  await mock.importState({ ...small, integrations: { [people]: { records: { "hris.skills": [kept] } } } });
  expect(await mock.find("hris.skills", "made-up")).toMatchObject([{ name: "Long" }]);
});

test("each key has its own state", async () => {
  const { url } = await serve({ world: "small" });
  const [one, other] = ["ks_dev_a", "ks_dev_b"].map((apiKey) => connectMock({ url, apiKey }));
  await other?.exportState();
  await one?.importState(withAda);
  expect(await one?.find("hris.employees", { first_name: "Ada" })).toHaveLength(1);
  expect(await other?.find("hris.employees", { first_name: "Ada" })).toHaveLength(0);
});

test("serve takes a world file, with its seed and clock unless told others", async () => {
  const path = await fileWith({
    ...withAda,
    seed: 5,
    clock: { mode: "frozen", at: "2026-03-01T10:00:00.000Z" },
  });
  const [own, told] = await Promise.all([
    serveCli(["--world", path]),
    serveCli([], { env: { KOMBO_MOCK_WORLD: path, KOMBO_MOCK_SEED: "7", KOMBO_MOCK_CLOCK: "real" } }),
  ]);
  expect(await connectMock(own).clock.now()).toBe("2026-03-01T10:00:00.000Z");
  expect(await connectMock(own).exportState()).toMatchObject({ extends: "small", seed: 5 });
  expect(await connectMock(own).find("hris.employees", { first_name: "Ada" })).toHaveLength(1);
  expect(await connectMock(told).clock.now()).not.toMatch(/^2026-03-01T10:00:00/);
  expect(await connectMock(told).exportState()).toMatchObject({ seed: 7 });
});

const invalid = (path: string, remedy: string) =>
  `error: option '--world <name>' argument '${path}' is invalid. ${remedy}\n`;
const faulty = (path: string, ...faults: string[]) => {
  const count = faults.length === 1 ? "a fault" : `${faults.length} faults`;
  const head = `error: ${path}: The world file has ${count}, and nothing of it was taken:`;
  return `${[head, ...faults].join("\n- ")}\n`;
};

test("a file that is not there, or is no JSON, ends serve with 1 and a sentence", async () => {
  const malformed = await fileWith('{ "extends": "small",\n  "generation": }');
  const folder = await fileWith("", "kombo-world.txt").then((path) => path.replace(/txt$/, "json"));
  const [missing, broken] = await Promise.all(
    [folder, malformed].map((path) => runCli(["serve", "--world", path])),
  );
  expect(missing).toEqual({ exitCode: 1, stdout: "", stderr: invalid(folder, "There is no such file.") });
  expect(broken).toMatchObject({ exitCode: 1, stdout: "" });
  expect(broken?.stderr).toMatch(/ is invalid\. The file is not JSON: .*"eration": \}/);
});

test("a faulty file ends serve with 1 and every fault", async () => {
  const files: readonly [content: unknown, ...faults: string[]][] = [
    ["null", "The file must hold an object, but holds null."],
    [
      { ...small, extends: "smal" },
      'extends: "smal" is no world. Did you mean "small"? There are small, demo, edge, large, empty.',
    ],
    [
      {
        ...small,
        integrations: { [people]: { status: "BROKEN", records: { "hris.employees": [{ last_name: 5 }] } } },
      },
      `integrations["${people}"].status must be one of "ACTIVE", "INVALID", "INACTIVE", but is "BROKEN".`,
      `integrations["${people}"].records["hris.employees"][0].last_name must be a string or null, but is 5.`,
    ],
  ];
  await Promise.all(
    files.map(async ([content, ...faults]) => {
      const path = await fileWith(content);
      expect(await runCli(["serve", "--port", "0", "--world", path])).toEqual({
        exitCode: 1,
        stdout: "",
        stderr: faulty(path, ...faults),
      });
    }),
  );
});

test("the README's world file is one that serve takes", async () => {
  const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
  const [, file = ""] = /\n## Worlds as files\n.*?```json\n(.*?)```/s.exec(readme) ?? [];
  const mock = connectMock(await serveCli(["--world", await fileWith(file)]));
  const id = "personio:acme";
  expect(await mock.integrations.list()).toContainEqual(expect.objectContaining({ id, status: "INVALID" }));
  const [ada] = await mock.find("hris.employees", { first_name: "Ada" }, { integration_id: people });
  expect(ada).toMatchObject({ manager: { first_name: "Grace" } });
  const absences = await mock.find(
    "hris.absences",
    { employee_id: ada?.id ?? "" },
    { integration_id: people },
  );
  expect(absences).toMatchObject([{ status: "APPROVED" }]);
});
