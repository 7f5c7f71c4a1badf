import { expect, test } from "vitest";
import { recordings } from "./recordings.ts";
import { folderWith, runContract } from "./run-contract.ts";

const exchange = (url: string, answer: unknown = null, method = "GET") => ({
  request: {
    method,
    url,
    headers: { Authorization: "Bearer ks_dev_x", "X-Integration-Id": "sandbox:1" },
    body: null,
  },
  answer,
});
const refused = "https://api.kombo.dev/v1/hris/employees?page_size=4711";
const right = "https://api.kombo.dev/v1/hris/employees?page_size=10";

test.each(Object.keys(recordings))("%s is read: one exchange, one misspelt parameter", async (name) => {
  const at = folderWith({ [name]: recordings[name] });
  const { code, out } = await runContract("check", at(name), "--report", "json");
  expect(JSON.parse(out)).toMatchObject({
    seen: { exchanges: 1, operations: { "GET /hris/employees": 1 } },
    entries: [{ rule: "undeclared-parameter", location: "query.pagesize", count: 1 }],
  });
  expect(code).toBe(0);
});

test("a folder is read with all that is in it, and equal violations are one entry with a count", async () => {
  const at = folderWith({ ...recordings, "package.json": { name: "x" } });
  const { out, err } = await runContract("check", at(), "--report", "json");
  const all = Object.keys(recordings).length;
  expect(JSON.parse(out)).toMatchObject({
    seen: { exchanges: all },
    entries: [{ count: all, tests: ["lists employees"] }],
  });
  expect(err).toContain('passed over: "package.json" is no recording that is known.');
});

test("no report holds a value or a key of what was recorded", async () => {
  const at = folderWith({
    ...recordings,
    "wrong.json": exchange("https://api.kombo.dev/v1/hris/employees/ada@example.com?page_size=4711&ids=4711"),
  });
  const formats = ["json", "junit", "html", "sarif", "github", "pretty"];
  const texts = await Promise.all([runContract("check", at(), "--report", formats.join())]);
  for (const { out } of texts) expect(out).not.toMatch(/4711|secret|ada@/);
});

test("what the API refuses fails the run, and the last line names the cause", async () => {
  const at = folderWith({ "a.json": exchange(refused) });
  const { code, out } = await runContract("check", at("a.json"));
  expect(code).toBe(1);
  expect(out).toMatch(
    /^error invalid-parameter\n {2}GET \/hris\/employees\n {2}query\.page_size must be at most 250/,
  );
  expect(out).toMatch(/to do: /);
  expect(out.trimEnd()).toMatch(
    /check: 1 error, 0 warnings, 0 notes in 1 exchange with 1 operation · exit 1 \(contract\)$/,
  );
});

test.each([
  { given: "error", url: refused, want: 1 },
  { given: "none", url: refused, want: 0 },
  { given: "error", url: `${right}&colour=red`, want: 0 },
  { given: "warning", url: `${right}&colour=red`, want: 1 },
])("--fail-on $given exits with $want for $url", async ({ given, url, want }) => {
  const at = folderWith({ "a.json": exchange(url) });
  expect((await runContract("check", at(), "--fail-on", given)).code).toBe(want);
});

test("what the provider did wrong is told and fails nobody", async () => {
  const answer = {
    status: 200,
    headers: { "content-type": "application/json" },
    body: { status: "success" },
  };
  const at = folderWith({ "a.json": exchange(right, answer) });
  const { code, out } = await runContract("check", at(), "--report", "json", "--fail-on", "warning");
  expect(JSON.parse(out)).toMatchObject({
    entries: [{ rule: "invalid-answer", blame: "provider", fails: false }],
  });
  expect(code).toBe(0);
});

test("other hosts are skipped and counted, and a run that saw no exchange with the API is not green", async () => {
  const others = [
    "https://example.com/v1/hris/employees",
    "http://localhost:3000/v1/teams",
    "http://127.0.0.1/_mock/clock",
  ];
  const at = folderWith({ "a.json": others.map((url) => exchange(url)) });
  const { code, out } = await runContract("check", at());
  expect(code).toBe(1);
  expect(out).toContain("3 exchanges with other hosts skipped.");
  expect(out).toContain("exit 1 (nothing was there to judge; --allow-empty lets that pass)");
  expect((await runContract("check", at(), "--allow-empty")).code).toBe(0);
});

