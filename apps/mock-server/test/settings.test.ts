import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { option } from "../src/option.ts";
import { commaList, wholeNumber } from "../src/option-values.ts";
import { formed } from "../src/settings/value-form.ts";
import { project } from "./settings-folder.ts";
import { commandsOf, read } from "./settings-run.ts";

const json = "kombo-mock.config.json";

test("a flag counts for more than a variable, that for more than a file, and that for more than the default", async () => {
  const cwd = project({ [json]: { seed: 1_000, syncHours: 5, serve: { host: "127.0.0.9" } } });
  const env = { KOMBO_MOCK_SEED: "2000", KOMBO_MOCK_HOST: "127.0.0.8" };
  expect((await read("serve --seed 3000", { cwd, env })).settings).toEqual({
    seed: 3_000,
    host: "127.0.0.8",
    syncHours: 5,
  });
  expect((await read("serve", { cwd: project({}) })).settings).toEqual({});
});

test("the file is found in the folder or above it, and not above the project's root", async () => {
  const inside = { "a/b/note.txt": "" };
  const cwd = project({ [json]: { seed: 7 }, ...inside });
  expect(await read("serve", { cwd: join(cwd, "a/b") })).toEqual({
    settings: { seed: 7 },
    said: `settings from ../../${json}\n`,
  });
  for (const root of ["package.json", ".git/HEAD"]) {
    const other = project({ [json]: { seed: 7 }, [`a/${root}`]: "{}", ...inside });
    expect((await read("serve", { cwd: join(other, "a/b") })).settings).toEqual({});
  }
  const nearer = project({ [json]: { seed: 7 }, [`a/${json}`]: { seed: 8 }, ...inside });
  expect((await read("serve", { cwd: join(nearer, "a/b") })).settings).toEqual({ seed: 8 });
});

test("--config names another file, and so does KOMBO_MOCK_CONFIG", async () => {
  const cwd = project({ [json]: { seed: 7 }, "other/ci.json": { seed: 8 }, "third.json": { seed: 9 } });
  const env = { KOMBO_MOCK_CONFIG: "third.json" };
  expect((await read("serve --config other/ci.json", { cwd, env })).settings).toEqual({ seed: 8 });
  expect((await read("serve", { cwd, env })).settings).toEqual({ seed: 9 });
});

test("a quiet command does not say where its settings are from", async () => {
  const cwd = project({ [json]: { serve: { quiet: true } } });
  expect(await read("serve", { cwd })).toEqual({ settings: { quiet: true }, said: "" });
});

test("lists are lists or texts with commas, switches are true or false", async () => {
  const settings = { apiKey: ["one", "two"], allowHost: "a.test, b.test", live: true, shared: false };
  expect((await read("serve", { cwd: project({ [json]: { serve: settings } }) })).settings).toEqual({
    apiKey: ["one", "two"],
    allowHost: ["a.test", "b.test"],
    live: true,
  });
});

test("a variable that says no to a switch says so of the file's too", async () => {
  const cwd = project({ [json]: { serve: { live: true, shared: true } } });
  const env = { KOMBO_MOCK_LIVE: "off", KOMBO_MOCK_SHARED: "" };
  expect((await read("serve", { cwd, env })).settings).toEqual({ shared: true });
});

test("a flag outdoes what it excludes in the file", async () => {
  const cwd = project({ [json]: { serve: { quiet: true } } });
  expect((await read("serve --verbose", { cwd })).settings).toEqual({ verbose: true });
});

test("what a file says outdoes what it extends, later ones outdo earlier ones, and sections are joined", async () => {
  const cwd = project({
    [json]: { extends: ["./a/base.json", "@acme/settings"], seed: 1, serve: { port: 1 } },
    "a/base.json": {
      extends: "../b.json",
      seed: 2,
      syncHours: 2,
      webhookSecret: "two",
      serve: { maxEnvironments: 2 },
    },
    "b.json": { seed: 3, syncHours: 3, date: "2026-03-03", serve: { port: 3, maxEnvironments: 3 } },
    "node_modules/@acme/settings/package.json": { name: "@acme/settings", main: "shared.json" },
    "node_modules/@acme/settings/shared.json": { seed: 4, webhookSecret: "four" },
  });
  expect((await read("serve", { cwd })).settings).toEqual({
    seed: 1,
    webhookSecret: "four",
    syncHours: 2,
    date: "2026-03-03",
    port: 1,
    maxEnvironments: 2,
  });
});

const forms: readonly [name: string, text: string][] = [
  ["kombo-mock.config.mjs", "export default { seed: 7 };"],
  ["kombo-mock.config.mts", "export default { seed: 7 as number };"],
  ["kombo-mock.config.js", "module.exports = { seed: 7 };"],
  [json, '\uFEFF{ "$schema": "x", "seed": 7 }'],
];

test.for(forms)("%s may hold the settings", async ([name, text]) => {
  expect((await read("serve", { cwd: project({ [name]: text }) })).settings).toEqual({ seed: 7 });
});

