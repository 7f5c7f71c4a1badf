import assert from "node:assert/strict";
import { test } from "node:test";
import { setupKomboMock } from "@kombo-mock/msw/node-test";

const mock = setupKomboMock({ url: process.env["MOCK_URL"] ?? "", apiKey: "ks_dev_ours" });

test("sees what it wrote", async () => {
  assert.match(mock.apiKey, /^ks_dev_ours_node_\d+$/);
  await mock.create("hris.employees", { last_name: "Byron" });
  assert.equal((await mock.find("hris.employees", { last_name: "Byron" })).length, 1);
});

test("begins with the world as it was, and fails", async () => {
  const headers = { authorization: `Bearer ${mock.apiKey}` };
  await fetch(`${mock.baseUrl}/check-api-key`, { headers });
  assert.deepEqual(await mock.find("hris.employees", { last_name: "Byron" }), ["nobody"]);
});
