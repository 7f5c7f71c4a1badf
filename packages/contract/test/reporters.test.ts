/// <reference types="node" />

import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Violation } from "@kombo-mock/contract";
import { diffDocuments } from "@kombo-mock/contract/diff";
import { makeDiffReport, viewOfDiff } from "@kombo-mock/contract/impact";
import {
  githubReport,
  htmlReport,
  junitReport,
  makeReport,
  prettyReport,
  type ReportView,
  type Seen,
  sarifReport,
  Tally,
  viewOf,
} from "@kombo-mock/contract/report";
import { Ajv } from "ajv";
import { expect, test } from "vitest";
import { validateXML } from "xmllint-wasm";
import { consumers, edit, peopleDocument } from "./people-document.ts";

const nasty = `<script>"&' ]]> %0A::error::\u0000\u{1F600}\n--`;
const violation = (more: Partial<Violation>): Violation => ({
  ...{
    rule: "invalid-body",
    operation: "POST /hris/absences",
    location: "body.x",
    message: "body.x must be right.",
  },
  ...{ severity: "error", blame: "consumer" },
  ...more,
});
const seen = { exchanges: 5, skipped: 1, operations: { "POST /hris/absences": 3, "GET /hris/absences": 2 } };
const waiver = { rule: "ignored-body", operation: "*", reason: nasty } as const;
const options = {
  kind: "check",
  failOn: "error",
  allowEmpty: false,
  waivers: [waiver],
  today: "2026-01-31",
} as const;

function reportOf(violations: readonly Violation[], more: Partial<Seen> = {}) {
  const tally = new Tally([waiver], "2026-01-31");
  tally.add(violations, { source: "a folder/ü.har", exchange: 3, test: nasty });
  return viewOf(makeReport(tally, { ...seen, ...more }, options));
}

function diffView(): ReportView {
  const after = peopleDocument();
  edit(after, ["paths", "/people", "post"], undefined);
  const everybody = Object.entries(consumers).map(([name, usage]) => ({ name, usage }));
  return viewOfDiff(makeDiffReport(diffDocuments(peopleDocument(), after), everybody, "error"));
}

const views: readonly { readonly name: string; readonly view: ReportView }[] = [
  { name: "nothing is wrong", view: reportOf([]) },
  { name: "nothing was seen", view: reportOf([], { exchanges: 0, operations: {} }) },
  {
    name: "all is wrong",
    view: reportOf([
      violation({}),
      violation({ rule: "unknown-operation", operation: null, message: nasty }),
      violation({ rule: "undeclared-body-key", severity: "warning", location: `body.${nasty}` }),
      violation({ rule: "invalid-answer", blame: "provider", location: "answer.data[3].id" }),
      violation({ rule: "guessed-answer", severity: "note", blame: "provider" }),
      violation({ rule: "ignored-body", severity: "warning" }),
    ]),
  },
  { name: "documents differ", view: diffView() },
];

const schemaFile = "schemas/sarif-2.1.0-rtm.5.json";
const packageFile = fileURLToPath(import.meta.resolve("@microsoft/jest-sarif"));
// The schema is of draft 4; but for its id, it says nothing that later drafts read differently.
const {
  $schema: _,
  id: __,
  ...sarifSchema
} = JSON.parse(readFileSync(join(dirname(packageFile), schemaFile), "utf8")) as Record<string, unknown>;
const validateSarif = new Ajv({
  strict: false,
  allErrors: true,
  validateFormats: false,
  unicodeRegExp: false,
}).compile(sarifSchema);

test.each(views)("SARIF is valid by its schema: $name", ({ view }) => {
  const log = JSON.parse(sarifReport(view)) as { runs: { results: unknown[] }[] };
  expect(validateSarif(log) ? [] : validateSarif.errors).toEqual([]);
  expect(log.runs[0]?.results).toHaveLength(view.items.length);
});

test("what is no SARIF is not valid by that schema", () => {
  expect(validateSarif({ version: "2.1.0", runs: [{}] })).toBe(false);
});

const xsd = readFileSync(join(import.meta.dirname, "junit.xsd"), "utf8");

test.each(views)("JUnit is valid by its schema, and its counts are right: $name", async ({ view }) => {
  const contents = junitReport(view);
  const { valid, errors } = await validateXML({ xml: { fileName: "report.xml", contents }, schema: xsd });
  expect({ valid, errors }).toEqual({ valid: true, errors: [] });
  const count = (pattern: RegExp) => contents.match(pattern)?.length ?? 0;
  expect(contents).toContain(
    `<testsuite name="${view.name}" tests="${count(/<testcase /g)}" failures="${count(/<failure /g)}"`,
  );
  expect(count(/<failure /g) > 0).toBe(!view.passes);
});

test.each(views)("HTML loads nothing, runs nothing and is escaped: $name", ({ view }) => {
  const html = htmlReport(view);
  expect(html).toContain("default-src 'none'");
  expect(html).not.toMatch(/<script|<link|<img|\bsrc=|\bhref=|\bon\w+=/i);
  expect(html.match(/<article /g) ?? []).toHaveLength(view.items.length);
});

test.each(views)("GitHub gets one command a line, which no text can break out of: $name", ({ view }) => {
  const lines = githubReport(view).split("\n");
  expect(
    lines.filter((line) => !/^::(?:error|warning|notice) (?:file=[^:,]*,)?title=[^:,]*::/.test(line)),
  ).toEqual([]);
  expect(lines).toHaveLength(view.items.filter(({ waived }) => waived === null).length + 1);
  expect(lines.at(-1)).toMatch(view.passes ? /^::notice / : /^::error /);
});

test.each(views)("text ends with the cause of the exit code: $name", ({ view }) => {
  expect(prettyReport(view).split("\n").at(-1)).toBe(view.summary);
  expect(view.summary).toContain(view.passes ? "exit 0" : "exit 1");
});

test("what was asked for beside the judgement is told to people, before the last line", () => {
  const view = {
    ...reportOf([violation({})]),
    sections: [{ title: "Coverage", lines: ["Test next:", nasty] }],
  };
  expect(prettyReport(view)).toContain(`\n\nTest next:\n${nasty}\n\n${view.summary}`);
  const page = htmlReport(view);
  expect(page).toContain("<h2>Coverage</h2>\n<pre>Test next:&#10;");
  expect(page).not.toContain("<script>");
});
