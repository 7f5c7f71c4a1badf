import { createMock, type Mock } from "@kombo-mock/msw";
import { expect, test } from "vitest";
import { assertValidAnswers, danglingIds, fieldOf, openOffice } from "./office.ts";

const slow = { timeout: 60_000 };

async function names(mock: Mock): Promise<string> {
  const employees = await mock.find("hris.employees");
  const applications = await mock.find("ats.applications");
  return JSON.stringify([employees, applications]);
}

test.for([
  ["demo", true],
  ["edge", true],
  ["small", false],
  ["empty", false],
] as const)("by itself, something happens in the tools of %s: %s", async ([world, happens]) => {
  const mock = createMock({ clock: "frozen", world, syncHours: 0 });
  const before = (await mock.snapshot()).root;
  for (const { id, category, status } of await mock.integrations.list()) {
    if (status === "ACTIVE" && (category === "HRIS" || category === "ATS")) await mock.sync(id);
  }
  const { root } = await mock.snapshot();
  const changed = Object.values(root.integrations).filter(({ synced }) => Object.keys(synced).length > 0);
  expect(Object.values(before.integrations).every(({ synced }) => Object.keys(synced).length === 0)).toBe(
    true,
  );
  expect(changed.length > 0).toBe(happens);
});

test("an option has it happen in any world, or in none", async () => {
  const quiet = createMock({ clock: "frozen", world: "edge", remoteChanges: "none" });
  const before = await names(quiet);
  await quiet.clock.advance("P3D");
  expect(await names(quiet)).toBe(before);
  const asked = createMock({ clock: "frozen" });
  const count = (await asked.find("hris.employees")).length;
  await asked.sync(asked.cast.employee.integration_id, { changes: "scripted" });
  expect((await asked.find("hris.employees")).length).toBe(count + 1);
});

test("two runs give the same bytes, by single syncs or by one jump of time", slow, async () => {
  const run = async () => {
    const mock = createMock({ clock: "frozen", remoteChanges: "scripted" });
    await mock.clock.advance("P4D");
    return names(mock);
  };
  const first = await run();
  expect(await run()).toBe(first);
  const stepped = createMock({ clock: "frozen", remoteChanges: "scripted" });
  for (let round = 0; round < 32; round++) await stepped.clock.advance("PT3H");
  expect(await names(stepped)).toBe(first);
});

test("after 24 steps everything that happened is valid, complete and leads somewhere", slow, async () => {
  const office = openOffice({ remoteChanges: "scripted" });
  const { mock } = office;
  const all = (await mock.integrations.list()).filter(({ status }) => status === "ACTIVE");
  const [ats] = await mock.find("ats.applications");
  expect(ats).toBeDefined();
  const cast = JSON.stringify(await mock.find("hris.employees", mock.cast.employee.id));
  const before = await names(mock);
  for (let round = 0; round < 24; round++) for (const { id } of all) await mock.sync(id);
  const after = await names(mock);
  expect(after).not.toBe(before);
  const hired = (await mock.find("hris.employees")).filter(({ changed_at }) => changed_at >= "2026-01-15T09");
  expect(hired.map(({ employment_status }) => employment_status)).toContain("INACTIVE");
  expect(hired.filter(({ remote_id }) => remote_id.startsWith("9000"))).toHaveLength(6);
  const outcomes = (await mock.find("ats.applications"))
    .filter(({ changed_at }) => changed_at >= "2026-01-15T09")
    .map(({ outcome }) => outcome);
  expect(new Set(outcomes)).toEqual(new Set(["PENDING", "DECLINED"]));
  expect(JSON.stringify(await mock.find("hris.employees", mock.cast.employee.id))).toBe(cast);
  for (const { id, category } of all) {
    if (category === "HRIS" || category === "ATS") expect(await danglingIds(mock, id, category)).toEqual([]);
  }
  const lists = [
    ...["/hris/employees", "/hris/employments", "/hris/absences"],
    ...["/ats/applications", "/ats/candidates", "/ats/interviews"],
  ] as const;
  for (const { id, category } of all) {
    for (const path of lists.filter((one) => one.startsWith(`/${category.toLowerCase()}/`))) {
      await office.send("GET /hris/employees", `${path}?page_size=250&include_deleted=true`, { to: id });
    }
  }
  await assertValidAnswers(mock);
  // The script is at its end.
  for (const { id } of all) await mock.sync(id);
  expect(await names(mock)).toBe(after);
});

test("a hire works in a team, at a place, and has terms of employment", async () => {
  const { mock, id } = openOffice();
  const known = new Set((await mock.find("hris.employees")).map((one) => one.id));
  await mock.sync(id, { changes: "scripted" });
  const [hired, ...others] = (await mock.find("hris.employees")).filter((one) => !known.has(one.id));
  expect(others).toEqual([]);
  expect(hired).toMatchObject({ employment_status: "ACTIVE", start_date: "2026-01-15T00:00:00.000Z" });
  for (const key of ["first_name", "work_email", "job_title", "work_location_id"])
    expect(fieldOf(hired ?? {}, key), key).not.toBeNull();
  expect(hired?.employments).toMatchObject([{ effective_date: "2026-01-15T00:00:00.000Z" }]);
});

test("a delta sync brings what happened, but no deletions", async () => {
  const deletions = async (type: "FULL" | "DELTA") => {
    const { mock, id } = openOffice();
    const deleted = async () =>
      (await mock.find("hris.absences")).filter(({ remote_deleted_at }) => remote_deleted_at !== null).length;
    const before = await deleted();
    for (let round = 0; round < 6; round++) await mock.sync(id, { type, changes: "scripted" });
    return (await deleted()) - before;
  };
  expect([await deletions("FULL"), await deletions("DELTA")]).toEqual([1, 0]);
});
