import { afterAll, beforeAll, beforeEach, expect, test } from "@jest/globals";
import { Kombo } from "@kombo-api/sdk";
import { createMock } from "@kombo-mock/msw";
import { assertReceived } from "@kombo-mock/msw/assert";
import { komboMatchers } from "@kombo-mock/msw/matchers";
import { setupServer } from "msw/node";

expect.extend(komboMatchers);
const mock = createMock({ clock: "frozen" });
const server = setupServer(...mock.handlers);
const { id, integration_id } = mock.cast.withoutEmail;

beforeAll(() => server.listen());
beforeEach(() => mock.reset());
afterAll(() => server.close());

test("the SDK reads what the mock holds", async () => {
  const kombo = new Kombo({ ...mock.sdkOptions, integration_id });
  for await (const { result } of await kombo.hris.getEmployees({ ids: [id] }))
    expect(result.data.results).toMatchObject([{ id, work_email: null }]);
  expect(await mock.requests("GET /hris/employees")).toHaveLength(1);
});

test("MSW answers fetch", async () => {
  const headers = { authorization: "Bearer any", "x-integration-id": integration_id };
  const response = await fetch(`${mock.baseUrl}/hris/employees?ids=${id}`, { headers });
  expect((await response.json()).data.results).toMatchObject([{ id, work_email: null }]);
  await assertReceived(mock, "GET /hris/employees", { integration_id });
  await expect(mock).toHaveReceived("GET /hris/employees", { integration_id });
});
