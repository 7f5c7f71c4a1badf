import { expect, test } from "vitest";
import { recordings } from "./recordings.ts";
import { folderWith, runContract } from "./run-contract.ts";

test.each(Object.keys(recordings))("%s is read as `check` reads it", async (name) => {
  const at = folderWith({ [name]: recordings[name] });
  const { code, out } = await runContract("coverage", at(name), "--report", "json");
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({
    kind: "coverage",
    operations: { "GET /hris/employees": { exchanges: 1 } },
  });
});

test("text is printed, and JSON goes into a file, with what to test next", async () => {
  const at = folderWith({ "browser.har": recordings["browser.har"] });
  const { code, out } = await runContract("coverage", at(), "--report", `json=${at("out/coverage.json")}`);
  expect(code).toBe(0);
  expect(out).toMatch(/^Test next:\n1\. GET \/hris\/employees never answered a second page\./);
  const { out: again } = await runContract("coverage", at("browser.har"), "--report", "json");
  expect(JSON.parse(again).next[0].gap).toBe("never answered a second page");
});

test("a run that used nothing passes: coverage fails nobody", async () => {
  const at = folderWith({
    "a.json": { request: { method: "GET", url: "https://example.com/" }, answer: null },
  });
  expect(await runContract("coverage", at())).toMatchObject({
    code: 0,
    out: "coverage: no operation was used.\n",
  });
});

test.each([
  { args: ["nowhere.json"], want: "there is no such file" },
  { args: ["a.json", "--report", "junit"], want: "It must be pretty or json" },
])("$args is refused with 2", async ({ args, want }) => {
  const { code, err } = await runContract("coverage", ...args);
  expect(code).toBe(2);
  expect(err).toContain(want);
});
