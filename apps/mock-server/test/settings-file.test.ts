import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import { defineConfig } from "kombo-mock";
import { expect, test, vi } from "vitest";
import { commandsWithSettings } from "../scripts/settings-commands.ts";
import { settingsNames, settingsSchema, settingsType } from "../scripts/settings-form.ts";
import { runCli, serveCli } from "./run-cli.ts";
import { project } from "./settings-folder.ts";

// Some tests start a process, which a busy machine may take a while for.
vi.setConfig({ testTimeout: 60_000 });

const root = join(import.meta.dirname, "..");
const json = "kombo-mock.config.json";
const readme = readFileSync(join(root, "README.md"), "utf8");
const section = readme.slice(readme.indexOf("## Settings in a file"), readme.indexOf("## Worlds as files"));
const example = /```json\n(.*?)```/s.exec(section)?.[1] ?? "";
const program = /```ts\n(.*?)```/s.exec(section)?.[1] ?? "";
const [, command = "", refusal = ""] = /```console\n\$ (.*)\n(.*\n)```/.exec(section) ?? [];
const world = { extends: "small", generation: 1, integrations: { "personio:acme": { tool: "personio" } } };

/** What a server answers to a control call. */
async function control<Json>(url: string, call: string): Promise<Json> {
  return (await (await fetch(`${url}/_mock/${call}`)).json()) as Json;
}

test("the README's file is served from a folder below it, with its world, seed and origins", async () => {
  const cwd = project({
    [json]: example,
    "kombo-world.json": world,
    "settings/shared.json": { seed: 6, clock: "frozen" },
    "app/note.txt": "",
  });
  const { url, output } = await serveCli([], { cwd: join(cwd, "app") });
  expect(output.stderr).toBe(`settings from ../${json}\n`);
  expect(await control(url, "health")).toMatchObject({ seed: 7 });
  expect(await control(url, "clock")).toEqual({ now: "2026-01-15T09:00:00.000Z" });
  const { results } = await control<{ results: { id: string }[] }>(url, "integrations");
  expect(results.map(({ id }) => id)).toContain("personio:acme");
  const origin = "http://localhost:5173";
  const asked = await fetch(`${url}/v1/check-api-key`, {
    headers: { origin, authorization: "Bearer ks_dev_mock" },
  });
  expect(asked.headers.get("access-control-allow-origin")).toBe(origin);
});

test("the README's program is served with the settings of the package that it extends", async () => {
  const cwd = project({
    "kombo-mock.config.ts": program,
    "node_modules/@acme/kombo-mock-settings/package.json": { main: "index.json" },
    "node_modules/@acme/kombo-mock-settings/index.json": { seed: 9 },
  });
  const { url } = await serveCli([], { cwd, env: { CI: "true" } });
  expect(await control(url, "health")).toMatchObject({ seed: 9 });
  expect(await control(url, "clock")).toEqual({ now: "2026-01-15T09:00:00.000Z" });
});

test("a misspelt setting ends the command with what the README shows", async () => {
  const cwd = project({ [json]: { sed: 7 } });
  expect(await runCli(command.split(" ").slice(1), { cwd })).toEqual({
    exitCode: 1,
    stdout: "",
    stderr: refusal,
  });
});

const schema = JSON.parse(readFileSync(join(root, "kombo-mock.config.schema.json"), "utf8")) as object;

test("the schema and the type of the file are those of the options that there are", () => {
  const hint = "Run: pnpm generate";
  expect(schema, hint).toEqual(settingsSchema(commandsWithSettings()));
  const generated = (name: string) => readFileSync(join(root, "src/settings/generated", name), "utf8");
  expect(generated("config.ts"), hint).toBe(settingsType(commandsWithSettings()));
  expect(generated("sections.ts"), hint).toBe(settingsNames(commandsWithSettings()));
});

test("the type refuses what the schema refuses", () => {
  expect(defineConfig({ seed: 7, exec: { report: ["github"], failOn: "warning" } })).toMatchObject({
    seed: 7,
  });
  // @ts-expect-error misspelt
  expect(defineConfig({ sed: 7 })).toEqual({ sed: 7 });
  // @ts-expect-error a setting of another command
  expect(defineConfig({ exec: { port: 7 } })).toEqual({ exec: { port: 7 } });
  // @ts-expect-error no such choice
  expect(defineConfig({ clock: "slow" })).toEqual({ clock: "slow" });
});

test.each([
  { given: JSON.parse(example) as unknown, fits: true },
  { given: { serve: { live: true, clock: "frozen" }, extends: ["./a.json", "b"] }, fits: true },
  {
    given: {
      webhookEvents: ["data-changed"],
      serve: { cors: "*" },
      exec: { report: ["github", "html=a.html"] },
    },
    fits: true,
  },
  { given: { sed: 7 }, fits: false },
  { given: { serve: { prot: 7 } }, fits: false },
  { given: { seed: -1 }, fits: false },
  { given: { clock: "slow" }, fits: false },
  { given: { port: 4747 }, fits: false },
  { given: { exec: { port: 4747 } }, fits: false },
  { given: { webhookEvents: ["data-change"] }, fits: false },
  { given: { extends: [] }, fits: false },
])("the schema and $given: $fits", ({ given, fits }) => {
  expect(new Ajv().validate(schema, given)).toBe(fits);
});
