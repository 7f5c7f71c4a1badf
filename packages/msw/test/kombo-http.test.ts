import { Kombo } from "@kombo-api/sdk";
import { createMock, type KomboHttpHandler, komboHttp } from "@kombo-mock/msw";
import { delay, HttpResponse, http } from "msw";
import { setupServer } from "msw/node";
import { afterEach, beforeEach, expect, test } from "vitest";

const mock = createMock({ clock: "frozen", baseUrl: "https://kombo.example.com/api" });
const server = setupServer(...mock.handlers);
const integration = (await mock.integrations.list()).find(({ tool }) => tool === "bamboohr")?.id ?? "";

beforeEach(async () => {
  server.listen({ onUnhandledFrame: "error" });
  await mock.reset();
});
afterEach(() => {
  server.resetHandlers();
  server.close();
});

const headers = {
  authorization: "Bearer ks_dev_a",
  "x-integration-id": integration,
  "content-type": "application/json",
};

async function call(path: string, init: RequestInit = {}, base = "https://api.kombo.dev/v1") {
  const response = await fetch(base + path, { headers, ...init });
  return { status: response.status, body: await response.json(), headers: response.headers };
}

/** A skill is the plainest thing that can be created. */
const createSkill = (name: string) =>
  call("/hris/skills", { method: "POST", body: JSON.stringify({ name }) });
const skills = () => mock.find("hris.skills", {}, { integration_id: integration });
const skillNames = async () => (await skills()).map(({ name }) => name);

const withoutNote = komboHttp.get("/hris/absences", async ({ original }) => {
  const page = await original();
  for (const absence of page.data.results) absence.employee_note = null;
  return page;
});

test("a test changes what the mock would have answered, and resetHandlers takes that back", async () => {
  const before = await call("/hris/absences");
  expect(before.body.data.results.some((one: { employee_note: unknown }) => one.employee_note)).toBe(true);
  server.use(withoutNote);
  const { body } = await call("/hris/absences");
  expect(body).toEqual({
    ...before.body,
    data: {
      ...before.body.data,
      results: before.body.data.results.map((one: object) => ({ ...one, employee_note: null })),
    },
  });
  server.resetHandlers();
  expect((await call("/hris/absences")).body).toEqual(before.body);
});

test.each(["https://api.kombo.dev/v1", "https://api.us.kombo.dev/v1", "https://kombo.example.com/api"])(
  "an override is in force below %s",
  async (base) => {
    server.use(komboHttp.get("/check-api-key", () => komboHttp.error("PLATFORM.TASK_TIMED_OUT", "Slow.")));
    expect((await call("/check-api-key", {}, base)).status).toBe(504);
  },
);

test("the official SDK reads what an override answers", async () => {
  const kombo = new Kombo({ api_key: "ks_dev_a", integration_id: integration });
  server.use(
    komboHttp.get("/hris/employees", async ({ original }) => {
      const page = await original();
      return { ...page, data: { ...page.data, results: page.data.results.slice(0, 1), next: null } };
    }),
  );
  const pages: unknown[][] = [];
  for await (const page of await kombo.hris.getEmployees({})) pages.push(page.result.data.results);
  expect(pages.map(({ length }) => length)).toEqual([1]);

  server.use(
    komboHttp.get("/hris/employees", () => komboHttp.error("INTEGRATION.QA_FAILED", "Look at it first.")),
  );
  await expect(kombo.hris.getEmployees({})).rejects.toMatchObject({
    message: expect.stringContaining("Look at it first."),
    statusCode: 409,
  });
});

test("the journal marks the exchange, and tells of it as of any other", async () => {
  server.use(withoutNote);
  const { body } = await call("/hris/absences?page_size=3");
  expect((await mock.requests("GET /hris/absences")).at(-1)).toMatchObject({
    door: "msw",
    integration_id: integration,
    request: { query: "page_size=3" },
    answer: { status: 200, code: null, records: 3, body: { size: JSON.stringify(body).length } },
    violations: [],
    marked: "override",
  });
  server.resetHandlers();
  await call("/hris/absences");
  expect((await mock.requests("GET /hris/absences")).at(-1)?.marked).toBeNull();
});

