import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createGenerator, type Generator, type Pass } from "../scripts/generator.ts";
import { emptyFolder, listFragment, sharedFragment, writeFragments } from "./written-fragments.ts";

async function passesOf(generator: Generator): Promise<Pass[]> {
  const passes: Pass[] = [];
  for await (const pass of generator.run()) passes.push(pass);
  return passes;
}

const namesOfNew = (passes: readonly Pass[]) => passes.filter(({ isNew }) => isNew).map(({ name }) => name);
const filesOf = (passes: readonly Pass[]) => new Map(passes.flatMap(({ files }) => files));

const note = (domain: string, entity: string, schema = "{ type: object }") => ({
  [`${domain}/notes.openapi.yaml`]: listFragment({ domain, entity, schema }),
});
const threeDomains = {
  "_shared.openapi.yaml": sharedFragment,
  ...note("ats", "AtsNote"),
  ...note("hris", "HrisNote"),
  ...note("lms", "LmsNote"),
};

test("a second run over the same fragments makes nothing again, and gives the same files", async () => {
  const generator = createGenerator(writeFragments(threeDomains).folder);
  const first = await passesOf(generator);
  const second = await passesOf(generator);
  expect(namesOfNew(first)).toEqual([
    "document",
    "types",
    "validators of ats",
    "validators of hris",
    "validators of lms",
    "validators of webhooks",
  ]);
  expect(namesOfNew(second)).toEqual([]);
  expect(filesOf(second)).toEqual(filesOf(first));
});

test("a changed schema makes the validators of its domain alone again", async () => {
  const { folder, write } = writeFragments(threeDomains);
  const generator = createGenerator(folder);
  await passesOf(generator);
  for (const [file, text] of Object.entries(note("hris", "HrisNote", "{ type: object, minProperties: 1 }")))
    write(file, text);
  expect(namesOfNew(await passesOf(generator))).toEqual(["document", "types", "validators of hris"]);
});

test("a changed schema that all share makes the validators of every domain again", async () => {
  const { folder, write } = writeFragments(threeDomains);
  const generator = createGenerator(folder);
  await passesOf(generator);
  write("_shared.openapi.yaml", sharedFragment.replace("type: object", "type: [object, 'null']"));
  expect(namesOfNew(await passesOf(generator))).toHaveLength(5);
});

test("after a fault is mended, the next run gives what a new generator gives", async () => {
  const { folder, write } = writeFragments(threeDomains);
  const generator = createGenerator(folder);
  await passesOf(generator);
  write("lms/notes.openapi.yaml", "paths: [");
  await expect(passesOf(generator)).rejects.toThrow("lms/notes.openapi.yaml:1: ");
  for (const [file, text] of Object.entries(note("lms", "LmsNote", "{ type: string }"))) write(file, text);
  expect(filesOf(await passesOf(generator))).toEqual(filesOf(await passesOf(createGenerator(folder))));
});

const edits = [
  { fragment: "hris/absences", domain: "hris" },
  { fragment: "ats/jobs", domain: "ats" },
  { fragment: "lms/courses", domain: "lms" },
];

test("after edits in three domains of the real fragments, every byte is as a full generation makes it", async () => {
  const folder = emptyFolder();
  cpSync(join(import.meta.dirname, "../spec"), folder, { recursive: true });
  const generator = createGenerator(folder);
  const before = filesOf(await passesOf(generator));
  for (const { fragment, domain } of edits) {
    const file = join(folder, `${fragment}.openapi.yaml`);
    // What was a text may be a number from now on.
    writeFileSync(file, readFileSync(file, "utf8").replaceAll(/type: string\b/g, "type: [string, number]"));
    expect(namesOfNew(await passesOf(generator))).toContain(`validators of ${domain}`);
  }
  const after = filesOf(await passesOf(generator));
  const changed = [...after].filter(([name, text]) => before.get(name) !== text).map(([name]) => name);
  const tables = edits.map(({ domain }) => `answers/${domain}.js`);
  expect(changed).toEqual(expect.arrayContaining(["openapi.json", "schema.d.ts", "sdk.d.ts", ...tables]));
  const full = filesOf(await passesOf(createGenerator(folder)));
  expect([...after.keys()]).toEqual([...full.keys()]);
  expect([...after].filter(([name, text]) => full.get(name) !== text).map(([name]) => name)).toEqual([]);
}, 60_000);
