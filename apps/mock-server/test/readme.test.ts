import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test, vi } from "vitest";
import { commandsWithSettings } from "../scripts/settings-commands.ts";
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

test("the README's table holds every option that is offered, and no other", () => {
  const rows = [...readme.matchAll(/^\| `--.*$/gm)].map(([row]) => row.split(/\s*\|\s*/).slice(1, -1));
  const serve = commandsWithSettings().find((command) => command.name() === "serve");
  const offered = (serve?.options ?? []).filter(({ hidden }) => !hidden);
  expect(rows).toEqual(
    offered.map(({ flags, envVar, defaultValue, description }) => [
      `\`${flags}\``,
      `\`${envVar}\``,
      defaultValue === undefined ? "" : `\`${defaultValue}\``,
      description,
    ]),
  );
});
