import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { setImmediate } from "node:timers/promises";
import { setupKomboMock } from "@kombo-mock/msw/node-test";

const mock = setupKomboMock({ clock: "frozen", msw: false });
const call = () => mock.fetch(`${mock.baseUrl}/check-api-key`, { headers: { authorization: "Bearer any" } });

describe("a suite", () => {
  test("fails after a request", async () => {
    await call();
    assert.equal((await mock.requests()).length, 0);
  });

  test("leaves a fault that was not met", async () => {
    await mock.fail("GET /hris/absences", "REMOTE.SERVICE_UNAVAILABLE");
  });
});

describe("at the same time", { concurrency: true }, () => {
  test("one", () => call().then(() => setImmediate()));
  test("another", () => call().then(() => {}));
});
