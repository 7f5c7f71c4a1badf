import { setupKomboMock } from "@kombo-mock/msw/vitest";
import { expect, test } from "vitest";

const mock = setupKomboMock({ clock: "frozen" });
const { id, integration_id } = mock.cast.withoutEmail;

test("an employee without an email address is read", async () => {
  const headers = { authorization: "Bearer any", "x-integration-id": integration_id };
  const response = await fetch(`https://api.kombo.dev/v1/hris/employees?ids=${id}`, { headers });
  expect((await response.json()).data.results).toMatchObject([{ id, work_email: null }]);
  await expect(mock).toHaveReceived("GET /hris/employees", { integration_id, times: 1 });
});
