import { createMock } from "@kombo-mock/msw";
import { afterEach, expect, test, vi } from "vitest";
import { openOffice } from "./office.ts";

afterEach(() => {
  vi.useRealTimers();
});

const later = { visible: "after-sync" } as const;

test("fourteen days of regular syncs: one every three hours, each at its own time", async () => {
  const office = openOffice();
  await office.hearSyncs();
  const ends: number[] = [];
  for (let day = 0; day < 14; day++) {
    await office.mock.clock.advance("P1D");
    for (const event of await office.news()) if (event.integrationId === office.id) ends.push(event.at);
  }
  const hours = Array.from({ length: 112 }, (_, round) => (round + 1) * 3_600_000 * 3);
  expect(ends).toEqual(hours.map((after) => Date.parse("2026-01-15T09:00:00.000Z") + after));
});

test("fourteen days in one jump are the same as fourteen single days", async () => {
  const [jump, days] = [openOffice(), openOffice()];
  await jump.mock.clock.advance("P14D");
  for (let day = 0; day < 14; day++) await days.mock.clock.advance("P1D");
  expect((await jump.mock.snapshot()).root).toEqual((await days.mock.snapshot()).root);
});

test("regular syncs are not announced to those who do not name the deprecated event", async () => {
  const { mock, news } = openOffice();
  const types: string[] = [];
  await mock.webhooks.deliverTo(async (request) => {
    types.push(((await request.json()) as { type: string }).type);
    return new Response();
  });
  await mock.clock.advance("P1D");
  await mock.sync(mock.cast.employee.integration_id);
  expect((await news()).map(({ type }) => type)).toEqual(["sync-finished"]);
  expect(types).toEqual(["sync-finished"]);
});

test("a regular sync brings what waits in the tool", async () => {
  const { mock } = openOffice();
  await mock.create("hris.groups", { name: "Engines" }, later);
  await mock.clock.advance("PT2H59M");
  expect(await mock.find("hris.groups", { name: "Engines" })).toEqual([]);
  await mock.clock.advance("PT1M");
  expect(await mock.find("hris.groups", { name: "Engines" })).toMatchObject([
    { changed_at: "2026-01-15T12:00:00.000Z" },
  ]);
});

test.for(["INVALID", "INACTIVE"] as const)("an integration that is %s does not sync", async (status) => {
  const office = openOffice();
  await office.hearSyncs();
  const { mock, id } = office;
  await mock.integrations.update(id, { status });
  await office.news();
  await mock.clock.advance("P1D");
  expect((await office.news()).filter((event) => event.integrationId === id)).toEqual([]);
  await mock.integrations.update(id, { status: "ACTIVE" });
  await office.news();
  await mock.clock.advance("P1D");
  const ends = (await office.news()).filter((event) => event.integrationId === id);
  expect(ends).toHaveLength(8);
  expect(ends[0]?.data).toMatchObject({ sync_state: "SUCCEEDED" });
});

test("an option says how many hours lie between them, or that there are none", async () => {
  const daily = openOffice({ syncHours: 24 });
  await daily.hearSyncs();
  await daily.mock.clock.advance("P3D");
  expect((await daily.news()).filter((event) => event.integrationId === daily.id)).toHaveLength(3);
  const never = openOffice({ syncHours: 0 });
  await never.hearSyncs();
  await never.mock.clock.advance("P3D");
  expect(await never.news()).toEqual([]);
});

test("a jump of years runs no years of syncs", async () => {
  vi.useFakeTimers({ now: new Date("2026-02-01T00:00:00.000Z"), toFake: ["Date"] });
  const mock = createMock();
  await mock.create("hris.groups", { name: "Engines" }, later);
  vi.setSystemTime(new Date("2030-01-01T00:00:00.000Z"));
  const [group] = await mock.find("hris.groups", { name: "Engines" });
  expect(String(group?.changed_at)).toMatch(/^2029-12-18T/);
});

test("a clock that went back does not stop them", async () => {
  vi.useFakeTimers({ now: new Date("2030-01-01T00:00:00.000Z"), toFake: ["Date"] });
  const mock = createMock();
  vi.setSystemTime(new Date("2026-01-01T00:00:00.000Z"));
  await mock.create("hris.groups", { name: "Engines" }, later);
  vi.setSystemTime(new Date("2026-01-01T03:00:00.000Z"));
  expect(await mock.find("hris.groups", { name: "Engines" })).toHaveLength(1);
});

test("before the first of them a file says that nothing differs, and after it nobody counts as a writer", async () => {
  vi.useFakeTimers({ now: new Date("2026-02-01T00:00:00.000Z"), toFake: ["Date"] });
  const mock = createMock();
  const fresh = { extends: "small", generation: 1, seed: 1, date: "2026-01-15" };
  vi.setSystemTime(new Date("2026-02-01T02:59:00.000Z"));
  expect(await mock.exportState()).toEqual(fresh);
  vi.setSystemTime(new Date("2026-02-02T00:00:00.000Z"));
  const { nextAt = 0 } = (await mock.snapshot()).root.schedule ?? {};
  await mock.settle();
  expect((await mock.snapshot()).root.schedule?.nextAt).toBeGreaterThan(nextAt);
  expect(mock.listEnvironments()[0]?.written).toBe(false);
});

test("a reset and a restored snapshot make up for nothing", async () => {
  vi.useFakeTimers({ now: new Date("2026-02-01T00:00:00.000Z"), toFake: ["Date"] });
  const mock = createMock();
  const snapshot = await mock.snapshot();
  vi.setSystemTime(new Date("2026-02-05T00:00:00.000Z"));
  await mock.restore(snapshot);
  await mock.settle();
  expect((await mock.snapshot()).root.events).toEqual([]);
  await mock.reset();
  await mock.settle();
  expect((await mock.snapshot()).root.events).toEqual([]);
});

test("two idle weeks change nothing unless asked for, and then all but what is called", async () => {
  const plain = openOffice();
  await plain.mock.clock.advance("P20D");
  expect((await plain.summary()).status).toBe("ACTIVE");
  const strict = openOffice({ idleWeeksMakeInactive: true });
  const other = (await strict.mock.integrations.list()).find(
    ({ id, status, setup_status }) => id !== strict.id && status === "ACTIVE" && setup_status === "COMPLETED",
  );
  await strict.mock.clock.advance("P10D");
  expect((await strict.answers()).read).toBe("200");
  const file = await strict.mock.exportState();
  expect(Object.keys(file.last_calls ?? {})).toEqual([strict.id]);
  await strict.mock.clock.advance("P10D");
  expect((await strict.summary()).status).toBe("ACTIVE");
  expect((await strict.summary(other?.id)).status).toBe("INACTIVE");
});
