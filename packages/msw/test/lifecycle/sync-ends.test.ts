import { afterEach, beforeEach, expect, test } from "vitest";
import { assertValidAnswers, type Office, openOffice } from "./office.ts";

let office: Office;

beforeEach(() => {
  office = openOffice();
});

afterEach(() => assertValidAnswers(office.mock));

const later = { visible: "after-sync" } as const;

/** A new group, a renamed location and a deleted skill that no sync has brought; reads what reads show of them. */
async function threeChanges({ mock, id }: Office) {
  const options = { integration_id: id };
  const [location] = await mock.find("hris.locations", {}, options);
  const [skill] = await mock.find("hris.skills", { remote_deleted_at: null }, options);
  await mock.create("hris.groups", { name: "Engines" }, { ...options, ...later });
  await mock.update("hris.locations", location?.id ?? "", { name: "Engine room" }, later);
  await mock.remove("hris.skills", skill?.id ?? "", later);
  return async () => ({
    inserted: (await mock.find("hris.groups", { name: "Engines" }, options)).length === 1,
    patched: (await mock.find("hris.locations", { name: "Engine room" }, options)).length === 1,
    deleted: (await mock.find("hris.skills", skill?.id ?? "", options))[0]?.remote_deleted_at !== null,
  });
}

const all = { inserted: true, patched: true, deleted: true };
const none = { inserted: false, patched: false, deleted: false };

test.for([
  [{ type: "FULL", state: "SUCCEEDED" }, all],
  [
    { type: "DELTA", state: "SUCCEEDED" },
    { ...all, deleted: false },
  ],
  [
    { type: "FULL", state: "PARTIALLY_FAILED", failed_models: ["hris_teams", "hris_skills"] },
    { ...none, patched: true },
  ],
  [{ state: "FAILED" }, none],
  [{ state: "AUTHENTICATION_FAILED" }, none],
  [{ state: "CANCELLED" }, none],
  [{ state: "TIMED_OUT" }, none],
] as const)("a sync that ends %j brings %j", async ([end, want]) => {
  const read = await threeChanges(office);
  expect(await read()).toEqual(none);
  const input = "failed_models" in end ? { ...end, failed_models: [...end.failed_models] } : end;
  await office.mock.sync(office.id, input);
  expect(await read()).toEqual(want);
  await office.mock.sync(office.id);
  expect(await read()).toEqual(all);
});

test("a partial failure leaves something stale when no model is named, the same in each run", async () => {
  const run = async () => {
    const one = openOffice();
    const read = await threeChanges(one);
    await one.mock.sync(one.id, { state: "PARTIALLY_FAILED" });
    return read();
  };
  const seen = await run();
  expect(Object.values(seen).filter(Boolean)).toHaveLength(2);
  expect(await run()).toEqual(seen);
});

test.for(["PARTIALLY_FAILED", "FAILED", "AUTHENTICATION_FAILED", "CANCELLED", "TIMED_OUT"] as const)(
  "only success makes expired data valid and ends a first sync, %s does not",
  async (state) => {
    const { mock, id } = office;
    await mock.integrations.setScope(id, { settings: { hris_absences: "DISABLED" } });
    const fresh = await office.connect({ enable_filtering: true });
    await mock.integrations.update(fresh, { setup_steps: [] });
    for (const one of [id, fresh]) await mock.sync(one, { state });
    expect((await office.summary()).data_expired_at).toBe("2026-01-15T09:00:00.000Z");
    expect(await office.summary(fresh)).toMatchObject({
      ...{ setup_status: "FINAL_SYNC_PENDING", qa_status: "PENDING" },
    });
    for (const one of [id, fresh]) await mock.sync(one);
    expect((await office.summary()).data_expired_at).toBeNull();
    expect(await office.summary(fresh)).toMatchObject({ setup_status: "COMPLETED", qa_status: "PASSED" });
  },
);

test("every end is announced, with whole seconds and a link to look at", async () => {
  const { mock, id, kombo } = office;
  await kombo.general.triggerSync({ type: "DELTA" });
  await mock.clock.advance("PT2.6S");
  const { sync_id } = await mock.sync(id, { state: "TIMED_OUT" });
  const [event, ...others] = await office.news();
  expect(others).toEqual([]);
  expect(event).toMatchObject({ type: "sync-finished", integrationId: id });
  const { end_user, log_url, ...data } = event?.type === "sync-finished" ? event.data : expect.fail();
  expect(data).toEqual({
    ...{ sync_id, sync_state: "TIMED_OUT", sync_duration_seconds: 2 },
    sync_started_at: "2026-01-15T09:00:01.000Z",
    sync_ended_at: "2026-01-15T09:00:02.600Z",
    ...{ integration_id: id, integration_tool: "sandbox", integration_category: "HRIS" },
  });
  expect(Object.keys(end_user).sort()).toEqual(["creator_email", "organization_name", "origin_id"]);
  const looked = await mock.control({
    ...{ door: "fetch", method: "GET", path: log_url.replace("/_mock", ""), search: "" },
    ...{ header: () => null, body: undefined, origin: "http://127.0.0.1", arrival: mock.arrive() },
  });
  expect(JSON.parse(looked.body)).toMatchObject({ sync_id, sync_state: "TIMED_OUT" });
});

test("switching an integration off cancels the sync under way", async () => {
  const { kombo, id, mock } = office;
  await kombo.general.triggerSync({});
  await mock.clock.advance("PT2S");
  await kombo.general.setIntegrationEnabled({ integration_id: id, body: { value: false } });
  expect(await office.news()).toMatchObject([
    { type: "sync-finished", data: { sync_state: "CANCELLED", sync_duration_seconds: 1 } },
    { type: "integration-state-changed", data: { state: "INACTIVE" } },
  ]);
});

test("there is one sync at a time: whoever asks for another gets the one under way", async () => {
  const { kombo, mock, id } = office;
  const first = (await kombo.general.triggerSync({ type: "DELTA" })).data;
  const second = (await kombo.general.triggerSync({ type: "FULL" })).data;
  expect(second).toEqual({ ...first, already_queued: true });
  expect((await mock.sync(id)).sync_id).toBe(first.sync_id);
});

test("a change with a due time waits for a sync after it", async () => {
  const { mock, id } = office;
  const [group] = await mock.find("hris.groups", {}, { integration_id: id });
  const due = "2026-01-16T00:00:00.000Z";
  await mock.update("hris.groups", group?.id ?? "", { name: "Later" }, { ...later, due });
  const name = async () => (await mock.find("hris.groups", group?.id ?? ""))[0]?.name;
  await mock.sync(id);
  expect(await name()).not.toBe("Later");
  await mock.clock.advance("P1D");
  expect(await name()).toBe("Later");
  await expect(mock.update("hris.groups", group?.id ?? "", {}, { due })).rejects.toThrow(
    'options.due goes only with visible "after-sync".',
  );
});

test.for([
  [{ failed_models: ["hris_employes"] }, /"hris_employes" is no model\. Did you mean "hris_employees"/],
  [{ failed_models: [] }, /must name at least one model/],
  [{ state: "FAILED", qa: "FAILED" }, /body\.qa goes only with the state SUCCEEDED/],
  [{ state: "FAILED", changes: "scripted" }, /body\.changes goes only with the state SUCCEEDED/],
] as const)("a sync cannot be asked for with %j", async ([input, message]) => {
  const given = "failed_models" in input ? { failed_models: [...input.failed_models] } : input;
  await expect(office.mock.sync(office.id, given)).rejects.toThrow(message);
});
