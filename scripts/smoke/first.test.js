import assert from "node:assert/strict";
import { test } from "node:test";
import { Kombo } from "@kombo-api/sdk";
import { createMock } from "@kombo-mock/msw";

test("an integration that needs a reconnect is told apart", async () => {
  const mock = createMock();
  const { id } = await mock.integrations.create({ tool: "personio", status: "INVALID" });
  const { data } = await new Kombo(mock.sdkOptions).general.getIntegrationDetails({ integration_id: id });
  assert.equal(data.status, "INVALID");
});
