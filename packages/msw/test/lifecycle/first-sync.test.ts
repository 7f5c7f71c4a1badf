import { worlds } from "@kombo-mock/factories/worlds";
import { createMock, hris } from "@kombo-mock/msw";
import { afterEach, expect, test, vi } from "vitest";
import { viewCollection } from "../../src/state/collection-view.ts";
import { announcedCommit } from "../../src/state/lifecycle/announce.ts";
import { createPartitions } from "../../src/state/partition.ts";
import { openOffice } from "./office.ts";

afterEach(() => {
  vi.useRealTimers();
});

const pending = "409 INTEGRATION.SETUP_SYNC_PENDING";

test("under a frozen clock the first sync waits for the test, however late it gets", async () => {
  const office = openOffice();
  const id = await office.connect();
  expect(await office.summary(id)).toMatchObject({
    qa_status: "PENDING",
    sync: { type: "FULL", state: "QUEUED", started_at: null },
  });
  await office.mock.clock.advance("P30D");
  expect((await office.answers(id)).read).toBe(pending);
  await office.news();
  await office.mock.sync(id);
  expect(await office.news()).toMatchObject([
    { type: "sync-finished", data: { sync_state: "SUCCEEDED" } },
    { type: "integration-state-changed", data: { qa_status: "PASSED" } },
    { type: "data-changed", data: { integration_id: id } },
  ]);
  expect((await office.answers(id)).read).toBe("200");
});

test("in process, the clock that follows Date waits too", async () => {
  vi.useFakeTimers({ now: new Date("2026-02-01T00:00:00.000Z"), toFake: ["Date"] });
  const office = openOffice({ clock: "system" });
  const id = await office.connect();
  vi.setSystemTime(new Date("2026-02-01T00:01:00.000Z"));
  expect((await office.answers(id)).read).toBe(pending);
});

test("on a real clock the first sync ends after three seconds", async () => {
  const office = openOffice({ clock: "real" });
  const id = await office.connect();
  const { text } = await office.send("GET /hris/employees", "/hris/employees", { to: id });
  expect(text).toContain("it ends by itself at");
  await office.mock.clock.advance("PT3S");
  expect((await office.answers(id)).read).toBe("200");
});

test("a first sync that takes no time is over when the customer has connected", async () => {
  const office = openOffice({ firstSync: "instant" });
  const id = await office.connect();
  expect((await office.answers(id)).read).toBe("200");
  expect(await office.newsTypes()).toEqual(["integration-created", "sync-finished", "data-changed"]);
});

test("the option decides on any clock", async () => {
  const timed = openOffice({ firstSync: "timed" });
  const id = await timed.connect();
  await timed.mock.clock.advance("PT3S");
  expect((await timed.answers(id)).read).toBe("200");
  const manual = openOffice({ clock: "real", firstSync: "manual" });
  const other = await manual.connect({ enable_filtering: true });
  await manual.mock.integrations.update(other, { setup_steps: [] });
  await manual.mock.clock.advance("PT1H");
  expect((await manual.answers(other)).read).toBe(pending);
});

test.for([
  [{ setup_steps: [] }, "FINAL_SYNC_PENDING"],
  [{ setup_status: "FINAL_SYNC_PENDING" }, "FINAL_SYNC_PENDING"],
  [{ setup_status: "COMPLETED" }, "COMPLETED"],
] as const)("steps of the setup that are gone through by %j need one more sync", async ([changes, setup]) => {
  const office = openOffice();
  const id = await office.connect({ enable_filtering: true, enable_field_mapping: true });
  expect(await office.summary(id)).toMatchObject({
    ...{ setup_status: "INCOMPLETE", setup_steps: ["filtering", "field-mapping"], sync: null },
  });
  await office.mock.integrations.update(id, { setup_steps: ["field-mapping"] });
  expect((await office.summary(id)).setup_status).toBe("INCOMPLETE");
  // Nothing is stored before the customer has gone through them.
  await office.mock.sync(id);
  expect((await office.summary(id)).qa_status).toBe("PENDING");
  const input = "setup_steps" in changes ? { setup_steps: [] } : changes;
  const after = await office.mock.integrations.update(id, input);
  expect(after).toMatchObject({ setup_status: setup, setup_steps: [], qa_status: "PENDING" });
  expect((await office.answers(id)).read).toBe(pending);
  await office.mock.sync(id);
  expect(await office.summary(id)).toMatchObject({ setup_status: "COMPLETED", qa_status: "PASSED" });
  expect((await office.answers(id)).read).toBe("200");
});

test("data that becomes readable is a change of every model that holds records", async () => {
  const mock = createMock({ clock: "frozen", domains: [hris] });
  const id = mock.cast.employee.integration_id;
  await mock.integrations.update(id, { qa_status: "PENDING" });
  const { root } = await mock.snapshot();
  const { layers } = worlds.small;
  const recipes = new Map(hris.collections.map((one) => [one.name, one]));
  const partitions = createPartitions({ name: "small", layers, seed: 1 }, recipes);
  const { changedModels, root: after } = announcedCommit(root, partitions, (change) =>
    change.patchIntegration(id, { qaStatus: "PASSED" }),
  );
  const integration = after.integrations[id] ?? expect.fail();
  const filled = hris.collections.filter(
    ({ name }) => [...viewCollection(integration, name, partitions).numbers(0)].length > 0,
  );
  const models = filled.flatMap(({ model }) => model ?? []);
  expect(models.length).toBeGreaterThan(8);
  expect([...(changedModels.get(id) ?? [])]).toEqual(
    expect.arrayContaining([...models, "hris_join_employees_teams"]),
  );
});

test("an option that does not exist is refused", () => {
  expect(() => createMock({ firstSync: "soon" as never })).toThrow(
    'firstSync must be one of manual, timed, instant, but is "soon".',
  );
  expect(() => createMock({ syncHours: -1 })).toThrow("syncHours must be a number of hours");
});
