import { checkRequest } from "@kombo-mock/contract";
import { expect, test } from "vitest";
import { requestOf, told } from "./told.ts";

const customFields = "GET /integrations/factorial:1/custom-fields";
const integrationFields = "GET /integrations/factorial:1/integration-fields";

test.each([
  `${customFields}?page_size=1`,
  `${customFields}?page_size=250`,
  `${customFields}?page_size=0100`,
  `${customFields}?cursor=abc&page_size=100`,
  `${customFields}?cursor=`,
  `${integrationFields}?page_size=2000`,
])("nothing is wrong with %s", (given) => {
  expect(checkRequest(requestOf(given))).toEqual([]);
});

test.each([
  { given: `${customFields}?page_size=0`, want: "at least 1, but is 0" },
  { given: `${customFields}?page_size=-1`, want: "at least 1, but is -1" },
  { given: `${customFields}?page_size=251`, want: "at most 250, but is 251" },
  { given: `${customFields}?page_size=2000`, want: "at most 250, but is 2000" },
  { given: `${integrationFields}?page_size=2001`, want: "at most 2000, but is 2001" },
  { given: `${customFields}?page_size=abc`, want: 'an integer, but is "abc"' },
  { given: `${customFields}?page_size=1.5`, want: 'an integer, but is "1.5"' },
  { given: `${customFields}?page_size=1e2`, want: 'an integer, but is "1e2"' },
  { given: `${customFields}?page_size=%2050`, want: 'an integer, but is " 50"' },
  { given: `${customFields}?page_size=`, want: 'an integer, but is ""' },
])("$given: page_size must be $want", ({ given, want }) => {
  expect(told(checkRequest(requestOf(given)))).toEqual([
    `error invalid-parameter at query.page_size: query.page_size must be ${want}.`,
  ]);
});

test.each(["HRIS", "crm", "__proto__"])("the category %s in the path is none of the four", (category) => {
  expect(told(checkRequest(requestOf(`GET /tools/${category}`)))).toEqual([
    `error invalid-parameter at path.category: path.category must be one of "hris", "ats", "assessment", "lms", but is "${category}".`,
  ]);
});

test.each([
  {
    given: `${customFields}?pagesize=5`,
    name: "pagesize",
    known: "cursor, page_size",
    hint: ' Did you mean "page_size"?',
  },
  { given: `${customFields}?integration_id=factorial:1`, name: "integration_id", known: "cursor, page_size" },
  { given: `${customFields}?__proto__=1`, name: "__proto__", known: "cursor, page_size" },
  { given: `${customFields}?constructor=1`, name: "constructor", known: "cursor, page_size" },
  { given: "GET /check-api-key?verbose=1", name: "verbose", known: "none" },
])("the parameter $name that nobody declared is a warning", ({ given, name, known, hint = "" }) => {
  expect(told(checkRequest(requestOf(given)))).toEqual([
    `warning undeclared-parameter at query.${name}: query.${name} is not declared. Known parameters: ${known}.${hint}`,
  ]);
});

test("a parameter that is repeated is a warning", () => {
  expect(told(checkRequest(requestOf(`${customFields}?page_size=1&page_size=2`)))).toEqual([
    "warning repeated-parameter at query.page_size: query.page_size is given more than once; only the first is read. Write a list as one comma-separated value.",
  ]);
});

test("of a repeated parameter the first is judged", () => {
  const rules = (query: string) =>
    checkRequest(requestOf(`${customFields}?${query}`)).map(({ rule }) => rule);
  expect(rules("page_size=0&page_size=1")).toEqual(["repeated-parameter", "invalid-parameter"]);
  expect(rules("page_size=1&page_size=0")).toEqual(["repeated-parameter"]);
});

test("a parameter that is undeclared and repeated is told once for each", () => {
  expect(checkRequest(requestOf("GET /check-api-key?x=1&x=2&x=3")).map(({ rule }) => rule)).toEqual([
    "repeated-parameter",
    "undeclared-parameter",
  ]);
});
