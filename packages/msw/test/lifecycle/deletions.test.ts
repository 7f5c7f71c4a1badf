import { createMock } from "@kombo-mock/msw";
import { afterEach, expect, test } from "vitest";
import { assertValidAnswers, type Office, openOffice } from "./office.ts";

let office: Office;

afterEach(() => assertValidAnswers(office.mock));

async function list(path: string): Promise<Readonly<Record<string, unknown>>[]> {
  const { status, text } = await office.send("GET /hris/employees", `${path}&page_size=250`);
  expect(status, text.slice(0, 200)).toBe(200);
  return (JSON.parse(text) as { data: { results: Readonly<Record<string, unknown>>[] } }).data.results;
}

test.for(["now", "after-sync"] as const)(
  "fourteen days after a deletion (seen %s) only ids and stamps are left",
  async (visible) => {
    office = openOffice();
    const { mock } = office;
    const { id } = await mock.create("hris.employees", { absences: [{ status: "APPROVED" }] });
    await mock.remove("hris.employees", id, { visible });
    if (visible === "after-sync") await mock.sync(office.id);
    const read = async () => (await list(`/hris/employees?ids=${id}&include_deleted=true`))[0] ?? {};
    const before = await read();
    expect(before).toMatchObject({ first_name: expect.any(String), remote_deleted_at: expect.any(String) });
    await mock.clock.advance("P13DT23H");
    expect(await read()).toEqual(before);
    await mock.clock.advance("PT1H");
    const after = await read();
    const told = Object.entries(after).filter(
      ([, value]) => value !== null && !(Array.isArray(value) && value.length === 0),
    );
    expect(Object.fromEntries(told)).toMatchObject({
      ...{ id, remote_id: before["remote_id"], remote_deleted_at: before["remote_deleted_at"] },
      changed_at: "2026-01-29T09:00:00.000Z",
    });
    expect(told.map(([key]) => key).sort()).toEqual(
      ["id", "remote_id", "remote_deleted_at", "changed_at", "employments"]
        .filter((key) => key in Object.fromEntries(told))
        .sort(),
    );
    expect(
      await list(`/hris/employees?ids=${id}&updated_after=2026-01-29T00:00:00Z&include_deleted=true`),
    ).toHaveLength(1);
    // A second time nothing changes.
    await mock.clock.advance("P30D");
    expect(await read()).toEqual(after);
  },
);

test("a record that reappears in time keeps its values", async () => {
  office = openOffice();
  const { mock } = office;
  const { id, first_name } = await mock.create("hris.employees");
  await mock.remove("hris.employees", id);
  await mock.clock.advance("P10D");
  await mock.update("hris.employees", id, { remote_deleted_at: null });
  await mock.clock.advance("P10D");
  expect(await mock.find("hris.employees", id)).toMatchObject([{ first_name, remote_deleted_at: null }]);
});

test("one piece of work looks after all deleted records of an integration, each at its own time", async () => {
  office = openOffice();
  const { mock } = office;
  const made = await mock.create("hris.groups", { name: "Engines" }, { count: 20 });
  for (const { id } of made.slice(0, 10)) await mock.remove("hris.groups", id);
  await mock.clock.advance("P5D");
  for (const { id } of made.slice(10)) await mock.remove("hris.groups", id);
  const { root } = await mock.snapshot();
  expect(root.queue.filter(({ kind }) => kind === "erase-deleted")).toHaveLength(1);
  const named = async () => (await mock.find("hris.groups", { name: "Engines" })).length;
  expect(await named()).toBe(20);
  await mock.clock.advance("P9D");
  expect(await named()).toBe(10);
  await mock.clock.advance("P5D");
  expect(await named()).toBe(0);
});

test("a state that is written to a file and read erases at the same time", async () => {
  office = openOffice();
  const { id } = await office.mock.create("hris.groups", { name: "Engines" });
  await office.mock.remove("hris.groups", id);
  await office.mock.clock.advance("P13D");
  const other = createMock({ world: await office.mock.exportState() });
  const name = async () => (await other.find("hris.groups", id))[0]?.name;
  expect(await name()).toBe("Engines");
  await other.clock.advance("P1D");
  expect(await name()).toBeNull();
});

test("a model that is switched off vanishes with the next sync and comes back as a change", async () => {
  office = openOffice();
  const { mock, id } = office;
  const groups = await list("/hris/groups?x=1");
  await mock.integrations.setScope(id, { settings: { hris_teams: "DISABLED" } });
  await mock.sync(id);
  const refused = await office.send("GET /hris/groups", "/hris/groups");
  expect(refused).toMatchObject({ status: 403, text: expect.stringContaining("INTEGRATION.MODEL_DISABLED") });
  expect((await list("/hris/employees?x=1")).every(({ groups }) => (groups as []).length === 0)).toBe(true);
  await mock.integrations.setScope(id, {});
  await mock.clock.advance("P10D");
  const back = await list("/hris/groups?updated_after=2026-01-15T12:00:00.000Z");
  // With the first regular sync after it was switched on again.
  expect(back).toEqual(groups.map((group) => ({ ...group, changed_at: "2026-01-15T12:00:00.000Z" })));
  expect(await list("/hris/groups?updated_after=2026-01-15T12:00:01.000Z")).toEqual([]);
  const other = createMock({ world: await mock.exportState() });
  expect(await other.find("hris.groups")).toEqual(await mock.find("hris.groups"));
});
