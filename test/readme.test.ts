import { execFile } from "node:child_process";
import { globSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { type Cast, createMockCore, worlds } from "@kombo-mock/msw/core";
import { allDomains } from "@kombo-mock/msw/domains";
import { type MockServer, startServer } from "kombo-mock";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readDocument, readOperations } from "../scripts/slices/document.ts";
import { servedOperations } from "../scripts/slices/served.ts";

const root = join(import.meta.dirname, "..");
const run = promisify(execFile);
const readme = readFileSync(join(root, "README.md"), "utf8");

let server: MockServer;

beforeAll(async () => {
  // The world that `pnpm start` serves.
  server = await startServer({ port: 0, world: "demo" });
});

afterAll(async () => {
  await server.close();
});

/** The first code block of a language after a heading or sentence, and the output block that follows it. */
function example(after: string, language: string): { code: string; output: string | undefined } {
  const rest = readme.slice(readme.indexOf(after));
  const match = new RegExp(
    `\`\`\`${language}\n([\\s\\S]*?)\`\`\`(?:\n\n\`\`\`text\n([\\s\\S]*?)\`\`\`)?`,
  ).exec(rest);
  if (!match?.[1]) throw new Error(`README.md has no ${language} example after "${after}".`);
  return { code: match[1], output: match[2] };
}

const here = (code: string) => code.replaceAll("http://127.0.0.1:4747", server.url);

test("the curl line answers what the README shows", async () => {
  const { code, output } = example("## Try it", "sh");
  const { stdout } = await run("bash", ["-c", here(code)]);
  expect(stdout).toBe(output);
});

test("the TypeScript snippet prints what the README shows", async () => {
  const { code, output } = example("With the official TypeScript SDK", "ts");
  const file = join(root, "test", `readme-${process.pid}.ts`);
  writeFileSync(file, here(code));
  try {
    expect((await run("node", [file])).stdout).toBe(output);
  } finally {
    rmSync(file);
  }
});

test("the Ruby example is the sample's, whose own test runs it", () => {
  const { code, output } = example("In plain Ruby", "ruby");
  const folder = join(root, "apps/sample-integration-health-ruby");
  expect(code).toBe(readFileSync(join(folder, "example.rb"), "utf8"));
  expect(readFileSync(join(folder, "README.md"), "utf8")).toContain(`\`\`\`text\n${output}\`\`\``);
});

test("the first test is the one that the packed packages are tried with", () => {
  const { code } = example("## In a test, without a server", "js");
  expect(code).toBe(readFileSync(join(root, "scripts/smoke/first.test.js"), "utf8"));
});

test("every world is told of, and every member of the cast that is named is one", () => {
  const rows = [...readme.matchAll(/^\| `(\w+)` \| .* \| (\d+) \|$/gm)].map(([, name, count]) => [
    name,
    Number(count),
  ]);
  expect(rows).toEqual(Object.entries(worlds).map(([name, { integrations }]) => [name, integrations.length]));
  const [, names = ""] = /have names: (.*?) They are/.exec(readme) ?? [];
  const named = [...names.matchAll(/`(?:mock\.cast\.)?(\w+)/g)].map(([, name = ""]) => name);
  expect(named.length).toBeGreaterThan(3);
  for (const name of named) {
    const { id } = server.mock.cast[name as keyof Cast];
    for (const world of ["small", "edge", "large"] as const) {
      expect(createMockCore({ domains: allDomains, world }).cast[name as keyof Cast].id).toBe(id);
    }
  }
});

test("the numbers of operations are those of the document and of the behaviours", () => {
  const count = readOperations(readDocument()).length;
  expect(readme).toContain(
    `the whole API: ${count} operations and 10 webhooks. ${servedOperations.size} operations are served`,
  );
});

test("every package stands in the map", () => {
  const folders = [...readme.matchAll(/^\| `((?:packages|apps)\/[\w-]+|fixtures)` \|/gm)].map(
    ([, folder]) => folder,
  );
  const manifests = globSync("{packages,apps}/*/package.json", { cwd: root });
  expect(folders.sort()).toEqual([...manifests.map((manifest) => dirname(manifest)), "fixtures"].sort());
});