const refusals: readonly [what: string, files: Readonly<Record<string, unknown>>, said: string][] = [
  ["a misspelt setting", { [json]: { sed: 1 } }, `${json}: "sed" is no setting. Did you mean "seed"?`],
  [
    "a setting spelt as its flag",
    { [json]: { "webhook-secret": "a" } },
    `${json}: "webhook-secret" is no setting. Did you mean "webhookSecret"?`,
  ],
  [
    "a misspelt setting of a command",
    { [json]: { serve: { prot: 1 } } },
    `${json}: "serve.prot" is no setting. Did you mean "port"?`,
  ],
  [
    "a setting of one command at the top",
    { [json]: { port: 1 } },
    `${json}: "port" is no setting of every command. Write it into "serve".`,
  ],
  ["a setting of another command", { [json]: { exec: { port: 1 } } }, `${json}: "exec.port" is no setting. `],
  [
    "a setting that only the command line has",
    { [json]: { config: "./other.json" } },
    `${json}: "config" is no setting. There are `,
  ],
  [
    "a section that is none",
    { [json]: { serve: 4747 } },
    `${json}: "serve" is 4747. It must be an object of settings.`,
  ],
  [
    "a text in place of a number",
    { [json]: { seed: "abc" } },
    `${json}: "seed" is "abc". It must be a whole number from 0 to 4294967295.`,
  ],
  [
    "a switch in place of a number",
    { [json]: { serve: { port: true } } },
    `${json}: "serve.port" is true. It must be a whole number from 0 to 65535.`,
  ],
  [
    "a choice that is none",
    { [json]: { clock: "slow" } },
    `${json}: "clock" is "slow". Allowed choices are real, frozen.`,
  ],
  [
    "a text in place of a switch",
    { [json]: { rejectUnknown: "yes" } },
    `${json}: "rejectUnknown" is "yes". It must be true or false.`,
  ],
  [
    "a list where one is meant",
    { [json]: { webhookSecret: ["a"] } },
    `${json}: "webhookSecret" is ["a"]. It must be a text.`,
  ],
  [
    "an object in place of a list",
    { [json]: { serve: { apiKey: { a: 1 } } } },
    `${json}: "serve.apiKey" is {"a":1}. It must be a text, or a list of texts.`,
  ],
  [
    "nothing at all",
    { [json]: { webhookSecret: null } },
    `${json}: "webhookSecret" is null. It must be a text.`,
  ],
  [
    "an empty list",
    { [json]: { serve: { cors: [] } } },
    `${json}: "serve.cors" is []. It must name at least one.`,
  ],
  [
    "a wrong member of a list",
    { [json]: { serve: { cors: ["localhost"] } } },
    `${json}: "serve.cors" is ["localhost"]. It must be origins such as http://localhost:5173, or *.`,
  ],
  [
    "a world file that is not there",
    { [json]: { world: "./no.json" } },
    `${json}: "world" is "./no.json". There is no such file.`,
  ],
  [
    "two that exclude each other",
    { [json]: { serve: { quiet: true, verbose: true } } },
    `${json}: "serve.verbose" cannot be set together with "serve.quiet". Keep one of them.`,
  ],
  ["what is no JSON", { [json]: "{" }, `${json}: The file is not JSON: `],
  ["a list of settings", { [json]: [] }, `${json}: It must hold an object of settings.`],
  [
    "a module without a default",
    { "kombo-mock.config.mjs": "export const seed = 1;" },
    "kombo-mock.config.mjs: Its default export must be an object of settings.",
  ],
  [
    "a module that fails",
    { "kombo-mock.config.mjs": "throw new Error('no luck');" },
    "kombo-mock.config.mjs: It cannot be loaded: no luck",
  ],
  [
    "two files",
    { [json]: {}, "kombo-mock.config.mjs": "" },
    `${json}: There is kombo-mock.config.mjs beside it. Keep one of them.`,
  ],
  [
    "a fault of an extended file",
    { [json]: { extends: "./a/b.json" }, "a/b.json": { sed: 1 } },
    'a/b.json: "sed" is no setting. Did you mean "seed"?',
  ],
  [
    "a circle",
    { [json]: { extends: "./a/b.json" }, "a/b.json": { extends: `../${json}` } },
    `${json}: It extends itself: ${json} → a/b.json → ${json}.`,
  ],
  [
    "an extended file that is not there",
    { [json]: { extends: "./b.json" } },
    `${json}: "extends" names "./b.json", which does not exist.`,
  ],
  [
    "an extended package that is not there",
    { [json]: { extends: ["@acme/no"] } },
    `${json}: "extends" names the package "@acme/no": it is not installed.`,
  ],
  [
    "a path that looks like a package",
    { [json]: { extends: "b.json" }, "b.json": {} },
    `${json}: "extends" names the package "b.json": it is not installed. The file beside it is "./b.json".`,
  ],
  [
    "an extension that is no name",
    { [json]: { extends: [5] } },
    `${json}: "extends" is [5]. It must be a path, the name of a package, or a list of them.`,
  ],
];

