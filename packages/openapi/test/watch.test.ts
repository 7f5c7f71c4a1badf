import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { createGenerator } from "../scripts/generator.ts";
import { watchFragments } from "../scripts/watch.ts";
import { emptyFolder, listFragment, sharedFragment, writeFragments } from "./written-fragments.ts";

const hrisNote = (schema: string) => listFragment({ domain: "hris", entity: "HrisNote", schema });

/** Watches fragments of one domain; `told` waits for a line that begins with some words. */
function startWatch() {
  const { folder, write } = writeFragments({
    "_shared.openapi.yaml": sharedFragment,
    "hris/notes.openapi.yaml": hrisNote("{ type: object }"),
  });
  const generated = emptyFolder();
  const stop = new AbortController();
  const lines: string[] = [];
  const waiting = new Map<string, () => void>();
  const tell = (line: string) => {
    lines.push(line);
    for (const [start, resolve] of waiting) if (line.startsWith(start)) resolve();
  };
  const generator = createGenerator(folder);
  const watching = watchFragments({ generator, fragments: folder, generated, tell, signal: stop.signal });
  onTestFinished(async () => {
    stop.abort();
    await watching;
  });
  return {
    write,
    told: (start: string) =>
      new Promise<readonly string[]>((resolve) => {
        waiting.set(start, () => {
          waiting.delete(start);
          resolve(lines.splice(0));
        });
      }),
    read: (name: string) => readFileSync(join(generated, name), "utf8"),
  };
}

const words = (lines: readonly string[]) => lines.map((line) => line.replace(/\d+ ms$/, "n ms"));

test("a saved fragment is in the document, the types and its domain's validators, each pass told", async () => {
  const { write, told, read } = startWatch();
  await told("Watching");
  const generated = told("hris/notes.openapi.yaml");
  write("hris/notes.openapi.yaml", hrisNote("{ type: object, properties: { colour: { type: string } } }"));
  expect(words(await generated)).toEqual([
    "  document: n ms",
    "  types: n ms",
    "  validators of hris: n ms",
    "hris/notes.openapi.yaml: generated in n ms",
  ]);
  for (const name of ["openapi.json", "schema.d.ts", "answers/hris.js"])
    expect(read(name)).toContain("colour");
});

test("a fault is told at its line, and the watch goes on", async () => {
  const { write, told, read } = startWatch();
  await told("Watching");
  const refused = told("hris/notes.openapi.yaml: not generated");
  write("hris/notes.openapi.yaml", hrisNote("{ typ: object }"));
  expect((await refused)[0]).toContain('hris/notes.openapi.yaml:17: "components/schemas/HrisNote/typ"');
  const generated = told("hris/notes.openapi.yaml: generated");
  write("hris/notes.openapi.yaml", hrisNote("{ type: integer }"));
  await generated;
  expect(read("schema.d.ts")).toContain("HrisNote: number;");
});