test.each([
  { url: "https://api.us.kombo.dev/v1/hris/employee", args: [] },
  {
    url: "https://kombo.example.com/proxy/hris/employee",
    args: ["--base-url", "https://kombo.example.com/proxy/"],
  },
])("$url is the API's, so an unknown operation there fails", async ({ url, args }) => {
  const at = folderWith({ "a.json": exchange(url) });
  const { code, out } = await runContract("check", at(), ...args);
  expect(code).toBe(1);
  expect(out).toContain('There is no operation "GET /hris/employee". Did you mean "GET /hris/employees"?');
});

test("a key that a recorder took out is not missed where the API took the request", async () => {
  const headers = { Accept: "application/json" };
  const request = { method: "GET", url: right, headers, body: null };
  const json = { "content-type": "application/json" };
  const page = { status: 200, headers: json, body: { status: "success", data: { results: [], next: null } } };
  const accepted = await runContract("check", folderWith({ "a.json": { request, answer: page } })());
  expect(accepted.code).toBe(0);
  const sent = await runContract("check", folderWith({ "a.json": { request, answer: null } })());
  expect(sent.out).toContain("error missing-authorization");
});

test.each([
  { name: "fixture.json", body: { status: "success", data: { results: [{ id: null }], next: null } } },
  { name: "data.json", body: { results: [{ id: null }], next: null } },
  { name: "list.json", body: [{ id: null }] },
  { name: "one.json", body: { id: null } },
])("a body that stands alone is judged as what it looks like: $name", async ({ name, body }) => {
  const at = folderWith({ [name]: body });
  const { code, out } = await runContract("check", "GET /hris/employees", at(name), "--report", "json");
  expect(code).toBe(1);
  const report = JSON.parse(out) as { entries: { location: string; blame: string }[] };
  expect(report.entries[0]?.blame).toBe("consumer");
  expect(report.entries.map(({ location }) => location)).toContain("answer.data.results[].id");
});

test.each([
  { files: { "a.txt": "hello" }, args: ["a.txt"], want: '"a.txt" is not JSON' },
  {
    files: { "a.json": { name: "x" } },
    args: ["a.json"],
    want: '"a.json" is no recording that is known. Known are HAR',
  },
  {
    files: { "a.har": '{"log":{"entries":[{"request"' },
    args: ["a.har"],
    want: '"a.har" cannot be read; it is broken or breaks off',
  },
  {
    files: { "a.har": '{"log":{}}' },
    args: ["a.har"],
    want: '"a.har" cannot be read; it is broken or breaks off',
  },
  { files: { "a.json": { name: "x" } }, args: [""], want: "holds no recordings" },
  { files: {}, args: ["missing.har"], want: '"missing.har" cannot be read: there is no such file.' },
])("$args is refused with: $want", async ({ files, args, want }) => {
  const at = folderWith(files);
  const { code, err } = await runContract("check", ...args.map(at));
  expect(code).toBe(2);
  expect(err).toContain(want);
});

test.each([
  { args: ["check"], want: "missing required argument 'files'" },
  { args: ["check", "a.har", "--report", "word"], want: "It must be one of pretty, json, junit" },
  { args: ["check", "a.har", "--fail-on", "info"], want: "Allowed choices are error, warning, none" },
  { args: ["check", "GET /hris/employee", "a.json"], want: 'Did you mean "GET /hris/employees"?' },
  {
    args: ["explain", "invalid-bodies"],
    want: 'There is no rule "invalid-bodies". Did you mean "invalid-body"?',
  },
  { args: ["chekc"], want: "Did you mean check?" },
])("$args exits with 2 and says: $want", async ({ args, want }) => {
  const { code, err } = await runContract(...args);
  expect({ code, out: err.includes(want) ? want : err }).toEqual({ code: 2, out: want });
});
