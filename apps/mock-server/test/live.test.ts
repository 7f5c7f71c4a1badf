import { afterEach, expect, test, vi } from "vitest";
import { startServer } from "../src/server.ts";
import { example } from "./serve.ts";

afterEach(() => {
  vi.useRealTimers();
});

async function serveWith(live: boolean) {
  vi.useFakeTimers({
    now: new Date("2026-02-01T00:00:00.000Z"),
    toFake: ["Date", "setTimeout", "clearTimeout"],
  });
  const server = await startServer({ port: 0, clock: "system", world: "small", live });
  const forceSync = () =>
    fetch(`${server.baseUrl}/force-sync`, {
      method: "POST",
      headers: { authorization: "Bearer ks_dev_mock", "x-integration-id": example },
    }).then((response) => response.text());
  // A snapshot asks nothing of the environment: it shows what happened by itself.
  const announced = async () => (await server.mock.snapshot()).root.events.map(({ type }) => type);
  return { server, forceSync, announced };
}

test("with live, work runs on time though nobody asks", async () => {
  const { server, forceSync, announced } = await serveWith(true);
  try {
    await forceSync();
    vi.advanceTimersByTime(2_900);
    expect(await announced()).toEqual([]);
    vi.advanceTimersByTime(200);
    expect(await announced()).toEqual(["sync-finished"]);
    // Regular syncs too, however far away they are, which are told to who names that event.
    await server.mock.webhooks.deliverTo(() => new Response(), { events: ["sync-finished"] });
    vi.advanceTimersByTime(3 * 3_600_000);
    expect((await announced()).length).toBeGreaterThan(5);
  } finally {
    await server.close();
  }
});

test("without it, nothing happens until somebody asks", async () => {
  const { server, forceSync, announced } = await serveWith(false);
  try {
    await forceSync();
    vi.advanceTimersByTime(10_000);
    expect(await announced()).toEqual([]);
    await forceSync();
    expect(await announced()).toEqual(["sync-finished"]);
  } finally {
    await server.close();
  }
});

test("an updated_after that lies ahead of the mock's clock is answered, and told with the remedy", async () => {
  const served: unknown[] = [];
  const server = await startServer({
    ...{ port: 0, clock: "frozen", world: "small" },
    onRequest: ({ answer }) => served.push(answer.note?.notes),
  });
  try {
    const list = async (since: string) =>
      (
        await fetch(`${server.baseUrl}/integrations/${example}/integration-fields?x=${since}`, {
          headers: { authorization: "Bearer ks_dev_mock" },
        })
      ).status;
    expect(await list("1&updated_after=2030-01-01T00:00:00.000Z")).toBe(200);
    expect(await list("1&updated_after=2020-01-01T00:00:00.000Z")).toBe(200);
    const note = expect.stringContaining(
      "query.updated_after lies after the mock's clock, which is at 2026-01-15T09:00:00.000Z",
    );
    expect(served).toEqual([[note], []]);
    expect((await server.mock.requests()).map(({ notes }) => notes)).toEqual([[note], []]);
  } finally {
    await server.close();
  }
});
