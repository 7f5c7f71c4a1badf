import { setupKomboMock } from "@kombo-mock/msw/vitest";
import { expect, test } from "vitest";

const mock = setupKomboMock({ url: process.env["MOCK_URL"] ?? "" });
const named = () => mock.find("hris.employees", { last_name: "Byron" });

test("sees what it wrote and nothing of another worker", async () => {
  await mock.create("hris.employees", { first_name: "second", last_name: "Byron" });
  expect((await named()).map(({ first_name }) => first_name)).toEqual(["second"]);
  const headers = { authorization: `Bearer ${mock.sdkOptions.api_key}` };
  for (let count = 1; count <= 20; count++) await fetch(`${mock.baseUrl}/check-api-key`, { headers });
  await expect(mock).toHaveReceived("GET /check-api-key", { times: 20 });
  expect((await named()).map(({ first_name }) => first_name)).toEqual(["second"]);
});

test("begins with the world as it was", async () => {
  expect(await named()).toEqual([]);
  await expect(mock).not.toHaveReceived("GET /check-api-key");
  console.log(`key: ${mock.apiKey}`);
});
