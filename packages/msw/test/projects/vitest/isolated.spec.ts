import { komboHttp } from "@kombo-mock/msw";
import { setupKomboMock } from "@kombo-mock/msw/vitest";
import { expect, test } from "vitest";

const mock = setupKomboMock({ clock: "frozen", unhandled: "error" });
const { id, integration_id } = mock.cast.withoutEmail;
const headers = { authorization: "Bearer any", "x-integration-id": integration_id };
const readStatus = async () => (await fetch(`${mock.baseUrl}/hris/employees?ids=${id}`, { headers })).status;

test("changes everything there is", async () => {
  await mock.update("hris.employees", id, { first_name: "Ada" });
  await mock.update("hris.employees", id, { last_name: "Byron" });
  expect(await mock.webhooks.all("data-changed")).toHaveLength(2);
  await mock.clock.advance("P1D");
  const down = komboHttp.error("REMOTE.SERVICE_UNAVAILABLE", "Down for maintenance.");
  mock.server.use(komboHttp.get("/hris/employees", () => down));
  expect(await readStatus()).not.toBe(200);
  await expect(mock).toHaveReceived("GET /hris/employees", { times: 1 });
});

test("begins with the world as it was", async () => {
  expect(await mock.clock.now()).toBe("2026-01-15T09:00:00.000Z");
  expect(await mock.find("hris.employees", { first_name: "Ada" })).toEqual([]);
  expect(await mock.webhooks.all("data-changed")).toEqual([]);
  await expect(mock).not.toHaveReceived("GET /hris/employees");
  expect(await readStatus()).toBe(200);
  await expect(mock).toHaveReceived("GET /hris/employees", { times: 1 });
});

test("lets nothing out that no handler is for", async () => {
  await expect(fetch("http://elsewhere.example/")).rejects.toThrow();
});
