import { once } from "node:events";
import { test, vi } from "vitest";
import { serveCli, startCli } from "./run-cli.ts";
import { asking, example, refused } from "./serve.ts";

// Each run starts a process, which a busy machine may take a while for.
vi.setConfig({ testTimeout: 60_000 });

test.concurrent("with --json the first line is the ready event, and whoever reads no further leaves the server be", async ({
  expect,
}) => {
  const { url, baseUrl, output, child } = await serveCli();
  expect(output.stdout).toBe(`{"event":"ready","url":"${url}","baseUrl":"${url}/v1"}\n`);
  child.stdout.destroy();
  child.stderr.destroy();
  const headers = { authorization: "Bearer k" };
  for (let count = 0; count < 5; count++) await fetch(`${baseUrl}/check-api-key`, { headers });
  expect((await fetch(`${baseUrl}/check-api-key`, { headers })).status).toBe(200);
});

test.concurrent("without it, a person is told how a program gets there", async ({ expect }) => {
  const { child, output } = startCli(["serve", "--port", "0"]);
  await once(child.stdout, "data");
  const port = /http:\/\/127\.0\.0\.1:(\d+)/.exec(output.stdout)?.[1] ?? "";
  expect(output.stdout.replaceAll(port, "PORT")).toBe(
    `Kombo Mock listens on http://127.0.0.1:PORT (world demo, seed 1, clock real).

  export KOMBO_BASE_URL=http://127.0.0.1:PORT/v1
  export KOMBO_API_KEY=ks_dev_mock
  export KOMBO_INTEGRATION_ID=sandbox:4sg9wjDCdwVZQc3ZJQKoAWn3
  export KOMBO_INTEGRATION_ID_HRIS=sandbox:4sg9wjDCdwVZQc3ZJQKoAWn3
  export KOMBO_INTEGRATION_ID_ATS=sandbox:koafNyKQ3NXjmpFfYL2ayPiq
  export KOMBO_INTEGRATION_ID_ASSESSMENT=smartrecruiters:S6RUPxrcrib4nAuMUwrJHaLt
  export KOMBO_INTEGRATION_ID_LMS=sandbox:agTq9xWDoRXw37XsuRTb8LbA
  export KOMBO_WEBHOOK_SECRET=kombo-mock-webhook-secret

Any other made-up key gets an environment of its own. Integrations:

  sandbox:4sg9wjDCdwVZQc3ZJQKoAWn3          HRIS
  sandbox:koafNyKQ3NXjmpFfYL2ayPiq          ATS
  smartrecruiters:S6RUPxrcrib4nAuMUwrJHaLt  ASSESSMENT
  sandbox:agTq9xWDoRXw37XsuRTb8LbA          LMS
  hibob:KotK1a18BdGetLiRtKvsdNYe            HRIS, INVALID
  personio:gaeiptE6HxGvuH959rUVRTp1         HRIS, INACTIVE
  workday:Grqz8gkPjubvRMUAU8oX93Lx          HRIS, setup INCOMPLETE
  and 39 more: 13 HRIS, 11 ATS, 8 LMS, 7 ASSESSMENT; all: http://127.0.0.1:PORT/_mock/integrations

TypeScript
  import { Kombo } from "@kombo-api/sdk";
  const integration_id = "sandbox:4sg9wjDCdwVZQc3ZJQKoAWn3";
  const kombo = new Kombo({ api_key: "ks_dev_mock", server_url: "http://127.0.0.1:PORT/v1", integration_id });
  for await (const page of await kombo.hris.getEmployees({}))
    for (const employee of page.result.data.results) console.log(employee.display_full_name);

Ruby
  require "kombo"
  security = Kombo::Models::Shared::Security.new(api_key: "ks_dev_mock")
  kombo = Kombo::Kombo.new(security: security, server_url: "http://127.0.0.1:PORT/v1", integration_id: "sandbox:4sg9wjDCdwVZQc3ZJQKoAWn3")
  kombo.hris.get_employees.each do |page|
    puts page.get_hris_employees_positive_response.data.results.map(&:display_full_name)
  end

Control calls are below http://127.0.0.1:PORT/_mock; the API's reference is http://127.0.0.1:PORT/_mock/docs.

`,
  );
});

test.concurrent("requests and opened environments are lines on stderr", async ({ expect }) => {
  const { url, output, child } = await serveCli();
  const { ask } = asking(url);
  await ask("GET /v1/check-api-key?x=secret", { key: "ks_dev_a" });
  await ask("GET /v1/check-api-key", { key: "ks_dev_b" });
  child.kill();
  await once(child, "close");
  expect(output.stderr.replaceAll(/\d+ ms/g, "0 ms")).toMatch(
    /^GET \/check-api-key 200 0 ms\nnew environment for key dev…[0-9a-f]{4} \(2 open\)\nGET \/check-api-key 200 0 ms\n$/,
  );
});

