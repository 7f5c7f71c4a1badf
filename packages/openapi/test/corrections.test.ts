import { readFileSync } from "node:fs";
import { join } from "node:path";
import { operations } from "@kombo-mock/openapi";
import { expect, test } from "vitest";
import { exchanges, webhooks } from "./schemas.ts";

const text = readFileSync(join(import.meta.dirname, "../corrections.md"), "utf8");
const headings = ["place", "what the source says", "what we state", "evidence"];

const tables = text
  .split(/\n{2,}/)
  .filter((block) => block.startsWith("|"))
  .map((block) => block.trim().split("\n").map(cellsOf));
const rows = tables.flatMap((table) => table.slice(2));

function cellsOf(line: string): string[] {
  return line
    .replace(/^\|(.*)\|$/, "$1")
    .split("|")
    .map((cell) => cell.trim());
}

const known = new Set<string>([...Object.keys(operations), ...webhooks.map(({ name }) => name)]);

test("the corrections are tables of four columns, every cell filled", () => {
  expect(tables).toHaveLength(4);
  expect(tables.map(([heading]) => heading)).toEqual(tables.map(() => headings));
  expect(rows.length).toBeGreaterThan(30);
  expect(rows.filter((row) => row.length !== headings.length || row.includes(""))).toEqual([]);
});

test("the place of each row is made of operations and webhooks that the document has", () => {
  const places = rows.map(([place = ""]) => place);
  const unknown = places.filter((place) => !place.split(", ").every((one) => known.has(one.slice(1, -1))));
  const unquoted = places.filter((place) => !/^`[^`]+`(, `[^`]+`)*$/.test(place));
  expect(unknown).toEqual([]);
  expect(unquoted).toEqual([]);
});

test("every operation that the text names exists", () => {
  const named = [...text.matchAll(/`((?:GET|POST|PUT|PATCH|DELETE) [^`]+)`/g)].map(([, name = ""]) => name);
  expect(named.length).toBeGreaterThan(50);
  expect(named.filter((name) => !known.has(name))).toEqual([]);
});

/** What the first table says of the marks. */
const [deprecation = []] = tables;

test("the operations and webhooks that the corrections call deprecated are marked, the others are not", () => {
  const marked = [...exchanges, ...webhooks].filter(({ operation }) => operation.deprecated);
  const names = new Set(marked.map(({ name }) => name));
  const claims = deprecation
    .slice(2)
    .flatMap(([place = "", , stated = ""]) =>
      stated.startsWith("All five")
        ? []
        : place
            .split(", ")
            .map((one) => ({ name: one.slice(1, -1), deprecated: stated.startsWith("Deprecated") })),
    );
  expect(claims).toHaveLength(5);
  expect(claims.filter(({ name, deprecated }) => names.has(name) !== deprecated)).toEqual([]);
});