test("what an override answers is judged: a violation is recorded, and not blamed on the mock", async () => {
  server.use(
    komboHttp.get("/hris/skills", async ({ original }) => {
      const page = await original();
      return { ...page, data: { ...page.data, next: 5 as never } };
    }),
  );
  expect((await call("/hris/skills")).body.data.next).toBe(5);
  const violation = { rule: "invalid-answer", location: "answer.data.next", blame: "consumer" };
  expect((await mock.contract()).map((entry) => entry.violation)).toContainEqual(
    expect.objectContaining(violation),
  );
  expect((await mock.requests("GET /hris/skills")).at(-1)).toMatchObject({
    violations: [violation],
    marked: "override",
  });
});

test("state changes happen once, however often the original is asked for", async () => {
  server.use(
    komboHttp.post("/hris/skills", async ({ original }) => {
      const [first, second] = [await original(), await original()];
      expect(second).toEqual(first);
      expect(second).not.toBe(first);
      return second;
    }),
  );
  expect((await createSkill("Juggling")).status).toBe(200);
  expect((await skillNames()).filter((name) => name === "Juggling")).toHaveLength(1);
});

test("without asking for the original nothing changes", async () => {
  const before = await mock.snapshot();
  server.use(
    komboHttp.post("/hris/skills", () => komboHttp.error("REMOTE.SERVICE_UNAVAILABLE", "Down for an hour.")),
  );
  const { status, body } = await createSkill("Juggling");
  expect(status).toBe(503);
  const [exchange] = (await mock.requests("POST /hris/skills")).slice(-1);
  expect(body.error).toEqual({
    code: "REMOTE.SERVICE_UNAVAILABLE",
    title: "The tool is not available",
    message: "Down for an hour.",
    log_url: `https://api.kombo.dev/_mock/environments/default/requests/${exchange?.id}`,
  });
  expect(exchange).toMatchObject({
    answer: { status: 503, code: "REMOTE.SERVICE_UNAVAILABLE", message: "Down for an hour." },
    violations: [],
    marked: "override",
  });
  expect((await mock.snapshot()).root).toBe(before.root);
});

test("a write can succeed and be answered with a failure all the same", async () => {
  server.use(
    komboHttp.post("/hris/skills", async ({ original }) => {
      await original();
      throw komboHttp.error("REMOTE.UNKNOWN_HTTP_ERROR", "The connection broke.");
    }),
  );
  expect((await createSkill("Juggling")).status).toBe(502);
  expect(await skillNames()).toContain("Juggling");
});

test("an error that the mock would have answered is answered when nobody catches it", async () => {
  const wrong = { method: "POST", body: "{}" };
  const before = await call("/hris/skills", wrong);
  server.use(komboHttp.post("/hris/skills", ({ original }) => original()));
  const { status, body } = await call("/hris/skills", wrong);
  expect(status).toBe(400);
  const exchange = (await mock.requests("POST /hris/skills")).at(-1);
  expect(body.error).toEqual({
    ...before.body.error,
    log_url: `https://api.kombo.dev/_mock/environments/default/requests/${exchange?.id}`,
  });
  expect(exchange?.marked).toBeNull();
});

test("an override sees the request in the document's terms, and as it was sent", async () => {
  const seen: unknown[] = [];
  const id = (await skills())[0]?.id ?? "";
  server.use(
    komboHttp.patch("/hris/skills/{skill_id}", async ({ params, body, request, original }) => {
      seen.push(params, body, await request.text());
      return original();
    }),
    komboHttp.get("/hris/absences", ({ query, original }) => {
      seen.push(query);
      return original();
    }),
  );
  expect((await call(`/hris/skills/${id}`, { method: "PATCH", body: '{"name":"Whistling"}' })).status).toBe(
    200,
  );
  await call("/hris/absences?page_size=7&type_ids=a,b");
  expect(seen).toEqual([
    { skill_id: id },
    { name: "Whistling" },
    '{"name":"Whistling"}',
    expect.objectContaining({ page_size: 7, type_ids: "a,b" }),
  ]);
});

test("an integration's id in a path is not taken apart at its colon", async () => {
  const seen: unknown[] = [];
  server.use(
    komboHttp.get("/integrations/{integration_id}", ({ params, original }) => {
      seen.push(params);
      return original();
    }),
  );
  const encoded = encodeURIComponent(integration);
  expect(encoded).toContain("%3A");
  expect((await call(`/integrations/${encoded}`)).status).toBe(200);
  expect((await call(`/integrations/${integration}`)).status).toBe(200);
  await call(`/integrations/${encoded}/custom-fields`);
  expect(seen).toEqual([{ integration_id: integration }, { integration_id: integration }]);
});

