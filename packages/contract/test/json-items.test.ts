/// <reference types="node" />

import { execFileSync } from "node:child_process";
import { createWriteStream, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { jsonItems } from "../src/node/json-items.ts";
import { folderWith } from "./run-contract.ts";

vi.setConfig({ testTimeout: 120_000 });

async function itemsOf(text: string, path: readonly string[], size: number): Promise<unknown[]> {
  const bytes = Buffer.from(text);
  async function* chunks() {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  }
  const found: unknown[] = [];
  for await (const item of jsonItems(chunks(), path)) found.push(item);
  return found;
}

const items = [
  { a: 'a quote \\" and \\\\', b: "äöü 😀 ]}[{", c: [[{}], { entries: [{ x: 1 }] }] },
  {},
  { log: { entries: [{ no: 1 }] }, s: "\\\\\\" },
  [{ y: '"' }],
];
const texts = [
  { name: "a list", path: [], text: JSON.stringify(items) },
  { name: "a list with spaces", path: [], text: JSON.stringify(items, null, 3) },
  {
    name: "entries of a log",
    path: ["log", "entries"],
    text: JSON.stringify({
      log: { version: "entries", pages: [{ entries: [1] }], entries: items, after: [{}] },
      entries: [{ z: 1 }],
    }),
  },
  {
    name: "entries of a log with spaces",
    path: ["log", "entries"],
    text: JSON.stringify({ a: ["log", "entries"], log: { b: "log", entries: items } }, null, "\t"),
  },
];

test.each(texts)("the items of $name are found, wherever the text is cut", async ({ path, text }) => {
  for (const size of [1, 2, 3, 7, 64, 100_000]) expect(await itemsOf(text, path, size)).toEqual(items);
});

test.each(texts)("$name that breaks off is refused at every length", async ({ path, text }) => {
  for (let length = 0; length < text.length; length++) {
    await expect(itemsOf(text.slice(0, length), path, 50)).rejects.toThrow();
  }
});

test("a HAR of 200 MB is judged with less than 300 MB of memory", async () => {
  const at = folderWith({
    "run.mjs": `
    import { main } from ${JSON.stringify(import.meta.resolve("../src/cli.ts"))};
    await main(["node", "kombo-contract", ...process.argv.slice(2)]);
    process.stdout.write("\\n" + process.resourceUsage().maxRSS);
  `,
  });
  const record = { a: "x".repeat(90_000), status: "success", data: { results: [], next: null } };
  const entry = JSON.stringify({
    request: {
      method: "GET",
      url: "https://api.kombo.dev/v1/hris/absences?pagesize=1",
      headers: [],
      bodySize: 0,
    },
    response: {
      status: 200,
      headers: [],
      content: { mimeType: "application/json", text: JSON.stringify(record) },
    },
  });
  const file = createWriteStream(at("big.har"));
  file.write('{"log":{"entries":[');
  const count = Math.ceil(200_000_000 / entry.length);
  for (let index = 0; index < count; index++) {
    if (!file.write(index === 0 ? entry : `,${entry}`))
      await new Promise((resolve) => file.once("drain", resolve));
  }
  await new Promise<void>((resolve) => file.end("]}}", resolve));
  expect(statSync(at("big.har")).size).toBeGreaterThan(200_000_000);

  const args = ["--conditions=kombo-mock-source", at("run.mjs"), "check", at("big.har")];
  const out = execFileSync(process.execPath, args, {
    cwd: join(import.meta.dirname, ".."),
    encoding: "utf8",
  });
  expect(out).toContain(`(${count} times)`);
  expect(Number(out.split("\n").at(-1))).toBeLessThan(300_000);
});
