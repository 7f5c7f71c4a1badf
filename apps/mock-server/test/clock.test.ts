import { expect, test } from "vitest";
import { example, serve, type TestServer } from "./serve.ts";

/** Whether the example's sync is under way. */
async function isSyncing({ ask }: TestServer): Promise<boolean> {
  const { json } = await ask<{ results: { id: string; sync: unknown }[] }>("GET /_mock/integrations");
  return json.results.find(({ id }) => id === example)?.sync !== null;
}

test("a frozen clock is read, moved and set", async () => {
  const { ask } = await serve();
  const at = (now: string) => ({ status: 200, json: { now } });
  expect(await ask("GET /_mock/clock")).toEqual(at("2026-01-15T09:00:00.000Z"));
  expect(await ask("POST /_mock/clock", { body: { advance: "PT3S" } })).toEqual(
    at("2026-01-15T09:00:03.000Z"),
  );
  expect(await ask("POST /_mock/clock", { body: { now: "2026-02-01T00:00:00Z" } })).toEqual(
    at("2026-02-01T00:00:00.000Z"),
  );
  expect(await ask("GET /_mock/clock")).toEqual(at("2026-02-01T00:00:00.000Z"));
});

test("what becomes due when it moves is run", async () => {
  const server = await serve();
  await server.ask("POST /v1/force-sync", { headers: { "x-integration-id": example }, body: {} });
  expect(await server.ask("POST /_mock/settle")).toEqual({ status: 200, json: {} });
  expect(await isSyncing(server)).toBe(true);
  await server.ask("POST /_mock/clock", { body: { advance: "PT3S" } });
  expect(await isSyncing(server)).toBe(false);
});

test("unless told the clock is the real one, and can be moved all the same", async () => {
  const { ask } = await serve({ clock: "real" });
  const before = Date.now();
  const { json } = await ask<{ now: string }>("POST /_mock/clock", { body: { advance: "P1D" } });
  const moved = Date.parse(json.now) - 86_400_000;
  expect(moved).toBeGreaterThanOrEqual(before);
  expect(moved).toBeLessThanOrEqual(Date.now());
});
