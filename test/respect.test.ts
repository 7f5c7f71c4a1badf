import { expect, test } from "vitest";
import { knownFaults } from "../scripts/respect/known-faults.ts";
import { checksDue, respectDocument } from "../scripts/respect/respect.ts";
import { servedOperations } from "../scripts/slices/served.ts";

test("redocly respect passes every operation that is served, in status, content type and schema, and no other", async () => {
  const results = await respectDocument();
  const failed = results.filter(({ operation, passed }) => servedOperations.has(operation) && !passed);
  expect(failed.map(({ operation, faults }) => `${operation}: ${faults}`)).toEqual([]);
  const passed = results.filter((one) => one.passed).map(({ operation, checks }) => [operation, checks]);
  const due = [...servedOperations].map((operation) => [operation, checksDue(operation)]);
  expect(Object.fromEntries(passed)).toEqual(Object.fromEntries(due));
}, 300_000);

test("a fault of the program is known with its reason, for operations that are served", () => {
  const faults = Object.entries(knownFaults);
  expect(faults.filter(([operation]) => !servedOperations.has(operation))).toEqual([]);
  expect(faults.filter(([, { reason }]) => reason.length < 40)).toEqual([]);
});
