import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { allDomains } from "@kombo-mock/msw/domains";
import { expect, test } from "vitest";
import { example, serve } from "./serve.ts";

const now = "2026-01-15T09:00:00.000Z";

test("health tells what is served", async () => {
  const { ask } = await serve({ seed: 7, date: "2026-03-01" });
  expect(await ask("GET /_mock/health", { key: null })).toEqual({
    status: 200,
    json: {
      status: "ok",
      version: expect.stringMatching(/^\d+\.\d+\.\d+/),
      world: "small",
      seed: 7,
      date: "2026-03-01",
      environments: 1,
      operations: allDomains.flatMap(({ behaviours }): readonly object[] => behaviours).length,
    },
  });
});

test("the API's description is the one that the package brings", async () => {
  const { send } = await serve();
  const answer = await send("GET /_mock/openapi.json", { key: null });
  expect(answer.headers.get("content-type")).toBe("application/json; charset=utf-8");
  const file = fileURLToPath(import.meta.resolve("@kombo-mock/openapi/openapi.json"));
  expect(await answer.text()).toBe(readFileSync(file, "utf8"));
});

test("before any key is used there is one environment, which nobody has", async () => {
  const { ask } = await serve();
  expect(await ask("GET /_mock/environments", { key: null })).toEqual({
    status: 200,
    json: {
      results: [
        {
          name: "default",
          key: null,
          opened_at: null,
          last_used_at: null,
          changed: false,
          exchanges_dropped: 0,
        },
      ],
      next: null,
    },
  });
});

test("reset brings back everything, or one integration only", async () => {
  const { ask } = await serve();
  const bamboo = "bamboohr:DAns34VhN4Vtnjvvxp216Di3";
  const statuses = async () => [
    (await ask(`GET /v1/integrations/${example}`)).status,
    (await ask(`GET /v1/integrations/${bamboo}`)).status,
  ];
  for (const id of [example, bamboo]) await ask(`DELETE /v1/integrations/${id}`, { body: {} });
  expect(await statuses()).toEqual([404, 404]);
  expect(await ask("POST /_mock/reset", { body: { integration_id: example } })).toEqual({
    status: 200,
    json: {},
  });
  expect(await statuses()).toEqual([200, 404]);
  expect(await ask("POST /_mock/reset")).toEqual({ status: 200, json: {} });
  expect(await statuses()).toEqual([200, 200]);
});

test("an integration is created, changed, scoped, given custom fields, synced and removed", async () => {
  const { ask } = await serve();
  const one = "/_mock/integrations/personio:1";
  expect(
    await ask("POST /_mock/integrations", { body: { tool: "personio", id: "personio:1" } }),
  ).toMatchObject({
    status: 200,
    json: {
      id: "personio:1",
      tool: "personio",
      category: "HRIS",
      status: "ACTIVE",
      created_at: now,
      sync: null,
    },
  });
  const settings = { status: "INVALID", setup_status: "FINAL_SYNC_PENDING" };
  expect(await ask(`PATCH ${one}`, { body: settings })).toMatchObject({ status: 200, json: settings });
  const scope = { id: "scope-1", name: "Payroll", settings: { hris_absences: "DISABLED" } };
  expect(await ask(`PUT ${one}/scope`, { body: scope })).toMatchObject({
    status: 200,
    json: { scope_config: { id: "scope-1", name: "Payroll" }, data_expired_at: now },
  });
  const field = { key: "shoe_size", model: "hris_employees" };
  expect(await ask(`PUT ${one}/custom-fields`, { body: [field] })).toEqual({ status: 200, json: {} });
  expect(await ask("GET /v1/integrations/personio:1/custom-fields")).toMatchObject({
    json: { data: { results: [field], next: null } },
  });
  expect(await ask(`POST ${one}/syncs`, { body: { type: "DELTA" } })).toEqual({
    status: 200,
    json: { sync_id: expect.stringMatching(/^\w{24}$/), type: "DELTA", state: "SUCCEEDED" },
  });
  const { json } = await ask<{ results: { id: string }[] }>("GET /_mock/integrations");
  expect(json.results.find(({ id }) => id === "personio:1")).toMatchObject({
    setup_status: "COMPLETED",
    data_expired_at: null,
  });
  expect(await ask(`DELETE ${one}`)).toEqual({ status: 200, json: {} });
  expect((await ask("GET /v1/integrations/personio:1")).status).toBe(404);
});

test("what the tool answers to passthrough is set", async () => {
  const { ask } = await serve();
  const answer = {
    tool: "factorial",
    api: "api",
    status: 201,
    headers: { etag: "1" },
    data: { name: "Ada" },
  };
  expect(await ask("POST /_mock/passthrough", { body: answer })).toEqual({ status: 200, json: {} });
  const headers = { "x-integration-id": example };
  const body = { method: "GET", path: "/me" };
  expect(await ask("POST /v1/passthrough/factorial/api", { headers, body })).toMatchObject({
    json: { data: { status: 201, headers: { etag: "1" }, data: { name: "Ada" } } },
  });
});

test("requests are listed, all or of one operation, and an error's log_url leads to its own", async () => {
  const { ask, url } = await serve();
  await ask("PUT /_mock/label", { body: { label: "looks for nothing" } });
  const { json } = await ask<{ error: { log_url: string } }>("GET /v1/integrations/nope?x=1");
  await ask("GET /v1/check-api-key");
  await ask("GET /v1/check-api-key", { key: "ks_dev_other" });
  const failed = {
    id: 1,
    at: now,
    door: "http",
    label: "looks for nothing",
    operation: "GET /integrations/{integration_id}",
    method: "GET",
    path: "/integrations/nope",
    integration_id: "nope",
    request: { query: "x=1", body: null },
    answer: { status: 404, code: "PLATFORM.INTEGRATION_NOT_FOUND", records: null },
    violations: [{ rule: "undeclared-parameter", location: "query.x" }],
    assumes: ["integration-not-found-status"],
    marked: null,
  };
  expect(await ask("GET /_mock/requests")).toMatchObject({
    status: 200,
    json: { results: [failed, { id: 2, operation: "GET /check-api-key" }], next: null },
  });
  expect(
    await ask(`GET /_mock/requests?operation=${encodeURIComponent("GET /check-api-key")}`),
  ).toMatchObject({
    json: { results: [{ id: 2 }] },
  });
  const path = json.error.log_url.slice(url.length);
  expect(json.error.log_url.startsWith(url)).toBe(true);
  expect(await ask(`GET ${path}`, { key: null })).toMatchObject({ status: 200, json: failed });
});

test("violations of the contract are listed once, counted, with where they were first seen", async () => {
  const { ask } = await serve();
  await ask("GET /v1/check-api-key");
  for (const value of ["1", "2"]) await ask(`GET /v1/check-api-key?surprise=${value}`);
  expect(await ask("GET /_mock/contract")).toEqual({
    status: 200,
    json: {
      results: [
        {
          violation: {
            rule: "undeclared-parameter",
            operation: "GET /check-api-key",
            location: "query.surprise",
            message: "query.surprise is not declared. Known parameters: none.",
            severity: "warning",
            blame: "consumer",
          },
          count: 2,
          meant: 0,
          firstExchange: 2,
        },
      ],
      next: null,
    },
  });
});
