import { setupKomboMock } from "@kombo-mock/msw/vitest";
import { expect, test } from "vitest";

const mock = setupKomboMock({ isolation: "worker", msw: false, unused: "ignore" });

test("hires somebody and lets a request fail", async () => {
  await mock.create("hris.employees", { first_name: "Ada" });
  await mock.fail("GET /check-api-key", "PLATFORM.RATE_LIMIT_EXCEEDED");
});

test("finds what the test before has left", async () => {
  expect(await mock.find("hris.employees", { first_name: "Ada" })).toHaveLength(1);
  const answer = await mock.fetch(`${mock.baseUrl}/check-api-key`, {
    headers: { authorization: "Bearer any" },
  });
  expect(answer.status).toBe(429);
});

test("has no server", () => {
  expect(() => mock.server).toThrow("msw: false");
});
