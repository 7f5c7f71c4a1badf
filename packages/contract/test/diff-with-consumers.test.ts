/// <reference types="node" />

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test, vi } from "vitest";
import { consumers, edit, peopleDocument } from "./people-document.ts";
import { folderWith, runContract } from "./run-contract.ts";

// The whole document is large, and other tests run beside.
vi.setConfig({ testTimeout: 60_000 });

const here = import.meta.dirname;

function changed(...path: readonly string[]) {
  const after = peopleDocument();
  edit(after, path, undefined);
  return after;
}

const usages = Object.fromEntries(
  Object.entries(consumers).map(([name, usage]) => [`repos/${name}/kombo-usage.json`, usage]),
);
const files = () =>
  folderWith({
    "old.json": peopleDocument(),
    "new.json": changed("paths", "/people", "post"),
    "other.json": changed("paths", "/people/{id}"),
    ...usages,
  });

test("without consumers, what breaks anybody fails", async () => {
  const at = files();
  const { code, out } = await runContract("diff", at("old.json"), at("other.json"));
  expect(code).toBe(1);
  expect(out).toBe(
    [
      "error operation-removed",
      "  DELETE /people/{id}",
      '  "DELETE /people/{id}" is gone.',
      "  to do: Move to what replaces the operation before you upgrade.",
      "",
      "diff: 1 error, 0 warnings, 0 notes, of 1 difference · exit 1",
      "",
    ].join("\n"),
  );
});

test("with consumers, only what hits one of them is told, and whom; they are named by their folders", async () => {
  const at = files();
  const args = ["--consumer", at("repos/*/kombo-usage.json"), "--report", "json"];
  const harmless = await runContract("diff", at("old.json"), at("other.json"), ...args);
  expect(harmless.code).toBe(0);
  expect(JSON.parse(harmless.out)).toMatchObject({ entries: [], differences: 1 });
  const { code, out } = await runContract("diff", at("old.json"), at("new.json"), ...args);
  expect(code).toBe(1);
  expect(JSON.parse(out)).toMatchObject({
    consumers: ["hooked", "reader", "vague", "writer"],
    entries: [{ change: "operation-removed", severity: "error", hits: ["writer"], mayHit: [] }],
  });
});

test.each(["github", "sarif"])("the differences are told as %s too", async (format) => {
  const at = files();
  const { out } = await runContract("diff", at("old.json"), at("new.json"), "--report", format);
  expect(out).toContain("operation-removed");
});

test("an installed package and its folder are documents, too", async () => {
  const folder = fileURLToPath(new URL("..", import.meta.resolve("@kombo-mock/openapi/openapi.json")));
  const file = fileURLToPath(import.meta.resolve("@kombo-mock/openapi/openapi.json"));
  const at = folderWith({ "copy.json": readFileSync(file, "utf8") });
  for (const given of [folder, "@kombo-mock/openapi", join(here, "..")]) {
    const { code, out, err } = await runContract("diff", at("copy.json"), given);
    expect({ given, code, out, err }).toEqual({
      ...{ given, code: 0, err: "" },
      out: "diff: 0 errors, 0 warnings, 0 notes, of 0 differences · exit 0\n",
    });
  }
});

test.each([
  {
    args: ["@kombo-mock/openapi@1.2.0"],
    want: "Install it under a name of its own first: npm install old@npm:@kombo-mock/openapi@1.2.0",
  },
  { args: ["https://api.example.com/openapi.json"], want: "is not fetched. Download the document first" },
  { args: ["nothing-here"], want: '"nothing-here" is neither a file nor an installed package.' },
  { args: [here], want: 'test" holds no openapi.json and is no package of Kombo Mock.' },
  { args: [join(here, "../package.json")], want: "is not OpenAPI 3.0 or 3.1" },
])("$args is refused with: $want", async ({ args, want }) => {
  const at = folderWith({ "old.json": peopleDocument() });
  const { code, err } = await runContract("diff", at("old.json"), ...args);
  expect({ code, told: err.includes(want) ? want : err }).toEqual({ code: 2, told: want });
});

test("consumers that nobody finds are refused, and so is a usage that is not right", async () => {
  const at = folderWith({
    "old.json": peopleDocument(),
    "wrong/kombo-usage.json": { version: 2, operations: { x: { fields: [] } } },
  });
  const none = await runContract("diff", at("old.json"), at("old.json"), "--consumer", at("no/*.json"));
  expect(none).toMatchObject({ code: 2, err: expect.stringContaining("nothing is known of a consumer") });
  const wrong = await runContract("diff", at("old.json"), at("old.json"), "--consumer", at("wrong/*.json"));
  expect(wrong.code).toBe(2);
  for (const what of [
    "version has to be 1",
    'operations["x"] has to be named',
    'operations["x"].fields is not known',
  ]) {
    expect(wrong.err).toContain(what);
  }
});

test("usage merge joins files, sorted, a declaration before an observation and doubt before certainty", async () => {
  const at = folderWith({
    "a.json": {
      version: 1,
      consumer: "payroll",
      operations: {
        "GET /b": {
          parameters: ["query.z", "query.a"],
          response_fields: { "answer.x": "observed" },
          other_response_fields: "unused",
        },
      },
    },
    "b.json": {
      version: 1,
      operations: {
        "GET /b": {
          parameters: ["query.a"],
          response_fields: { "answer.x": "declared", "answer.a": "observed" },
        },
        "GET /a": {},
      },
    },
  });
  const { code, out } = await runContract("usage", "merge", at("a.json"), at("b.json"));
  expect(code).toBe(0);
  expect(out).toBe(
    `${JSON.stringify(
      {
        version: 1,
        consumer: "payroll",
        operations: {
          "GET /a": {},
          "GET /b": {
            parameters: ["query.a", "query.z"],
            response_fields: { "answer.a": "observed", "answer.x": "declared" },
          },
        },
      },
      null,
      2,
    )}\n`,
  );
  const again = folderWith({ "c.json": out });
  expect((await runContract("usage", "merge", again("c.json"))).out).toBe(out);
});
