/// <reference types="node" />

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readContractFile } from "@kombo-mock/contract/report";
import { explainRule, ruleNames } from "@kombo-mock/contract/rules";
import { readUsage } from "@kombo-mock/contract/usage";
import { Ajv } from "ajv";
import { expect, test } from "vitest";
import { consumers } from "./people-document.ts";
import { runContract } from "./run-contract.ts";

const folder = join(import.meta.dirname, "..");
const read = (file: string) => readFileSync(join(folder, file), "utf8");
const compile = (file: string) => new Ajv({ strict: true }).compile(JSON.parse(read(file)) as object);
const isContract = compile("kombo-contract.schema.json");
const isUsage = compile("kombo-usage.schema.json");
const waiver = { rule: "invalid-body", operation: "*", reason: "why" };

test.each([
  {},
  { $schema: "x", waivers: [] },
  { waivers: [waiver] },
  { waivers: [{ ...waiver, location: "body.*", test: "t", until: "2026-01-31" }] },
  { waivers: [{ ...waiver, until: "soon" }] },
  { waivers: [{ ...waiver, rule: "no-rule" }] },
  { waivers: [{ ...waiver, reason: "" }] },
  { waivers: [{ ...waiver, operation: undefined }] },
  { waivers: [{ ...waiver, more: 1 }] },
  { waivers: {} },
  { waivers: [1] },
  { more: 1 },
  [],
  null,
])("the schema of kombo-contract.json and the program agree on %j", (given) => {
  const json: unknown = JSON.parse(JSON.stringify(given));
  expect(isContract(json)).toBe(readContractFile(json).faults.length === 0);
});

const usageOf = (one: object) => ({ version: 1, operations: { "GET /hris/absences": one } });

test.each([
  ...Object.values(consumers),
  { version: 1, operations: {} },
  { version: 1 },
  { version: 2, operations: {} },
  { version: 1, operations: { absences: {} } },
  { version: 1, consumer: "", operations: {} },
  usageOf({ parameters: ["page_size"] }),
  usageOf({ request_fields: ["query.x"] }),
  usageOf({ response_fields: { "data.id": "declared" } }),
  usageOf({ response_fields: { "answer.data.id": "guessed" } }),
  usageOf({ other_response_fields: "some" }),
  usageOf({ error_codes: [1] }),
  usageOf({ more: 1 }),
])("the schema of kombo-usage.json and the program agree on %j", (given) => {
  const json: unknown = JSON.parse(JSON.stringify(given));
  expect(isUsage(json)).toBe(readUsage(json).faults.length === 0);
});

test.each(ruleNames)("contract explain %s prints the page about the rule", async (rule) => {
  const { code, out } = await runContract("explain", rule);
  expect(code).toBe(0);
  expect(out).toBe(read(`docs/rules/${rule}.md`));
  expect(out).toBe(`${explainRule(rule)}\n`);
});

test("contract explain without a name lists every rule", async () => {
  const { out } = await runContract("explain");
  expect(out.trimEnd().split("\n")).toHaveLength(ruleNames.length);
});
