/// <reference types="node" />

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ruleNames, ruleTexts } from "@kombo-mock/contract/rules";
import { expect, test } from "vitest";
import { judged, readScenario } from "./scenario.ts";

const folder = join(import.meta.dirname, "../scenarios");
const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".txt"))
  .sort();
const scenarios = files.map((file) => ({ file, ...readScenario(readFileSync(join(folder, file), "utf8")) }));

test.each(scenarios)("$file: $title", (scenario) => {
  expect(scenario.title).not.toBe("");
  expect(judged(scenario)).toEqual(scenario.want);
});

test("a scenario's name says whether anything is wrong", () => {
  expect(scenarios.filter(({ file, want }) => file.endsWith(".wrong.txt") !== want.length > 0)).toEqual([]);
});

test("there are scenarios of every domain, and for every rule one that breaks it and one that is right", () => {
  expect(scenarios.length).toBeGreaterThanOrEqual(120);
  const domains = ["ai-apply", "assessment", "ats", "custom", "general", "hris", "lms"];
  expect([...new Set(files.map((file) => file.split(/[\\/]/)[0]))]).toEqual(domains);
  const broken = new Set(scenarios.flatMap(({ want }) => want.map((line) => line.split(" ")[1])));
  expect(ruleNames.filter((rule) => !broken.has(rule))).toEqual([]);
  const right = new Set(files.flatMap((file) => /([\w-]+)(?:\.[\w-]+)?\.right\.txt$/.exec(file)?.[1] ?? []));
  expect(ruleNames.filter((rule) => !right.has(rule))).toEqual([]);
});

test.each(ruleNames)("%s: the bad example breaks this rule and no other, the good one none", (rule) => {
  const rulesOf = (text: string) => judged(readScenario(text)).map((line) => line.split(" ")[1]);
  expect(rulesOf(ruleTexts[rule].bad)).toEqual([rule]);
  expect(rulesOf(ruleTexts[rule].good)).toEqual([]);
});
