import {
  applyVariations,
  faultOfVariation,
  type Place,
  parseVariation,
  possibleVariations,
  printVariation,
  type VariationOperation,
} from "@kombo-mock/contract/variation";
import { operations } from "@kombo-mock/openapi";
import document from "@kombo-mock/openapi/openapi.json" with { type: "json" };
import { expect, test } from "vitest";

const webhooks = Object.keys(document["webhooks"] as object).map((name) => `webhook ${name}` as const);
const all = [...(Object.keys(operations) as VariationOperation[]), ...webhooks].flatMap((operation) =>
  possibleVariations(operation, document),
);

test("the text of each variation that the document allows is read as the same variation", () => {
  expect(all.length).toBeGreaterThan(5_000);
  expect(all.filter((one) => !isSame(parseVariation(printVariation(one)), one))).toEqual([]);
  expect(new Set(all.map(printVariation)).size).toBe(all.length);
});

test.each([
  "GET /hris/employees work_email=null",
  "GET /hris/employees employments[].pay_rate=huge",
  "GET /hris/employees employment_status=LEAVE",
  "GET /hris/employees pages=small",
  "webhook data-changed signature=bad",
])("%s is printed as it was written", (text) => {
  expect(printVariation(parseVariation(text))).toBe(text);
});

test("a value that is no plain word is written as JSON", () => {
  const given = { operation: "GET /hris/employees", at: "first_name", change: '"null"' } as const;
  expect(printVariation(given)).toBe('GET /hris/employees first_name="null"');
  expect(parseVariation(printVariation(given))).toEqual(given);
});

test.each([
  { given: "", want: '"" names no operation' },
  { given: "GET /hris/employes work_email=null", want: 'Did you mean "GET /hris/employees"?' },
  { given: "webhook data-change signature=bad", want: 'Did you mean "webhook data-changed"?' },
  { given: "GET /hris/employees", want: "does not say what is changed to what" },
  { given: "GET /hris/employees work_email", want: "does not say what is changed to what" },
  { given: "GET /hris/employees work_email=", want: "does not say what is changed to what" },
  { given: "GET /hris/employees work_email=nul", want: 'Did you mean "null"?' },
  {
    given: "GET /hris/employees employments[0].pay_rate=null",
    want: '"employments[0].pay_rate" is no field',
  },
  { given: "GET /hris/employees pages=smal", want: 'Did you mean "small"?' },
  { given: "webhook data-changed signatur=bad", want: 'Did you mean "signature"?' },
])("$given is refused: $want", ({ given, want }) => {
  expect(() => parseVariation(given)).toThrow(want);
});

test.each([
  { given: "GET /hris/employees work_mail=null", want: 'Did you mean "work_email"?' },
  { given: "GET /hris/employees work_email=long", want: "work_email can be absent, null." },
  { given: "GET /hris/employees id=null", want: 'nothing of "id" can be varied' },
])("the document forbids $given: $want", ({ given, want }) => {
  expect(faultOfVariation(parseVariation(given), document)).toContain(want);
});

test("what the document allows has no fault", () => {
  expect(faultOfVariation(parseVariation("GET /hris/employees work_email=null"), document)).toBeUndefined();
});

test("an open list of values takes an unknown one, and a closed one does not", () => {
  const changesAt = (operation: VariationOperation, field: string) =>
    possibleVariations(operation, document)
      .filter(({ at }) => at === field)
      .map(({ change }) => change);
  expect(changesAt("GET /hris/employees", "gender")).toContain("unknown");
  expect(changesAt("GET /hris/groups", "type")).toEqual(["null", '"DEPARTMENT"', '"TEAM"', '"COST_CENTER"']);
});

test("only what is not pinned is varied, and what was given stays as it was", () => {
  const data = {
    results: [
      { id: "1", name: "Ada" },
      { id: "2", name: "Grace" },
    ],
    next: null,
  };
  const before = structuredClone(data);
  const variation = parseVariation("GET /hris/groups name=emoji");
  const varied = applyVariations(data, [variation], ({ value }) => value === "Ada");
  expect(varied).toEqual({
    ...data,
    results: [data.results[0], { id: "2", name: expect.stringContaining("👩🏽‍💻") }],
  });
  expect(data).toEqual(before);
});

test("a list is emptied but for what is pinned, and goes on as before", () => {
  const data = { results: [{ id: "1" }, { id: "2" }], next: "abc" };
  const empty = [parseVariation("GET /hris/groups pages=empty")];
  expect(applyVariations(data, empty)).toEqual({ results: [], next: "abc" });
  const isSecond = ({ value }: Place) => value === data.results[1];
  expect(applyVariations(data, empty, isSecond)).toEqual({ results: [{ id: "2" }], next: "abc" });
});

test("null in place of a text is no text to be changed into another", () => {
  const data = { results: [{ name: null }], next: null };
  expect(applyVariations(data, [parseVariation("GET /hris/groups name=long")])).toBe(data);
});

function isSame(one: object, other: object): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
