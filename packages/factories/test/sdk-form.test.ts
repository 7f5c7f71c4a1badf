import { integrationDetailsFactory } from "@kombo-mock/factories";
import { dateTimePaths } from "@kombo-mock/openapi";
import { expect, test } from "vitest";
import { withDates } from "../src/sdk-form.ts";

const instant = "2026-01-15T08:30:00.000Z";

/** The paths below which a value holds `Date`s, spelled like the document's date-times. */
function datePaths(value: unknown, path = ""): string[] {
  if (value instanceof Date) return [path];
  if (Array.isArray(value)) return [...new Set(value.flatMap((one) => datePaths(one, `${path}[]`)))];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => datePaths(inner, path ? `${path}.${key}` : key));
}

test("the SDK's form has `Date`s exactly where the document has date-times", () => {
  const built = integrationDetailsFactory.with("expiredData").buildForSdk();
  expect(datePaths(built).sort()).toEqual([...(dateTimePaths["IntegrationDetails"] ?? [])].sort());
  expect(datePaths(built).sort()).toEqual(["created_at", "data_expired_at"]);
});

test("a date-time that is null stays null", () => {
  expect(integrationDetailsFactory.buildForSdk().data_expired_at).toBeNull();
});

test("written as JSON, the SDK's form is the wire's, value by value and in its order", () => {
  const factory = integrationDetailsFactory.with("expiredData").key("9");
  expect(JSON.stringify(factory.buildForSdk())).toBe(JSON.stringify(factory.build()));
});

test("the SDK's form takes values as the wire has them", () => {
  const built = integrationDetailsFactory.buildForSdk({ created_at: instant, beta: true });
  expect(built.created_at).toEqual(new Date(instant));
  expect(built.beta).toBe(true);
});

test("date-times are found inside objects and lists, at any depth", () => {
  const value = {
    on: { at: instant },
    rows: [{ at: instant, seen: [instant, null] }, { at: null }],
    at: instant,
  };
  expect(withDates(value, ["on.at", "rows[].at", "rows[].seen[]"])).toEqual({
    on: { at: new Date(instant) },
    rows: [{ at: new Date(instant), seen: [new Date(instant), null] }, { at: null }],
    at: instant,
  });
});

test("paths that lead nowhere change nothing", () => {
  const value = { on: null, rows: "none", at: 7 };
  expect(withDates(value, ["on.at", "rows[].at", "at", "missing", "missing.at"])).toEqual(value);
});

test("the value itself is left as it was", () => {
  const value = { rows: [{ at: instant }] };
  withDates(value, ["rows[].at"]);
  expect(value).toEqual({ rows: [{ at: instant }] });
});
