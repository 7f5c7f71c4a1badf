/// <reference types="node" />

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readUsage } from "@kombo-mock/contract/usage";
import { expect, test } from "vitest";
import { folderWith, runContract } from "./run-contract.ts";

const readme = readFileSync(join(import.meta.dirname, "../README.md"), "utf8");
const files = Object.fromEntries(
  [...readme.matchAll(/<!-- file: (\S+) -->\n```json\n(.*?)```/gs)].map(([, name = "", text = ""]) => [
    name,
    text,
  ]),
);
const commands = [...readme.matchAll(/```sh\nkombo-contract (.*?)\n```\n\n```text\n(.*?)```/gs)].map(
  ([, args = "", output = ""]) => ({ args, output }),
);

test.each(commands)("kombo-contract $args prints what the README says", async ({ args, output }) => {
  const at = folderWith(files);
  const given = args.split(" ").map((one) => (existsSync(at(one)) ? at(one) : one));
  expect((await runContract(...given)).out).toBe(output);
});

test("the README shows commands and files", () => {
  expect(commands).toHaveLength(3);
  expect(Object.keys(files)).toEqual(["recording.json", "kombo-contract.json"]);
});

test("the README's usage file is right", () => {
  const text = /```json\n(\{\n {2}"version".*?)```/s.exec(readme)?.[1] ?? "";
  expect(readUsage(JSON.parse(text)).faults).toEqual([]);
});

test("the README's example of the matchers is one that is run", () => {
  const example = readFileSync(join(import.meta.dirname, "matchers-example.test.ts"), "utf8");
  expect(readme).toContain(`\`\`\`ts\n${example}\`\`\`\n`);
});
