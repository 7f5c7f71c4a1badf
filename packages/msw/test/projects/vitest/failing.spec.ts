import { setupKomboMock } from "@kombo-mock/msw/vitest";
import { describe, expect, test } from "vitest";

const mock = setupKomboMock({ clock: "frozen", seed: 7 });
const headers = { authorization: "Bearer any" };
const call = async (query = "") => (await fetch(`${mock.baseUrl}/check-api-key${query}`, { headers })).status;

describe("a suite", () => {
  test("fails after twelve requests", async () => {
    await mock.fail("GET /check-api-key", "PLATFORM.RATE_LIMIT_EXCEEDED", { after: 11 });
    for (let count = 1; count <= 12; count++) await call();
    expect(await mock.requests()).toHaveLength(11);
  });

  test("leaves a fault that was not met", async () => {
    await mock.fail("GET /hris/absences", "REMOTE.SERVICE_UNAVAILABLE");
    expect(await call()).toBe(200);
  });

  test("leaves a stub that was not used", async () => {
    await mock.stub("GET /ats/tags", { body: { status: "success", data: { results: [], next: null } } });
    expect(mock.server.listHandlers()).not.toEqual([]);
  });

  test.concurrent("runs beside others", () => {
    expect(mock.version).not.toBe("");
  });
});
