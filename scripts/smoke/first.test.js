import assert from "node:assert/strict";
import { test } from "node:test";
import { Kombo } from "@kombo-api/sdk";
import { createMock } from "@kombo-mock/msw";

test("who can be written to is told apart from who cannot", async () => {
  const mock = createMock();
  const { id: ada } = await mock.create("hris.employees", { work_email: "ada@example.com" });
  const { id: nobody, integration_id } = mock.cast.withoutEmail;
  const kombo = new Kombo({ ...mock.sdkOptions, integration_id });
  const [page] = await Array.fromAsync(await kombo.hris.getEmployees({ ids: [ada, nobody] }));
  const reachable = page.result.data.results.filter((employee) => employee.work_email !== null);
  assert.deepEqual(
    reachable.map(({ id }) => id),
    [ada],
  );
});
