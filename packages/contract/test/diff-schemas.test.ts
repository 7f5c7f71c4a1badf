import { diffDocuments, type JsonValue } from "@kombo-mock/contract/diff";
import { expect, test } from "vitest";
import { keyCases } from "./diff-keys.cases.ts";
import { valueCases } from "./diff-values.cases.ts";
import { directions, told } from "./small-document.ts";

const table = directions.flatMap((where) =>
  [...keyCases, ...valueCases].map((one) => ({ ...one, ...where })),
);

test.each(table)("$direction: $name", ({ before, after, want, direction, root, place }) => {
  const sender = direction === "request" ? "request" : "answer";
  const lines = want.map(([change, breaks, sentence]) => {
    const breaking = breaks === "both" || breaks === sender ? "breaking" : "harmless";
    return `${breaking} ${change}: ${sentence.replaceAll("$", root)}`;
  });
  expect(told(diffDocuments(place(before), place(after)))).toEqual(lines);
});

test.each(table)("$direction: $name, and not the other way round", ({ before, after, want, place }) => {
  const there = diffDocuments(place(before), place(after));
  const back = diffDocuments(place(after), place(before));
  const values = (one: { before: JsonValue; after: JsonValue }) => [one.before, one.after];
  expect(back).toHaveLength(want.length);
  expect(back.map(values)).toEqual(expect.arrayContaining(there.map((one) => values(one).reverse())));
});
