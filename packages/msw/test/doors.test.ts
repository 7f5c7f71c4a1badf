import { createMock } from "@kombo-mock/msw";
import { HttpResponse, http } from "msw";
import { setupServer } from "msw/node";
import { expect, test } from "vitest";

const headers = { authorization: "Bearer ks_dev_a" };

test("there is one handler per base URL, whatever the number of operations", () => {
  expect(createMock().handlers).toHaveLength(2);
  expect(createMock({ baseUrl: "https://kombo.example.com/api" }).handlers).toHaveLength(3);
});

test("both vendor regions and a given base URL are answered", async () => {
  const mock = createMock({ baseUrl: "https://kombo.example.com/api/" });
  const statuses = [
    "https://kombo.example.com/api",
    "https://api.kombo.dev/v1",
    "https://api.us.kombo.dev/v1",
  ].map(async (base) => (await mock.fetch(`${base}/check-api-key`, { headers })).status);
  expect(await Promise.all(statuses)).toEqual([200, 200, 200]);
});

test("a handler of the test's own runs first, and the mock answers the rest", async () => {
  const mock = createMock();
  const own = http.get("https://api.kombo.dev/v1/check-api-key", () => HttpResponse.json({ own: true }));
  const server = setupServer(own, ...mock.handlers);
  server.listen({ onUnhandledFrame: "error" });
  try {
    const read = async (path: string) => (await fetch(`https://api.kombo.dev/v1${path}`, { headers })).json();
    expect(await read("/check-api-key")).toEqual({ own: true });
    expect(await read("/tools/lms")).toMatchObject({ status: "success" });
  } finally {
    server.close();
  }
});

test("a path beside the base URL says that the base URL lacks /v1", async () => {
  const response = await createMock().fetch("https://api.kombo.dev/check-api-key", { headers });
  expect(response.status).toBe(404);
  expect(await response.json()).toMatchObject({
    error: {
      code: null,
      message:
        '"/check-api-key" is not below the base URL. Base URLs end in /v1: https://api.kombo.dev/v1, https://api.us.kombo.dev/v1.',
    },
  });
});

test("the fetch function reaches no other host", async () => {
  await expect(createMock().fetch("https://example.com/")).rejects.toThrow(
    "Kombo Mock answers requests below https://api.kombo.dev/v1, https://api.us.kombo.dev/v1, and this one went to https://example.com.",
  );
});

test("the fetch function takes what fetch takes", async () => {
  const mock = createMock();
  const url = "https://api.kombo.dev/v1/check-api-key";
  expect((await mock.fetch(new URL(url), { headers })).status).toBe(200);
  expect((await mock.fetch(new Request(url, { headers }))).status).toBe(200);
  expect((await mock.fetch(new Request(url), { headers })).status).toBe(200);
});

test("an aborted request is rejected as fetch rejects it", async () => {
  const abort = AbortSignal.abort();
  const aborted = createMock().fetch("https://api.kombo.dev/v1/check-api-key", { headers, signal: abort });
  await expect(aborted).rejects.toMatchObject({ name: "AbortError" });
});

test("control calls are answered by the fetch function too", async () => {
  const response = await createMock().fetch("https://api.kombo.dev/_mock/health");
  expect(await response.json()).toMatchObject({ status: "ok", world: "small", seed: 1 });
});

test("options that cannot be are refused by name", () => {
  expect(() => createMock({ seed: 1.5 })).toThrow("seed must be a whole number, but is 1.5.");
  expect(() => createMock({ date: "15.01.2026" })).toThrow(
    'date must be a day such as 2026-01-15, but is "15.01.2026".',
  );
  expect(() => createMock({ assume: { "inactive-status": 418 as never } })).toThrow(
    'assume: "inactive-status" must be one of 409, 403, but is 418.',
  );
  expect(() => createMock({ assume: { "no-such-guess": 1 } as never })).toThrow(
    'assume: there is no "no-such-guess".',
  );
});

test("a guess can be chosen otherwise", async () => {
  const mock = createMock({ assume: { "integration-not-found-status": 400 } });
  const response = await mock.fetch("https://api.kombo.dev/v1/integrations/nope", { headers });
  expect(response.status).toBe(400);
});

test("undeclared input is ignored and reported, or refused when asked for", async () => {
  const url = "https://api.kombo.dev/v1/check-api-key?colour=red";
  const mock = createMock();
  expect((await mock.fetch(url, { headers })).status).toBe(200);
  expect((await mock.contract()).map(({ violation }) => violation.rule)).toEqual(["undeclared-parameter"]);
  const strict = await createMock({ rejectUnknown: true }).fetch(url, { headers });
  expect(await strict.json()).toMatchObject({
    error: {
      code: "PLATFORM.INPUT_INVALID",
      message: "query.colour is not declared. Known parameters: none.",
    },
  });
});
