import { createMock } from "@kombo-mock/msw";
import { expect, test } from "vitest";

test.each([
  ["GET", "/ats/jobs", "ATS", "INTEGRATION.MODEL_NOT_AVAILABLE"],
  ["GET", "/assessment/packages", "ASSESSMENT", "INTEGRATION.MODEL_NOT_AVAILABLE"],
  ["POST", "/ats/candidates", "ATS", "INTEGRATION.ACTION_NOT_AVAILABLE"],
])("%s %s about an HRIS integration leads to one of %s", async (method, path, category, code) => {
  const mock = createMock();
  const { integration_id } = mock.cast.employee;
  const response = await mock.fetch(`${mock.baseUrl}${path}`, {
    method,
    headers: { authorization: "Bearer ks_dev_mock", "x-integration-id": integration_id },
  });
  const { error } = await response.json();
  expect(error.code).toBe(code);
  const named = /category (\w+) in X-Integration-Id, such as "([^"]+)"/.exec(error.message);
  const meant = (await mock.integrations.list()).find(({ id }) => id === named?.[2]);
  expect([named?.[1], meant?.category]).toEqual([category, category]);
});
