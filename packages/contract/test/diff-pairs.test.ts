import { diffDocuments } from "@kombo-mock/contract/diff";
import { impactOn, makeDiffReport, remedyOf } from "@kombo-mock/contract/impact";
import { expect, test } from "vitest";
import { answerPairs, type Pair, requestPairs } from "./diff-pairs.cases.ts";
import { consumers, edit, peopleDocument } from "./people-document.ts";

const pairs = [...answerPairs, ...requestPairs];
const names = Object.keys(consumers) as (keyof typeof consumers)[];
const everybody = names.map((name) => ({ name, usage: consumers[name] }));

function compare({ edits }: Pair) {
  const after = peopleDocument();
  // The values of a case are JSON and are not changed.
  for (const [path, value] of edits) edit(after, path, structuredClone(value) as Parameters<typeof edit>[2]);
  return diffDocuments(peopleDocument(), after);
}

test("there are at least 60 pairs, of requests and of answers", () => {
  expect(pairs.length).toBeGreaterThanOrEqual(60);
  expect(new Set(pairs.map(({ name }) => name)).size).toBe(pairs.length);
});

test.each(pairs)("$name: $verdict; hits $hits, may hit $may", (pair) => {
  const differences = compare(pair);
  const breaking = differences.some((one) => one.breaking);
  expect(breaking ? "breaking" : differences.length > 0 ? "harmless" : "same").toBe(pair.verdict);

  const impacts = (name: (typeof names)[number]) => differences.map((one) => impactOn(one, consumers[name]));
  const hits = names.filter((name) => impacts(name).includes("hits"));
  const may = names.filter((name) => !hits.includes(name) && impacts(name).includes("may-hit"));
  expect({ hits, may }).toEqual({ hits: pair.hits, may: pair.may });
});

test.each(pairs)("$name: a report for consumers holds exactly what hits them", (pair) => {
  const differences = compare(pair);
  const report = makeDiffReport(differences, everybody, "error");
  const told = differences.filter((one) => names.some((name) => impactOn(one, consumers[name]) !== "none"));
  expect(report.entries.map(({ message }) => message).sort()).toEqual(
    told.map(({ message }) => message).sort(),
  );
  expect(report.fails).toBe(pair.verdict === "breaking" && (pair.hits?.length ?? 0) > 0);
  expect(report.entries.filter(({ remedy }) => !remedy.endsWith("."))).toEqual([]);
});

test("what breaks has a remedy that is more than nothing", () => {
  const breaking = pairs.flatMap(compare).filter((one) => one.breaking);
  expect(breaking.filter((one) => remedyOf(one) === "Nothing has to change.")).toEqual([]);
});
