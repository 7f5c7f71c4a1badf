import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { readDocument, readOperations } from "../scripts/slices/document.ts";
import { servedOperations } from "../scripts/slices/served.ts";

const root = join(import.meta.dirname, "..");
const folder = mkdtempSync(join(tmpdir(), "kombo-mock-slices-"));

afterAll(() => rmSync(folder, { recursive: true }));

const node = (script: string, ...args: readonly string[]) => {
  const command = ["--conditions=kombo-mock-source", `scripts/slices/${script}.ts`, ...args];
  const { status, stdout, stderr } = spawnSync("node", command, { cwd: root, encoding: "utf8" });
  return { status, stdout, stderr };
};

const made = (name: string) => readFileSync(join(folder, name), "utf8");

test("a slice is told with all that it has", () => {
  const { stdout } = node("slice", "general/custom-fields");
  const lines = stdout.split("\n");
  const tests = lines.filter((line) => line.startsWith("  test "));
  expect(
    lines.filter((line) => !tests.includes(line)).join("\n"),
  ).toBe(`general/custom-fields: 2 of 2 operations served
  fragment    packages/openapi/spec/general/custom-fields.openapi.yaml
  entity      CustomField
  operation   GET /integrations/{integration_id}/custom-fields: served
  operation   PUT /integrations/{integration_id}/custom-fields/{custom_field_id}: served
  factory     packages/factories/src/general/custom-field.factory.ts
  collection  packages/factories/src/general/custom-fields.collection.ts
  handlers    packages/msw/src/general/custom-fields.handlers.ts

It lacks nothing.
`);
  expect(tests).toContain("  test        apps/mock-server/test/official-sdk.test.ts");
  expect(tests).toContain("  test        packages/msw/test/general.test.ts");
});

test.each([
  ["slice", [], "Which slice? For example: pnpm slice hris/absence-types"],
  ["slice", ["general/custom-feilds"], 'There is no slice "general/custom-feilds". Did you mean "general/'],
  ["slice", ["hris/remote-fields"], '"hris/remote-fields" has a fragment but no operation in the document'],
  ["new", [], "Name one slice: pnpm new <domain>/<slice>"],
  ["new", ["hris/skill"], 'The document has "hris/skills" and no "hris/skill". Run: pnpm new hris/skills'],
  ["new", ["Hris/Skills"], '"Hris/Skills" is no name of a slice: it takes a domain and a plural'],
  ["new", ["../etc/skills"], '"../etc/skills" is no name of a slice'],
  ["new", ["hriss/skills"], 'There is no domain "hriss". Did you mean "hris"? There are: ai-apply, '],
  ["new", ["hris/skills", "--to", "x"], "Unknown option '--to'"],
] as const)("pnpm %s %j is answered by a sentence", (script, args, sentence) => {
  const { status, stdout, stderr } = node(script, ...args);
  expect({ status, stdout, sentence: stderr.slice(0, sentence.length) }).toEqual({
    status: 1,
    stdout: "",
    sentence,
  });
  expect(stderr).not.toContain("    at ");
});

test("SUPPORTED.md is fresh, and every operation has one row, with what the domains serve", () => {
  expect(node("generate-supported", "--check")).toMatchObject({ status: 0, stderr: "" });
  const rows = readFileSync(join(root, "SUPPORTED.md"), "utf8")
    .split("\n")
    .filter((line) => line.startsWith("| `"))
    .map((line) => [line.split("`")[1], line.split(" | ")[1]]);
  const operations = readOperations(readDocument()).map(({ name }) => [
    name,
    servedOperations.has(name) ? "served" : "not yet",
  ]);
  expect(rows.sort()).toEqual(operations.sort());
});

