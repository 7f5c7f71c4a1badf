import { createMock, type KomboHttpHandler, komboHttp } from "@kombo-mock/msw";
import { HttpResponse } from "msw-2";
import { setupServer } from "msw-2/node";
import { afterEach, expect, test, vi } from "vitest";

// The mock's handlers are made with whichever msw the user has; here it is the older of the two that are supported.
vi.mock("msw", async () => await import("msw-2"));

const mock = createMock();
// The mock's types are those of msw 3 here; a user's are those of the version that is installed.
const server = setupServer(...(mock.handlers as readonly never[]));

const use = (handler: KomboHttpHandler) => server.use(handler as never);

afterEach(() => {
  server.resetHandlers();
  server.close();
});

test.each(["https://api.kombo.dev/v1", "https://api.us.kombo.dev/v1"])(
  "msw 2 answers %s",
  async (baseUrl) => {
    server.listen({ onUnhandledRequest: "error" });
    const response = await fetch(`${baseUrl}/check-api-key`, {
      headers: { authorization: "Bearer ks_dev_a" },
    });
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ status: "success" });
    expect((await mock.requests()).at(-1)).toMatchObject({ door: "msw", operation: "GET /check-api-key" });
  },
);

test.each(["https://api.kombo.dev/v1", "https://api.us.kombo.dev/v1"])(
  "an override of one test is in force with msw 2 at %s",
  async (baseUrl) => {
    server.listen({ onUnhandledRequest: "error" });
    const read = async () => {
      const response = await fetch(`${baseUrl}/check-api-key`, {
        headers: { authorization: "Bearer ks_dev_a" },
      });
      return (await response.json()).data?.customer_id ?? response.status;
    };
    const before = await read();
    const renamed = komboHttp.get("/check-api-key", async ({ original }) => {
      const answer = await original();
      return { ...answer, data: { ...answer.data, customer_id: `not ${answer.data.customer_id}` } };
    });
    use(renamed);
    expect([await read(), await read()]).toEqual([`not ${before}`, `not ${before}`]);
    expect((await mock.requests()).at(-1)).toMatchObject({ door: "msw", marked: "override", violations: [] });

    const failing = () => komboHttp.error("PLATFORM.RATE_LIMIT_EXCEEDED", "Later.");
    use(komboHttp.get("/check-api-key", failing, { once: true }));
    expect([await read(), await read()]).toEqual([429, `not ${before}`]);
    server.restoreHandlers();
    expect(await read()).toBe(429);

    use(komboHttp.get("/check-api-key", () => komboHttp.unchecked(HttpResponse.text("", { status: 502 }))));
    await expect(read()).rejects.toThrow(SyntaxError);
    server.resetHandlers();
    expect(await read()).toBe(before);
  },
);

test("msw 2 tells of a request that no mock answers as it would without overrides", async () => {
  const told = vi.spyOn(console, "error").mockImplementation(() => {});
  server.listen({ onUnhandledRequest: "error" });
  use(komboHttp.get("/check-api-key", ({ original }) => original()));
  await expect(fetch("https://kombo.example.com/v1/check-api-key")).rejects.toThrow("onUnhandledRequest");
  expect(told.mock.calls.flat().join()).toContain("without a matching request handler");
});
