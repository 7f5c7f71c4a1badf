import { expect, test } from "vitest";
import { document, type Exchange, exchanges, webhooks } from "./schemas.ts";

/** What the tests read of an operation's words. */
interface Words {
  readonly tags?: readonly string[];
  readonly summary?: string;
  readonly description?: string;
}

const tags = (document as unknown as { readonly tags: readonly { readonly name: string }[] }).tags;
const all: readonly (Exchange & { readonly operation: Words })[] = [...exchanges, ...webhooks];

test.each(all)("$name has one known tag, a summary and a description", ({ operation }) => {
  expect(operation.tags).toHaveLength(1);
  expect(tags.map(({ name }) => name)).toContain(operation.tags?.[0]);
  expect(operation.summary).toMatch(/^[A-Z][^.]*[^.\s]$/);
  expect(operation.description).toMatch(/^[A-Z`].*[.:]$/s);
});

test("every tag is used", () => {
  const used = new Set(all.flatMap(({ operation }) => operation.tags ?? []));
  expect([...used].sort()).toEqual(tags.map(({ name }) => name).sort());
});

test("no two operations have the same summary", () => {
  const byWords = Map.groupBy(all, ({ operation }) => `${operation.tags?.[0]}: ${operation.summary}`);
  const twins = [...byWords.values()].filter((same) => same.length > 1);
  expect(twins.map((same) => same.map(({ name }) => name))).toEqual([]);
});

test("every named schema says what it is", () => {
  const silent = Object.entries(document.components.schemas).filter(([, { description }]) => !description);
  expect(silent.map(([name]) => name)).toEqual([]);
});

test("every parameter says what it is", () => {
  const given = exchanges.flatMap(({ name, operation }) =>
    (operation.parameters ?? []).map((parameter) => ({ name, parameter })),
  );
  const named = Object.entries(document.components.parameters).map(([name, parameter]) => ({
    name,
    parameter,
  }));
  const silent = [...given, ...named].filter(
    ({ parameter }) => !("$ref" in parameter) && !("description" in parameter && parameter.description),
  );
  expect(given.length).toBeGreaterThan(300);
  expect(silent.map(({ name }) => name)).toEqual([]);
});

test("nothing is left to do", () => {
  expect(JSON.stringify(document)).not.toMatch(/TODO|FIXME|TBD/);
});

test("every named part is used", () => {
  const text = JSON.stringify(document);
  const names = Object.entries(document.components).flatMap(([section, parts]) =>
    section === "securitySchemes" ? [] : Object.keys(parts).map((name) => `#/components/${section}/${name}`),
  );
  expect(names.length).toBeGreaterThan(400);
  expect(names.filter((name) => !text.includes(`"${name}"`))).toEqual([]);
});