test("each row of SUPPORTED.md leads to the behaviour of what is served, and to its tests", () => {
  const rows = readFileSync(join(root, "SUPPORTED.md"), "utf8")
    .split("\n")
    .filter((line) => line.includes(" | served | "))
    .map((line) => line.slice(2, -2).split(" | "));
  for (const [name, , behaviour = "", , , tests = ""] of rows) {
    const [, file = ""] = /^\[[\w.-]+\]\((packages\/msw\/src\/.+\.handlers\.ts)\)$/.exec(behaviour) ?? [];
    expect(readFileSync(join(root, file), "utf8"), name).toContain(`"${name?.split("`")[1]}"`);
    for (const [, test = ""] of tests.matchAll(/\((\S+)\)/g))
      expect(existsSync(join(root, test)), test).toBe(true);
  }
  // What no test names is asked with all others of its domain.
  expect(rows.filter(([, , , , , tests]) => tests === "–").map(([name]) => name)).toEqual([]);
});

test("a slice's factory and tests are found under its name", () => {
  const { stdout } = node("slice", "hris/absences");
  expect(stdout).toContain("\n  factory     packages/factories/src/hris/absences.factory.ts\n");
  expect(stdout).toContain("\n  test        packages/msw/test/hris/absences.test.ts\n");
  expect(stdout).toContain("\nIt lacks nothing.\n");
});

// The compiler runs twice.
test("a slice of the document is begun: types hold, and what exists is left alone", {
  timeout: 30_000,
}, () => {
  const first = node("new", "hris/absence-types", "--into", folder);
  expect(first.stdout.split("\n").slice(0, 5)).toEqual([
    "not    packages/openapi/spec/hris/absence-types.openapi.yaml: the document has this slice already",
    "made   packages/factories/src/hris/absence-types.factory.ts",
    "made   packages/factories/src/hris/absence-types.collection.ts",
    "made   packages/msw/src/hris/absence-types.handlers.ts",
    "made   packages/msw/test/hris/absence-types.test.ts",
  ]);
  const factory = made("packages/factories/src/hris/absence-types.factory.ts");
  expect(factory).toContain('export const hrisAbsenceTypeFactory = defineFactory("HrisAbsenceType")({');
  expect(made("packages/msw/src/hris/absence-types.handlers.ts")).toContain(
    'export const listAbsenceTypes = list("GET /hris/absence-types");',
  );
  expect(typesOf()).toBe("");

  const name = join(folder, "packages/factories/src/hris/absence-types.factory.ts");
  writeFileSync(name, factory.replace("    unit:", "    unti:"));
  expect(node("new", "hris/absence-types", "--into", folder).stdout).toContain(
    "there  packages/factories/src/hris/absence-types.factory.ts",
  );
  expect(typesOf()).toContain("'unti' does not exist");
});

test("a slice that the document lacks begins with a fragment in the domain's manner", () => {
  const { stdout } = node("new", "ats/talent-pools", "--into", folder);
  expect(stdout.split("\n").filter((line) => line.startsWith("made"))).toHaveLength(5);
  const fragment = made("packages/openapi/spec/ats/talent-pools.openapi.yaml");
  expect(fragment).toContain("operationId: GetAtsTalentPools\n      tags: [ATS]\n");
  expect(fragment).toContain("    AtsTalentPool:\n");
  expect(fragment).toContain('default: { $ref: "#/components/responses/AtsError" }');
  expect(made("packages/factories/src/ats/talent-pools.collection.ts")).toContain(
    'model: "ats_talent_pools"',
  );
  expect(readdirSync(join(folder, "packages/openapi/spec"))).toEqual(["ats"]);
});

/** What the compiler says of the hris files in the folder, which import as if they lay in the repository. */
function typesOf(): string {
  const folders = ["packages/factories/src", "packages/msw/src"];
  const config = {
    extends: join(root, "tsconfig.base.json"),
    compilerOptions: {
      noEmit: true,
      types: ["node"],
      typeRoots: [join(root, "node_modules/@types")],
      rootDirs: folders.flatMap((one) => [join(folder, one), join(root, one)]),
    },
    include: folders.map((one) => `${one}/hris`),
  };
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config));
  const tsc = join(root, "node_modules/.bin/tsc");
  return spawnSync(tsc, ["-p", folder], { encoding: "utf8" }).stdout;
}