test.for(refusals)("%s is refused", async ([, files, said]) => {
  const { settings, said: told } = await read("serve", { cwd: project(files) });
  expect(settings).toBeUndefined();
  expect(told.slice(0, "error: ".length + said.length)).toBe(`error: ${said}`);
  expect(told.endsWith("\n")).toBe(true);
});

test("a named file that is not there is refused", async () => {
  expect(await read("serve --config no.json", { cwd: project({}) })).toEqual({
    exitCode: 1,
    said: "error: no.json: There is no such file.\n",
  });
});

test("exec ends with 2 where its settings are wrong, which is no violation of the contract", async () => {
  expect(await read("exec -- npm test", { cwd: project({ [json]: { sed: 1 } }) })).toEqual({
    exitCode: 2,
    said: `error: ${json}: "sed" is no setting. Did you mean "seed"?\n`,
  });
});

test("on a Node that reads no TypeScript the remedy is told", async () => {
  const features = Object.getOwnPropertyDescriptor(process.features, "typescript") ?? {};
  Object.defineProperty(process.features, "typescript", { ...features, get: () => false });
  onTestFinished(() => void Object.defineProperty(process.features, "typescript", features));
  expect((await read("serve", { cwd: project({ "kombo-mock.config.ts": "" }) })).said).toBe(
    `error: kombo-mock.config.ts: Node reads TypeScript from 22.18 and 23.6 on, and this is ${process.version}. Take a newer Node, or write the settings as .mjs or .json.\n`,
  );
});

const report = formed(
  { list: "repeated", located: (text, at) => text.replace(/=(.*)/, (_, file: string) => `=${at(file)}`) },
  (text: string, before: readonly string[] = []) => [...before, text],
);
const commands = () =>
  commandsOf({
    one: [option("--seed <n>", "").argParser(wholeNumber(0, 9)), option("--port <n>", "")],
    three: [
      option("--seed <n>", "").argParser(wholeNumber(0, 9)),
      option("--again [n]", "").argParser(wholeNumber(1, 9)),
    ],
    two: [
      option("--seed <n>", "").argParser(wholeNumber(0, 9)),
      option("--keys <keys>", "").argParser(commaList),
      option("--report <form>", "").argParser(report),
      option("--no-colour", ""),
    ],
  });

test("what every command takes stands at the top, and what one takes in its section", async () => {
  const cwd = project({
    [json]: { seed: 1, one: { port: "5" }, two: { seed: 2, keys: ["a"], colour: false } },
  });
  expect((await read("one", { cwd, commands })).settings).toEqual({ seed: 1, port: "5" });
  expect((await read("two", { cwd, commands })).settings).toEqual({ seed: 2, keys: ["a"], colour: false });
  const wrong = project({ [json]: { port: "5" } });
  expect((await read("two", { cwd: wrong, commands })).said).toBe(
    `error: ${json}: "port" is no setting of every command. Write it into "one".\n`,
  );
});

test("an option whose value may be left out takes it, or true, or false", async () => {
  const said = async (again: unknown) =>
    (await read("three", { cwd: project({ [json]: { three: { again } } }), commands })).settings;
  expect(await said(3)).toEqual({ again: 3 });
  expect(await said(true)).toEqual({ again: true });
  expect(await said(false)).toEqual({});
  expect(await said("many")).toBeUndefined();
});

test("exec takes its reports, its variables and its folders from the file, too", async () => {
  const exec = {
    report: ["github", "junit=out/junit.xml,html=out/report.html"],
    env: ["HRIS_URL={baseUrl}", "KEY={apiKey}"],
    artifacts: "out",
    failOn: "warning",
    allowEmpty: true,
  };
  const cwd = project({ [json]: { seed: 7, serve: { port: 1 }, exec }, "a/note.txt": "" });
  const { settings } = await read("exec -- npm test --config x", { cwd: join(cwd, "a") });
  expect(settings).toEqual({
    seed: 7,
    report: [
      { format: "github" },
      { format: "junit", file: "../out/junit.xml" },
      { format: "html", file: "../out/report.html" },
    ],
    env: [
      { name: "HRIS_URL", template: "{baseUrl}" },
      { name: "KEY", template: "{apiKey}" },
    ],
    artifacts: "../out",
    failOn: "warning",
    allowEmpty: true,
  });
});

test("an option that may be repeated takes a list, whose paths are those of the file", async () => {
  const cwd = project({
    "a/b/note.txt": "",
    "a/kombo-mock.config.json": { extends: "../base.json" },
    "base.json": { two: { report: ["html=out/report.html", "github"] } },
  });
  expect((await read("two", { cwd: join(cwd, "a/b"), commands })).settings).toEqual({
    report: ["html=../../out/report.html", "github"],
  });
  expect((await read("two --report json", { cwd: join(cwd, "a/b"), commands })).settings).toEqual({
    report: ["json"],
  });
});

vi.setConfig({ testTimeout: 30_000 });