test.concurrent("every option can be a variable, and a flag wins", async ({ expect }) => {
  const env = {
    KOMBO_MOCK_PORT: "70000",
    KOMBO_MOCK_SEED: "7",
    KOMBO_MOCK_DATE: "2026-03-01",
    KOMBO_MOCK_CLOCK: "frozen",
    KOMBO_MOCK_API_KEY: "ks_dev_a,ks_dev_b",
    KOMBO_MOCK_PUBLIC_URL: "https://mock.example.com",
    KOMBO_MOCK_REJECT_UNKNOWN: "1",
    KOMBO_MOCK_CORS: "http://localhost:5173",
    KOMBO_MOCK_QUIET: "1",
  };
  const { url, output, child } = await serveCli(["--seed", "8"], { env });
  const { ask, send } = asking(url);
  expect((await ask("GET /_mock/health")).json).toMatchObject({ seed: 8, date: "2026-03-01" });
  expect((await ask("GET /_mock/clock", { key: null })).json).toEqual({ now: "2026-03-01T09:00:00.000Z" });
  expect(await ask("GET /v1/check-api-key?surprise=1", { key: "ks_dev_b" })).toMatchObject(
    refused(400, "PLATFORM.INPUT_INVALID", expect.stringContaining("query.surprise is not declared.")),
  );
  await ask(`DELETE /v1/integrations/${example}`, { key: "ks_dev_a", body: {} });
  expect(await ask(`GET /v1/integrations/${example}`, { key: "ks_dev_b" })).toMatchObject({
    status: 404,
    json: { error: { log_url: expect.stringMatching(/^https:\/\/mock\.example\.com\/_mock\//) } },
  });
  const headers = { origin: "http://localhost:5173" };
  const answer = await send("GET /v1/check-api-key", { headers });
  expect(answer.headers.get("access-control-allow-origin")).toBe("http://localhost:5173");
  child.kill();
  await once(child, "close");
  expect(output.stderr).toBe("");
});

test.concurrent("a variable that is empty, or says no to a switch, is as good as none", async ({
  expect,
}) => {
  const env = {
    KOMBO_MOCK_SEED: "",
    KOMBO_MOCK_PUBLIC_URL: "",
    KOMBO_MOCK_ALLOW_PROD_KEYS: "false",
    KOMBO_MOCK_LIVE: "0",
  };
  const { url } = await serveCli([], { env });
  const { ask } = asking(url);
  expect((await ask("GET /v1/check-api-key", { key: "ks_prod_x" })).status).toBe(401);
  expect((await ask("GET /_mock/health", { key: null })).json).toMatchObject({ seed: 1 });
});

test.concurrent("switches that widen what is accepted do so", async ({ expect }) => {
  const { url } = await serveCli(["--shared", "--allow-prod-keys", "--allow-host", "mock.internal,other"]);
  const { ask } = asking(url);
  await ask(`DELETE /v1/integrations/${example}`, { key: "ks_prod_a", body: {} });
  expect((await ask(`GET /v1/integrations/${example}`, { key: "ks_prod_b" })).status).toBe(404);
  const headers = { origin: "http://mock.internal" };
  expect((await ask("POST /_mock/reset", { key: null, headers, body: {} })).status).toBe(200);
});

test.concurrent("--max-environments and --date today are taken", async ({ expect }) => {
  const { url } = await serveCli(["--max-environments", "1", "--date", "today", "--clock", "frozen"]);
  const { ask } = asking(url);
  const today = new Date().toISOString().slice(0, 10);
  const { json } = await ask<{ now: string }>("GET /_mock/clock");
  expect([today, new Date(Date.now() - 60_000).toISOString().slice(0, 10)]).toContain(json.now.slice(0, 10));
  expect((await ask("GET /v1/check-api-key", { key: "ks_dev_other" })).status).toBe(503);
});

test.concurrent("what judges the answers is loaded with --check-answers, and not without", async ({
  expect,
}) => {
  const telling = `import { registerHooks } from "node:module";
registerHooks({ load(url, context, next) {
  if (url.includes("/answers/")) process.stderr.write("The judge is loaded.\\n");
  return next(url, context);
} });`;
  const node = ["--import", `data:text/javascript,${encodeURIComponent(telling)}`];
  const [judged, unjudged] = await Promise.all([
    serveCli(["--check-answers"], { node }),
    serveCli([], { node }),
  ]);
  for (const { child, exit } of [judged, unjudged]) {
    child.kill();
    await exit;
  }
  expect(new Set(judged.output.stderr.split("\n"))).toEqual(new Set(["The judge is loaded.", ""]));
  expect(unjudged.output.stderr).toBe("");
});
