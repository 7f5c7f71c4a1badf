import { expect, test } from "vitest";
import { openOffice } from "./office.ts";

test("a connect flow that fails and then succeeds is announced both times", async () => {
  const office = openOffice();
  const { kombo, mock } = office;
  const { data } = await kombo.connect.createConnectionLink({
    end_user_email: "ada@example.com",
    end_user_organization_name: "Example Ltd",
    end_user_origin_id: "org-1",
    integration_tool: "hibob",
  });
  const end_user = {
    organization_name: "Example Ltd",
    creator_email: "ada@example.com",
    origin_id: "org-1",
  };
  await mock.connect(data.link, { outcome: "close" });
  expect(await office.news()).toEqual([]);
  await mock.connect(data.link, { outcome: "fail" });
  const [failed] = await office.news();
  expect(failed).toEqual({
    ...{ id: expect.stringMatching(/^\w{24}$/), type: "connection-flow-failed", integrationId: null },
    at: Date.parse("2026-01-15T09:00:00.000Z"),
    data: {
      ...{ integration_tool: "hibob", integration_category: "HRIS", end_user },
      log_url: expect.stringMatching(/^\/_mock\/connect\/\w{24}$/),
    },
  });
  const { integration_id: id } = await mock.connect(data.link);
  expect(await office.news()).toMatchObject([
    { type: "integration-created", data: { id, tool: "hibob", category: "HRIS", end_user } },
  ]);
});

test("each move of a state is announced once, with the state after it", async () => {
  const office = openOffice();
  const { mock, id } = office;
  await mock.integrations.update(id, { status: "INVALID", qa_status: "FAILED" });
  const [event, ...others] = await office.news();
  expect(others).toEqual([]);
  expect(event).toMatchObject({ type: "integration-state-changed", integrationId: id });
  expect(event?.data).toEqual({
    ...{ integration_tool: "sandbox", integration_id: id, integration_category: "HRIS" },
    end_user: (await office.summary()).end_user,
    ...{ qa_status: "FAILED", setup_status: "COMPLETED", state: "INVALID" },
    updated_at: "2026-01-15T09:00:00.000Z",
  });
  await mock.integrations.update(id, { status: "INVALID" });
  await mock.integrations.update(id, { end_user: { organization_name: "Another" } });
  expect(await office.news()).toEqual([]);
});

test.for(["API", "control"])("a deletion by the %s is announced with its own names", async (by) => {
  const office = openOffice();
  const { mock, id, kombo } = office;
  await kombo.general.triggerSync({});
  const { end_user } = await office.summary();
  if (by === "API") await kombo.general.deleteIntegration({ integration_id: id, body: {} });
  else await mock.integrations.remove(id);
  const [cancelled, deleted] = await office.news();
  expect(cancelled?.data).toMatchObject({ sync_state: "CANCELLED" });
  expect(deleted).toMatchObject({ type: "integration-deleted", integrationId: id });
  expect(deleted?.data).toEqual({
    ...{ id, tool: "sandbox", category: "HRIS", end_user },
    deleted_at: "2026-01-15T09:00:00.000Z",
  });
});

test("three days of rejected credentials make an integration invalid, announced once", async () => {
  const office = openOffice();
  await office.hearSyncs();
  const { mock, id } = office;
  await mock.sync(id, { state: "AUTHENTICATION_FAILED" });
  await mock.clock.advance("P2DT23H");
  expect((await office.summary()).status).toBe("ACTIVE");
  const ends = (await office.news()).filter((event) => event.integrationId === id);
  expect(ends.every((event) => event.type === "sync-finished")).toBe(true);
  await mock.clock.advance("P7D");
  // The sync that made three days, and no other after it.
  expect((await office.news()).filter((event) => event.integrationId === id)).toMatchObject([
    { type: "sync-finished", data: { sync_state: "AUTHENTICATION_FAILED" } },
    { type: "integration-state-changed", data: { state: "INVALID" } },
  ]);
});

test("a sync that succeeds in between begins the three days anew", async () => {
  const office = openOffice({ syncHours: 0 });
  const { mock, id } = office;
  for (const state of ["AUTHENTICATION_FAILED", "SUCCEEDED", "AUTHENTICATION_FAILED"] as const) {
    await mock.sync(id, { state });
    await mock.clock.advance("P2D");
  }
  await mock.sync(id, { state: "AUTHENTICATION_FAILED" });
  expect((await office.summary()).status).toBe("ACTIVE");
  await mock.clock.advance("P1D");
  await mock.sync(id, { state: "AUTHENTICATION_FAILED" });
  expect((await office.summary()).status).toBe("INVALID");
});
