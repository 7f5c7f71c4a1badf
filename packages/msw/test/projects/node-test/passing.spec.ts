import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { assertReceived, setupKomboMock } from "@kombo-mock/msw/node-test";

const mock = setupKomboMock({ clock: "frozen" });
const { id, integration_id } = mock.cast.withoutEmail;
const headers = { authorization: "Bearer any", "x-integration-id": integration_id };
const read = async () => (await fetch(`${mock.baseUrl}/hris/employees?ids=${id}`, { headers })).status;

describe("a suite", () => {
  test("changes the world", async () => {
    await mock.update("hris.employees", id, { first_name: "Ada" });
    assert.equal(await read(), 200);
    await assertReceived(mock, "GET /hris/employees", { integration_id, times: 1 });
  });

  test("begins with the world as it was", async (t) => {
    assert.deepEqual(await mock.find("hris.employees", { first_name: "Ada" }), []);
    await mock.update("hris.employees", id, { first_name: "Grace" });
    await t.test("which its subtests share", async () => {
      assert.equal((await mock.find("hris.employees", { first_name: "Grace" })).length, 1);
    });
    assert.equal((await mock.find("hris.employees", { first_name: "Grace" })).length, 1);
    await assertReceived(mock, "GET /hris/employees", { times: 0 });
  });
});
