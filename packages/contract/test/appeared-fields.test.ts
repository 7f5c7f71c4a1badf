/// <reference types="node" />

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createSurfaces } from "@kombo-mock/contract/coverage";
import { AppearedFields } from "@kombo-mock/contract/usage";
import { expect, test } from "vitest";

const file = fileURLToPath(import.meta.resolve("@kombo-mock/openapi/openapi.json"));
const surfaceOf = createSurfaces(JSON.parse(readFileSync(file, "utf8")));
const operation = "GET /hris/employees";

function placesOf(status: number, ...bodies: readonly string[]): readonly string[] | undefined {
  const appeared = new AppearedFields(surfaceOf);
  for (const body of bodies) appeared.add({ operation, answer: { status, body } });
  return appeared.places().get(operation);
}

const page = (record: object) =>
  JSON.stringify({ status: "success", data: { results: [record], next: null } });

test("fields that held something are named, with those that they lie in; null, empty and unknown ones are not", () => {
  const records = [
    { work_email: null, first_name: "Ada", groups: [], employments: [{ pay_rate: null }, { pay_rate: 7 }] },
    { "ada@example.com": 1, first_name: null },
  ];
  const found = placesOf(200, ...records.map(page));
  expect(found?.toSorted()).toEqual(
    [
      ...["answer", "answer.status", "answer.data", "answer.data.results", "answer.data.results[]"],
      ...["answer.data.results[].employments", "answer.data.results[].employments[]"],
      ...["answer.data.results[].employments[].pay_rate", "answer.data.results[].first_name"],
    ].toSorted(),
  );
  expect(placesOf(200, ...records.toReversed().map(page))).toEqual(found);
});

test("what is no success, or broken off, names nothing", () => {
  expect(placesOf(429, page({ first_name: "Ada" }))).toBeUndefined();
  expect(placesOf(200, '{"status":')).toEqual([]);
});
