import { expect, test } from "vitest";
import { example, refused, serve } from "./serve.ts";

const disable = `PUT /v1/integrations/${example}/enabled`;
const details = `GET /v1/integrations/${example}`;
const status = (value: string) => ({ status: 200, json: { data: { status: value } } });

test("the first key adopts what was seeded without a key", async () => {
  const { ask } = await serve();
  await ask(`PATCH /_mock/integrations/${example}`, { key: null, body: { status: "INVALID" } });
  expect(await ask(details, { key: "ks_dev_first" })).toMatchObject(status("INVALID"));
});

test("a second key sees a fresh world, and what it changes stays its own", async () => {
  const { ask } = await serve();
  await ask(disable, { key: "ks_dev_first", body: { value: false } });
  expect(await ask(details, { key: "ks_dev_second" })).toMatchObject(status("ACTIVE"));
  await ask(`DELETE /v1/integrations/${example}`, { key: "ks_dev_second", body: {} });
  expect(await ask(details, { key: "ks_dev_first" })).toMatchObject(status("INACTIVE"));
});

test("each key has an environment id of its own, the same in every run", async () => {
  const idOf = async (key: string) => {
    const { ask } = await serve();
    await ask("GET /v1/check-api-key", { key: "ks_dev_first" });
    const { json } = await ask<{ data: { environment_id: string } }>("GET /v1/check-api-key", { key });
    return json.data.environment_id;
  };
  const [first, second, again] = [
    await idOf("ks_dev_first"),
    await idOf("ks_dev_second"),
    await idOf("ks_dev_second"),
  ];
  expect(second).not.toBe(first);
  expect(second).toBe(again);
});

test("once two environments are in use, a control call without a key is refused with their names", async () => {
  const { ask } = await serve();
  await ask("GET /v1/check-api-key", { key: "ks_dev_first" });
  expect((await ask("GET /_mock/clock", { key: null })).status).toBe(200);
  await ask("GET /v1/check-api-key", { key: "other-second" });
  expect(await ask("POST /_mock/reset", { key: null, body: {} })).toMatchObject(
    refused(
      409,
      null,
      expect.stringMatching(
        /^Several environments are in use \(dev…[0-9a-f]{4}, key…[0-9a-f]{4}\): say which one with `Authorization: Bearer <its API key>`\.$/,
      ),
    ),
  );
});

test("a control call with a key reaches that key's environment", async () => {
  const { ask } = await serve();
  await ask("GET /v1/check-api-key", { key: "ks_dev_first" });
  await ask(`PATCH /_mock/integrations/${example}`, { key: "ks_dev_second", body: { status: "INVALID" } });
  expect(await ask(details, { key: "ks_dev_first" })).toMatchObject(status("ACTIVE"));
  expect(await ask(details, { key: "ks_dev_second" })).toMatchObject(status("INVALID"));
});

test("environments are listed with fingerprints of their keys, never with the keys", async () => {
  const { ask } = await serve();
  await ask("GET /v1/check-api-key", { key: "ks_dev_secret" });
  await ask(disable, { key: "ks_dev_very_secret_key", body: { value: false } });
  const listed = await ask("GET /_mock/environments", { key: null });
  const fingerprint = expect.stringMatching(/^dev…[0-9a-f]{4}$/);
  expect(listed).toMatchObject({
    status: 200,
    json: {
      results: [
        { name: "default", key: fingerprint, changed: false, exchanges_dropped: 0 },
        { name: fingerprint, key: fingerprint, changed: true, last_used_at: "2026-01-15T09:00:00.000Z" },
      ],
      next: null,
    },
  });
  expect(JSON.stringify(listed)).not.toContain("secret");
});

test("keys that are named share one environment, and another key opens its own", async () => {
  const { ask } = await serve({ apiKeys: ["ks_dev_a", "ks_dev_b"] });
  await ask(disable, { key: "ks_dev_a", body: { value: false } });
  expect(await ask(details, { key: "ks_dev_b" })).toMatchObject(status("INACTIVE"));
  expect(await ask(details, { key: "ks_dev_c" })).toMatchObject(status("ACTIVE"));
});

test("where all keys share, all see the same", async () => {
  const { ask } = await serve({ isolation: "shared" });
  await ask(disable, { key: "ks_dev_a", body: { value: false } });
  expect(await ask(details, { key: "ks_dev_b" })).toMatchObject(status("INACTIVE"));
  expect(await ask("GET /_mock/environments")).toMatchObject({ json: { results: [{ name: "default" }] } });
});

test("a dropped environment begins anew", async () => {
  const opened: string[] = [];
  const { ask } = await serve({ onEnvironmentOpened: (key) => opened.push(key) });
  await ask(disable, { key: "ks_dev_a", body: { value: false } });
  await ask(disable, { key: "ks_dev_b", body: { value: false } });
  expect(await ask(`DELETE /_mock/environments/${encodeURIComponent(opened[0] ?? "")}`)).toEqual({
    status: 200,
    json: {},
  });
  expect(await ask(details, { key: "ks_dev_b" })).toMatchObject(status("ACTIVE"));
  expect(await ask("DELETE /_mock/environments/default")).toEqual({ status: 200, json: {} });
  expect(await ask(details, { key: "ks_dev_a" })).toMatchObject(status("ACTIVE"));
});

test("an unknown environment cannot be dropped", async () => {
  const { ask } = await serve();
  expect(await ask("DELETE /_mock/environments/nobody")).toMatchObject(
    refused(404, null, 'There is no environment "nobody".'),
  );
});

test("a key too many is refused as long as every environment has changes", async () => {
  const { ask } = await serve({ maxEnvironments: 2 });
  await ask(disable, { key: "ks_dev_a", body: { value: false } });
  await ask(disable, { key: "ks_dev_b", body: { value: false } });
  expect(await ask(details, { key: "ks_dev_c" })).toMatchObject(
    refused(
      503,
      null,
      "There are already 2 environments with changes in them. Drop one with DELETE /_mock/environments/{name}, or raise maxEnvironments (--max-environments).",
    ),
  );
  expect(await ask(details, { key: "ks_dev_b" })).toMatchObject(status("INACTIVE"));
});

test("an environment in which nothing was changed makes room for a key too many", async () => {
  const { ask } = await serve({ maxEnvironments: 2 });
  await ask(disable, { key: "ks_dev_a", body: { value: false } });
  await ask(details, { key: "ks_dev_b" });
  expect(await ask(details, { key: "ks_dev_c" })).toMatchObject(status("ACTIVE"));
  expect(await ask(details, { key: "ks_dev_a" })).toMatchObject(status("INACTIVE"));
});
