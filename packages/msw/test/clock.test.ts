import { createMock } from "@kombo-mock/msw";
import { afterEach, expect, test, vi } from "vitest";
import { parseDuration } from "../src/state/clock.ts";

const id = "bamboohr:DAns34VhN4Vtnjvvxp216Di3";

afterEach(() => {
  vi.useRealTimers();
});

async function forceSync(mock: ReturnType<typeof createMock>): Promise<{ already_queued: boolean }> {
  const response = await mock.fetch(`${mock.baseUrl}/force-sync`, {
    method: "POST",
    headers: { authorization: "Bearer ks_dev_a", "x-integration-id": id },
  });
  return ((await response.json()) as { data: { already_queued: boolean } }).data;
}

test("a frozen clock stands at the world's date until it is moved", async () => {
  const mock = createMock({ clock: "frozen", date: "2026-03-01" });
  expect(await mock.clock.now()).toBe("2026-03-01T09:00:00.000Z");
  expect(await mock.clock.advance("P1DT2H")).toBe("2026-03-02T11:00:00.000Z");
  expect(await mock.clock.set("2027-01-01T00:00:00.000Z")).toBe("2027-01-01T00:00:00.000Z");
});

test("the system clock goes with fake timers, the real one does not", async () => {
  vi.useFakeTimers({ now: new Date("2030-05-05T05:05:05.000Z") });
  expect(await createMock().clock.now()).toBe("2030-05-05T05:05:05.000Z");
  expect(await createMock({ clock: "real" }).clock.now()).not.toContain("2030-05-05");
});

test("a sync ends by itself when its time has come and somebody asks", async () => {
  const mock = createMock({ clock: "frozen" });
  await mock.integrations.setScope(id, { settings: { hris_absences: "DISABLED" } });
  expect((await forceSync(mock)).already_queued).toBe(false);
  expect((await forceSync(mock)).already_queued).toBe(true);
  const expired = async () => (await mock.integrations.list()).find((one) => one.id === id)?.data_expired_at;
  expect(await expired()).toBe("2026-01-15T09:00:00.000Z");
  await mock.clock.advance("PT3S");
  expect(await expired()).toBeNull();
  expect((await forceSync(mock)).already_queued).toBe(false);
});

test("work that is due runs at its own time, not at the time somebody asked", async () => {
  const mock = createMock({ clock: "frozen" });
  await forceSync(mock);
  const link = async () => (await mock.integrations.list()).find((one) => one.id === id)?.sync;
  expect(await link()).toMatchObject({ type: "FULL" });
  await mock.clock.advance("P10D");
  expect(await link()).toBeNull();
});

test.each([
  { given: "PT3H", want: 10_800_000 },
  { given: "P14D", want: 1_209_600_000 },
  { given: "P1DT1M", want: 86_460_000 },
  { given: "PT0.5S", want: 500 },
  { given: "P", want: undefined },
  { given: "PT", want: undefined },
  { given: "3 hours", want: undefined },
])("the duration $given is $want milliseconds", ({ given, want }) => {
  expect(parseDuration(given)).toBe(want);
});

test("a bad duration is refused with an example", async () => {
  await expect(createMock().clock.advance("3h")).rejects.toThrow(
    'body.advance must be a duration such as PT3H, P14D or PT0.5S, but is "3h".',
  );
});
