import { expect, test } from "vitest";
import { folderWith, runContract } from "./run-contract.ts";

const request = (url: string, testName: string) => ({
  request: { method: "GET", url, headers: { authorization: "Bearer x", "x-integration-id": "sandbox:1" } },
  answer: null,
  test: testName,
});
const exchanges = [
  request("/v1/hris/employees?page_size=4711", "reads pages"),
  request("/v1/hris/employees?page_size=4711", "reads it all"),
];
const waiver = {
  rule: "invalid-parameter",
  operation: "GET /hris/employees",
  reason: "The next release mends it.",
};

async function check(...waivers: readonly object[]) {
  const at = folderWith({ "journal.json": exchanges, "kombo-contract.json": { waivers } });
  const args = ["check", at("journal.json"), "--config", at("kombo-contract.json")];
  const { code, out } = await runContract(...args, "--report", "json");
  return { code, report: JSON.parse(out) as Record<string, unknown> };
}

test.each([
  { name: "by rule and operation", given: waiver },
  { name: "of any operation", given: { ...waiver, operation: "*" } },
  { name: "at a place", given: { ...waiver, location: "query.page_size" } },
  { name: "at places that begin alike", given: { ...waiver, location: "query.*" } },
  { name: "until a day that is not over", given: { ...waiver, until: "9999-12-31" } },
])("what is waived $name does not fail, and stays in the report with the reason", async ({ given }) => {
  const { code, report } = await check(given);
  expect(code).toBe(0);
  expect(report).toMatchObject({
    entries: [{ count: 2, waived: waiver.reason, fails: false }],
    waivers: { unused: [] },
  });
});

test.each([
  { name: "another rule", given: { ...waiver, rule: "invalid-body" } },
  { name: "another operation", given: { ...waiver, operation: "GET /hris/absences" } },
  { name: "another place", given: { ...waiver, location: "query.cursor" } },
])("a waiver of $name waives nothing and is told to be unused", async ({ given }) => {
  const { code, report } = await check(given);
  expect(code).toBe(1);
  expect(report).toMatchObject({ waivers: { unused: [given], expired: [] } });
});

test("a waiver that ran out waives nothing and is told", async () => {
  const expired = { ...waiver, until: "2020-01-31" };
  const { code, report } = await check(expired);
  expect(code).toBe(1);
  expect(report).toMatchObject({ waivers: { unused: [], expired: [expired] } });
});

test("a waiver for one test leaves the others as they are", async () => {
  const { code, report } = await check({ ...waiver, test: "reads pages" });
  expect(code).toBe(1);
  expect(report).toMatchObject({
    entries: [
      { tests: ["reads it all"], fails: true },
      { tests: ["reads pages"], waived: waiver.reason },
    ],
  });
});

test("in text, waived, unused and expired ones are told", async () => {
  const waivers = [waiver, { ...waiver, rule: "ignored-body" }, { ...waiver, until: "2020-01-31" }];
  const at = folderWith({ "journal.json": exchanges, "kombo-contract.json": { waivers } });
  const { out } = await runContract("check", at("journal.json"), "--config", at("kombo-contract.json"));
  expect(out).toContain("error invalid-parameter (2 times), waived: The next release mends it.");
  expect(out).toContain("The waiver of invalid-parameter at GET /hris/employees ran out on 2020-01-31");
  expect(out).toContain("The waiver of ignored-body at GET /hris/employees is not needed any more");
});

test("a file that is not right is refused with all that is wrong", async () => {
  const at = folderWith({
    "journal.json": exchanges,
    "w.json": { waivers: [{ rule: "no", until: "soon" }], more: 1 },
  });
  const { code, err } = await runContract("check", at("journal.json"), "--config", at("w.json"));
  expect(code).toBe(2);
  for (const what of [
    "more is not known",
    "waivers[0].rule",
    "waivers[0].operation",
    "waivers[0].reason",
    "waivers[0].until",
  ]) {
    expect(err).toContain(what);
  }
});