test("once answers one request, and restoreHandlers brings it back", async () => {
  server.use(
    komboHttp.get("/check-api-key", () => komboHttp.error("PLATFORM.RATE_LIMIT_EXCEEDED", "Later."), {
      once: true,
    }),
  );
  const statuses = async () => [(await call("/check-api-key")).status, (await call("/check-api-key")).status];
  expect(await statuses()).toEqual([429, 200]);
  server.restoreHandlers();
  expect(
    (await Promise.all([call("/check-api-key"), call("/check-api-key")])).map(({ status }) => status).sort(),
  ).toEqual([200, 429]);
});

test("the override that was added last answers; a plain handler of MSW runs before all of them", async () => {
  const failing = (message: string): KomboHttpHandler =>
    komboHttp.get("/check-api-key", () => komboHttp.error("PLATFORM.UNKNOWN_ERROR", message));
  server.use(failing("first"));
  server.use(failing("second"));
  expect((await call("/check-api-key")).body.error.message).toBe("second");
  server.resetHandlers(
    http.get("https://api.kombo.dev/v1/check-api-key", () => HttpResponse.json("plain")),
    ...mock.handlers,
  );
  server.use(failing("third"));
  try {
    expect((await call("/check-api-key")).body).toBe("plain");
  } finally {
    server.resetHandlers(...mock.handlers);
  }
});

test("what the document does not allow is sent by name, and not judged", async () => {
  server.use(
    komboHttp.get("/check-api-key", () =>
      komboHttp.unchecked(HttpResponse.json({ proxy: true }, { status: 418 })),
    ),
  );
  expect(await call("/check-api-key")).toMatchObject({ status: 418, body: { proxy: true } });
  expect((await mock.requests("GET /check-api-key")).at(-1)).toMatchObject({
    answer: { status: 418, body: '{"proxy":true}' },
    violations: [],
    marked: "override",
  });
  server.use(komboHttp.get("/check-api-key", () => komboHttp.unchecked(HttpResponse.error())));
  await expect(call("/check-api-key")).rejects.toThrow(TypeError);
});

test("the fetch function has overrides too, until they are taken out or the mock is reset", async () => {
  const status = async () => (await mock.fetch(`${mock.baseUrl}/check-api-key`, { headers })).status;
  const failing = komboHttp.get("/check-api-key", () => komboHttp.error("PLATFORM.UNKNOWN_ERROR", "Broken."));
  const stop = mock.use(failing);
  expect(await status()).toBe(500);
  expect((await mock.requests("GET /check-api-key")).at(-1)).toMatchObject({
    door: "fetch",
    marked: "override",
  });
  stop();
  expect(await status()).toBe(200);
  mock.use(failing);
  await mock.reset({ integration_id: integration });
  expect(await status()).toBe(500);
  await mock.reset();
  expect(await status()).toBe(200);
  mock.use(komboHttp.get("/check-api-key", () => komboHttp.unchecked(HttpResponse.error())));
  await expect(status()).rejects.toThrow(new TypeError("Failed to fetch"));
});

test("a request that is aborted does not wait for its override", async () => {
  mock.use(
    komboHttp.get("/check-api-key", async ({ original }) => {
      await delay("infinite");
      return original();
    }),
  );
  const abort = new AbortController();
  const answer = mock.fetch(`${mock.baseUrl}/check-api-key`, { headers, signal: abort.signal });
  abort.abort();
  await expect(answer).rejects.toMatchObject({ name: "AbortError" });
});

test("an override that answers nothing, or a bare response, says what to return", async () => {
  const read = () => mock.fetch(`${mock.baseUrl}/check-api-key`, { headers });
  mock.use(komboHttp.get("/check-api-key", (() => undefined) as never));
  await expect(read()).rejects.toThrow(
    'The override of "GET /check-api-key" returned nothing. Return the whole envelope, or `original()` to leave the answer as it is.',
  );
  mock.use(komboHttp.get("/check-api-key", (() => HttpResponse.json({})) as never));
  await expect(read()).rejects.toThrow(
    'The override of "GET /check-api-key" returned a Response. Return `komboHttp.unchecked(response)` to send it as it is.',
  );
  expect(() => komboHttp.get("/check-api-keys" as never, (() => undefined) as never)).toThrow(
    'There is no operation "GET /check-api-keys".',
  );
});
