import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import type { Command } from "commander";
import { expect, test, vi } from "vitest";
import { commandsWithSettings } from "../scripts/settings-commands.ts";
import { project } from "./exec-cli.ts";
import { cache, serveCli } from "./run-cli.ts";

// Each run starts a process, which a busy machine may take a while for.
vi.setConfig({ testTimeout: 60_000 });

const file = fileURLToPath(new URL("../README.md", import.meta.url));
const readme = readFileSync(file, "utf8");

/** Starts the server, and answers the text with the address that the server really has. */
async function withServer(): Promise<(text: string) => string> {
  const { url } = await serveCli();
  return (text) => text.replaceAll("http://127.0.0.1:4747", url);
}

test("curl prints what the README shows", async () => {
  const here = await withServer();
  const [, command = "", shown] = /```console\n\$ (.*)\n(.*)\n```/.exec(readme) ?? [];
  const [, header = "", url = ""] = /^curl -s -H "(.*)" (\S+)$/.exec(command) ?? [];
  const [name = "", value = ""] = header.split(": ");
  const answer = await fetch(here(url), { headers: { [name]: value } });
  expect(await answer.text()).toBe(shown);
});

const story = readme.indexOf("## The whole story");
const examples = [...readme.slice(0, story).matchAll(/```ts\n(.*?)```\n\n```text\n(.*?)```/gs)];

test("both programs of the README print what it shows", async () => {
  const here = await withServer();
  expect(examples).toHaveLength(2);
  for (const [, program = "", shown] of examples) {
    const args = [
      "--conditions=kombo-mock-source",
      "--input-type=module-typescript",
      "--eval",
      here(program),
    ];
    expect(execFileSync(process.execPath, args, { cwd: dirname(file), encoding: "utf8", env: cache })).toBe(
      shown,
    );
  }
});

/** The rows of the options' table below a heading. */
function rowsBelow(heading: string): string[][] {
  const [, section = ""] = readme.split(`\n## ${heading}`);
  const own = section.split("\n## ")[0] ?? "";
  return [...own.matchAll(/^\| `--.*$/gm)].map(([row]) => row.split(/\s*\|\s*/).slice(1, -1));
}

function rowsOf({ options }: Command): string[][] {
  return options
    .filter(({ hidden }) => !hidden)
    .map(({ flags, envVar, defaultValue, description }) => [
      `\`${flags}\``,
      envVar === undefined ? "" : `\`${envVar}\``,
      defaultValue === undefined ? "" : `\`${defaultValue}\``,
      description,
    ]);
}

test("the README's tables hold every option that is offered, and no other", () => {
  const [served = [], executed = []] = commandsWithSettings().map(rowsOf);
  expect(rowsBelow("Options of `serve`")).toEqual(served);
  const names = served.map(([flags]) => flags);
  expect(rowsBelow("`exec`")).toEqual(executed.filter(([flags]) => !names.includes(flags)));
  const shared = executed.flatMap(([flags = ""]) =>
    names.includes(flags) ? (flags.match(/--[\w-]+/) ?? []) : [],
  );
  const told = /^Options of the mock itself are those of `serve`: (.*)$/m.exec(readme)?.[1] ?? "";
  expect(told.match(/--[\w-]+/g)).toEqual(shared);
});

test.each([
  { file: "sync.mjs", options: [], want: 1 },
  { file: "groups.mjs", options: ["--hostile"], want: 1 },
  { file: "payroll.mjs", options: ["--coverage"], want: 0 },
  { file: "payroll.mjs", options: ["--infer-usage"], want: 0, writes: "kombo-usage.json" },
])("exec $options prints what the README shows of $file", { timeout: 300_000 }, async (example) => {
  const { file: name, options, want, writes } = example;
  const program = readme.split(`<!-- file: ${name} -->\n\`\`\`js\n`)[1]?.split("```")[0] ?? "";
  const command = ["kombo-mock exec", ...options, "-- node", name].join(" ");
  const shown = readme.split(`\`\`\`sh\n${command}\n\`\`\`\n\n\`\`\`text\n`)[1]?.split("```")[0];
  const { exec, read } = project({ [name]: program });
  const { exitCode, stdout, stderr } = await exec(options, {}, name);
  expect({ exitCode, stdout }).toEqual({ exitCode: want, stdout: shown });
  expect(stderr.split("\n").filter((line) => !/^(?:hostile|infer-usage): |^$/.test(line))).toEqual([]);
  if (writes === undefined) return;
  expect(read(writes)).toBe(readme.split(`<!-- file: ${writes} -->\n\`\`\`json\n`)[1]?.split("```")[0]);
});
