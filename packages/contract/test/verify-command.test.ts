/// <reference types="node" />

import { createServer, type Server } from "node:http";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { runContract } from "./run-contract.ts";

interface Planted {
  readonly status?: number;
  readonly type?: string;
  readonly body: unknown;
}

const page = (results: readonly unknown[], next: string | null = null) => ({
  status: "success",
  data: { results, next },
});
const refusal = { status: "error", error: { code: null, title: "No", message: "Not here.", log_url: null } };
const secret = "ks_prod_topsecret4711";

let planted: Record<string, Planted> = {};
let asked: { readonly method: string; readonly url: string; readonly key: string | undefined }[] = [];
let server: Server;
let baseUrl = "";

// A small server of the test's own, so that departures can be planted in it.
beforeEach(async () => {
  [planted, asked] = [{}, []];
  server = createServer((request, answer) => {
    const { method = "", url = "", headers } = request;
    asked.push({ method, url, key: headers.authorization });
    const path = url.replace(/^\/v1/, "").split("?")[0] ?? "";
    const { status = 200, type = "application/json", body } = planted[path] ?? { status: 404, body: refusal };
    answer.writeHead(status, { "content-type": type, location: "https://elsewhere.example.com/" });
    answer.end(typeof body === "string" ? body : JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  baseUrl = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}/v1`;
  vi.stubEnv("KOMBO_VERIFY_KEY", secret);
});

afterEach(() => {
  server.close();
  vi.unstubAllEnvs();
});

const verify = (...args: readonly string[]) =>
  runContract("verify", "--base-url", baseUrl, "--integration-id", "sandbox:1", ...args);
const entriesOf = (out: string) =>
  (JSON.parse(out) as { entries: { rule: string; operation: string; location: string }[] }).entries.map(
    ({ rule, operation, location }) => `${rule} ${operation} ${location}`,
  );

test("an API that keeps to the document is green, and only read operations were asked, with the key", async () => {
  planted["/check-api-key"] = {
    body: { status: "success", data: { environment_id: "a", customer_id: "a" } },
  };
  planted["/hris/skills"] = { body: page([]) };
  const { code, out, err } = await verify();
  expect({ code, out: out.trimEnd() }).toMatchObject({ code: 0 });
  expect(err).toMatch(
    /^Requests that only read go to 127\.0\.0\.1:\d+, with the key from KOMBO_VERIFY_KEY\.\n/,
  );
  expect(new Set(asked.map(({ method, key }) => `${method} ${key}`))).toEqual(
    new Set([`GET Bearer ${secret}`]),
  );
  expect(out + err).not.toContain("secret");
});

test("each departure is told with operation and place, and never with a value", async () => {
  planted["/check-api-key"] = {
    body: { status: "success", data: { environment_id: 4711, customer_id: "a" } },
  };
  planted["/hris/absences"] = { status: 201, body: page([]) };
  planted["/hris/groups"] = { type: "text/html", body: "<p>4711</p>" };
  planted["/hris/employees"] = { body: '{"status":"success","data":4711' };
  planted["/hris/skills"] = { body: page([{ id: "x", name: 4711 }]) };
  const { code, out } = await verify("--report", "json");
  expect(code).toBe(1);
  expect(out).not.toContain("4711");
  const entries = entriesOf(out);
  expect(entries).toEqual(
    expect.arrayContaining([
      "invalid-answer GET /check-api-key answer.data.environment_id",
      "answer-status GET /hris/absences answer.status",
      "answer-content-type GET /hris/groups answer.header.Content-Type",
      "malformed-answer GET /hris/employees answer",
      "invalid-answer GET /hris/skills answer.data.results[].name",
    ]),
  );
});

test("a second page is asked, and an id from a list is used where an operation needs one", async () => {
  const integration = { status: "success", data: { category: "ATS" } };
  planted["/integrations/sandbox%3A1"] = { body: integration };
  planted["/ats/applications"] = { body: page([{ id: "app 1" }], "next-cursor") };
  await verify();
  const urls = asked.map(({ url }) => url);
  expect(urls).toContain("/v1/ats/applications?page_size=5&cursor=next-cursor");
  expect(urls).toContain("/v1/ats/applications/app%201/attachments");
  // An integration for recruiting is not asked about employees.
  expect(urls.filter((url) => url.startsWith("/v1/hris/"))).toEqual([]);
});

test("a redirect is not followed, so that the key stays where it was meant to go", async () => {
  planted["/check-api-key"] = { status: 302, body: "" };
  const { out } = await verify("--report", "json");
  expect(entriesOf(out)).toContain("answer-status GET /check-api-key answer.status");
});

test.each([
  {
    args: ["--base-url", "https://api.example.com/v1"],
    key: secret,
    want: "Nothing was sent. Say --yes to let requests go to api.example.com.",
  },
  { args: ["--base-url", "http://127.0.0.1:1/v1"], key: "", want: "KOMBO_VERIFY_KEY is not set." },
  { args: ["--base-url", "nowhere"], key: secret, want: '"nowhere" is no address' },
  { args: ["--base-url", "http://127.0.0.1:1/v1"], key: secret, want: "cannot be asked: fetch failed" },
  { args: [], key: secret, want: "required option '--base-url <url>' not specified" },
])("$args is refused with: $want", async ({ args, key, want }) => {
  vi.stubEnv("KOMBO_VERIFY_KEY", key);
  const { code, err } = await runContract("verify", ...args);
  expect(code).toBe(2);
  expect(err).toContain(want);
  expect(err).not.toContain("secret");
});
