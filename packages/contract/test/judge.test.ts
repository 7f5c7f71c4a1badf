import { createOperationRouter, judgeAnswer, judgeRequest } from "@kombo-mock/contract/judge";
import { operations } from "@kombo-mock/openapi";
import { answerValidators } from "@kombo-mock/openapi/answers/general";
import { requestValidators } from "@kombo-mock/openapi/requests/general";
import { expect, test } from "vitest";
import { headers } from "./told.ts";

const router = createOperationRouter(operations);
const sent = new Map<string, string>(Object.entries(headers));

/** Judges a request by its spelling, such as `"GET /integrations/x/custom-fields?page_size=5"`. */
function judge(spelling: string, body?: string) {
  const [method = "", url = ""] = spelling.split(" ");
  const [pathname = "", search = ""] = url.split("?");
  const matched = router.match(method, pathname);
  if (!matched) throw new Error(`"${spelling}" matches no operation.`);
  const header = (name: string) => sent.get(name);
  const query = new URLSearchParams(search);
  return { matched, ...judgeRequest(matched, { query, header, body }, requestValidators) };
}

test.each([
  { given: "", want: { page_size: 100 } },
  { given: "?page_size=5", want: { page_size: 5 } },
  { given: "?page_size=5&page_size=6", want: { page_size: 5 } },
  { given: "?cursor=7", want: { page_size: 100, cursor: "7" } },
  { given: "?page_size=five", want: { page_size: "five" } },
  { given: "?pagesize=5", want: { page_size: 100 } },
])("the query '$given' is read as $want", ({ given, want }) => {
  expect(judge(`GET /integrations/x/custom-fields${given}`).query).toEqual(want);
});

test.each([
  { given: '{"value":true}', want: { value: true } },
  { given: undefined, want: {} },
  { given: "", want: {} },
  { given: '{"value":', want: undefined },
])("the body $given is read as $want", ({ given, want }) => {
  expect(judge("PUT /integrations/x/enabled", given).body).toEqual(want);
});

test("an operation that takes no body reads none", () => {
  const { body, violations } = judge("GET /check-api-key", "not even JSON");
  expect(body).toBeUndefined();
  expect(violations.map(({ rule }) => rule)).toEqual(["ignored-body"]);
});

test.each([
  { given: { items: [{ old: 1 }, { new: 1 }, [{ old: 1 }], null] }, at: ["body.items[0].old"] },
  { given: { items: { old: { old: 1 } } }, at: ["body.items.old"] },
  { given: { items: { old: null } }, at: ["body.items.old"] },
  { given: { items: "old", old: 1 }, at: [] },
])("of $given, what is deprecated at items.old is $at", ({ given, at }) => {
  const matched = router.match("PUT", "/integrations/x/enabled");
  if (!matched) throw new Error("It matches no operation.");
  const body = { items: true, old: true } as const;
  const entry = { ...matched.entry, body, deprecatedBody: [["items", "old"]] };
  const parts = { query: new URLSearchParams(), header: (name: string) => sent.get(name) };
  const { violations } = judgeRequest({ ...matched, entry }, { ...parts, body: JSON.stringify(given) }, {});
  expect(violations.map(({ rule, location }) => [rule, location])).toEqual(
    at.map((location) => ["deprecated-body-key", location]),
  );
});

test.each([
  { given: "/integrations/factorial%3A1", path: { integration_id: "factorial:1" }, malformed: [] },
  { given: "/integrations/a%2Fb", path: { integration_id: "a/b" }, malformed: [] },
  { given: "/integrations/100%", path: { integration_id: "100%" }, malformed: ["integration_id"] },
  { given: "/integrations/__proto__", path: { integration_id: "__proto__" }, malformed: [] },
])("the path $given gives $path", ({ given, path, malformed }) => {
  expect(router.match("GET", given)).toMatchObject({ path, malformed });
});

test("one path may be a fixed one and fit another's parameter", () => {
  expect(router.match("GET", "/integrations/x/custom-fields")?.name).toBe(
    "GET /integrations/{integration_id}/custom-fields",
  );
  expect(router.match("GET", "/integrations/custom-fields")?.name).toBe("GET /integrations/{integration_id}");
});

test("a router knows only the operations that it was given", () => {
  const name = "GET /check-api-key";
  const small = createOperationRouter({ [name]: operations[name] });
  expect(small.match("GET", "/check-api-key")?.name).toBe(name);
  expect(small.match("GET", "/tools/hris")).toBeUndefined();
  expect(small.nearest("GET /tools/hris")).toBe(name);
  expect(createOperationRouter({}).nearest("GET /tools/hris")).toBeUndefined();
});

test("without validators of the operation, only schemas go unjudged", () => {
  const { matched } = judge("PUT /integrations/x/enabled", '{"value":1}');
  const parts = { query: new URLSearchParams("x=1"), header: () => null, body: '{"value":1}' };
  expect(judgeRequest(matched, parts, {}).violations.map(({ rule }) => rule)).toEqual([
    "missing-authorization",
    "undeclared-parameter",
    "body-content-type",
  ]);
  const answer = { status: 200, contentType: "application/json", body: "{}" };
  expect(judgeAnswer(matched, answer, {})).toEqual([]);
  expect(judgeAnswer(matched, answer, answerValidators)).toHaveLength(2);
});
