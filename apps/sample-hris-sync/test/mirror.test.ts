import { describe, expect, test } from "vitest";
import { doors, openTestMirror } from "./doors.ts";
import { listedState, mirroredState } from "./states.ts";

const nothing = { read: 0, changed: 0, removed: 0 };

describe.each(doors)("a mirror over $name", ({ open }) => {
  test("has everything that is listed after its first run, whatever a page holds", async () => {
    const door = await open();
    const { database, run } = openTestMirror(door);
    const report = await run({ pageSize: 7 });
    const listed = await listedState(door.kombo, door.integrationId);
    expect(mirroredState(database, door.integrationId)).toEqual(listed);
    const counted = (rows: object) => {
      const { length } = Object.keys(rows);
      expect(length).toBeGreaterThan(7);
      return { read: length, changed: length, removed: 0 };
    };
    expect(report).toEqual({
      status: "mirrored",
      models: {
        groups: counted(listed.groups),
        employees: counted(listed.employees),
        absences: counted(listed.absences),
      },
    });
  });

  test("reads nothing again when nothing has changed", async () => {
    const door = await open();
    const { database, run } = openTestMirror(door);
    await run();
    const before = mirroredState(database, door.integrationId);
    expect(await run()).toEqual({
      status: "mirrored",
      models: { groups: nothing, employees: nothing, absences: nothing },
    });
    expect(await run({ full: true })).toMatchObject({
      models: { groups: { changed: 0 }, employees: { changed: 0 }, absences: { changed: 0 } },
    });
    expect(mirroredState(database, door.integrationId)).toEqual(before);
  });

  test("takes over what was written since its last run, and reads nothing else", async () => {
    const door = await open();
    const { control, kombo, integrationId } = door;
    const { database, run } = openTestMirror(door);
    await run();
    await control.clock.advance("PT1H");
    const header = { "X-Integration-Id": integrationId };
    const created = await kombo.POST("/hris/employees", {
      params: { header },
      body: { first_name: "Ilse", last_name: "Brandt" },
    });
    const employee_id = created.data?.data.id ?? "";
    const [type] = await control.find("hris.absence-types", {}, { integration_id: integrationId });
    await kombo.POST("/hris/absences", {
      params: { header },
      body: {
        employee_id,
        absence_type_id: type?.id ?? "",
        start_date: "2026-03-02",
        end_date: "2026-03-03",
        employee_note: null,
      },
    });
    expect(await run()).toEqual({
      status: "mirrored",
      models: {
        groups: nothing,
        employees: { read: 1, changed: 1, removed: 0 },
        absences: { read: 1, changed: 1, removed: 0 },
      },
    });
    expect(mirroredState(database, integrationId).employees[employee_id]).toMatchObject({
      first_name: "Ilse",
    });
    expect(mirroredState(database, integrationId)).toEqual(await listedState(kombo, integrationId));
  });

  test("learns of deletions, and of what comes back", async () => {
    const door = await open();
    const { control, integrationId } = door;
    const { database, run } = openTestMirror(door);
    const options = { integration_id: integrationId };
    const ada = await control.create("hris.employees", { absences: [{ status: "APPROVED" }] }, options);
    const [absence] = await control.find("hris.absences", { employee_id: ada.id }, options);
    await run();
    const deletedAt = async () => {
      const { employees, absences } = mirroredState(database, integrationId);
      return [employees[ada.id]?.["remote_deleted_at"], absences[absence?.id ?? ""]?.["remote_deleted_at"]];
    };
    expect(await deletedAt()).toEqual([null, null]);

    const now = await control.clock.advance("PT1H");
    await control.remove("hris.employees", ada.id, options);
    await door.kombo.DELETE("/hris/absences/{absence_id}", {
      params: { header: { "X-Integration-Id": integrationId }, path: { absence_id: absence?.id ?? "" } },
      body: {},
    });
    await run();
    expect(await deletedAt()).toEqual([now, now]);

    await control.clock.advance("PT1H");
    await control.update("hris.employees", ada.id, { remote_deleted_at: null }, options);
    await run();
    expect(await deletedAt()).toEqual([null, now]);
  });

  test("sees what waits for a sync when the sync has brought it, deletions with a full one", async () => {
    const door = await open();
    const { control, integrationId } = door;
    const { run } = openTestMirror(door);
    const later = { integration_id: integrationId, visible: "after-sync" } as const;
    const [leaver] = await control.find("hris.employees", {}, { integration_id: integrationId });
    await run();
    await control.clock.advance("PT1H");
    await control.create("hris.groups", { name: "Night shift" }, later);
    await control.remove("hris.employees", leaver?.id ?? "", later);
    expect(await run()).toMatchObject({ models: { groups: nothing, employees: nothing } });
    await control.sync(integrationId, { type: "DELTA" });
    expect(await run()).toMatchObject({ models: { groups: { changed: 1 }, employees: nothing } });
    await control.sync(integrationId, { type: "FULL" });
    expect(await run()).toMatchObject({ models: { employees: { changed: 1 } } });
  });

  test("removes rows that vanished without a deletion in a full run, and only then", async () => {
    const door = await open();
    const { control, kombo, integrationId } = door;
    const { database, run } = openTestMirror(door);
    const options = { integration_id: integrationId };
    const [group] = await control.find("hris.groups", {}, options);
    const gone = await control.create("hris.employees", { groups: [{ id: group?.id ?? "" }] }, options);
    await run();
    await control.purge("hris.employees", gone.id, options);
    expect(await run()).toMatchObject({ models: { employees: { removed: 0 } } });
    expect(Object.keys(mirroredState(database, integrationId).employees)).toContain(gone.id);
    expect(await run({ full: true })).toMatchObject({ models: { employees: { removed: 1 } } });
    expect(mirroredState(database, integrationId)).toEqual(await listedState(kombo, integrationId));
  });

  test("keeps unknown statuses as they come, and null where nothing is", async () => {
    const door = await open();
    const { control, integrationId } = door;
    const { database, run } = openTestMirror(door);
    const { id } = await control.create(
      "hris.employees",
      {
        ...{
          first_name: null,
          last_name: null,
          display_full_name: null,
          work_email: null,
          weekly_hours: null,
        },
        ...{ home_address: null, bank_accounts: null, start_date: null, manager: null, legal_entity: null },
        ...{ employment_status: "Elternzeit (unbezahlt)", gender: "keine Angabe" },
      },
      { integration_id: integrationId },
    );
    await run();
    expect(mirroredState(database, integrationId).employees[id]).toMatchObject({
      ...{ first_name: null, work_email: null, weekly_hours: null, home_address: null, bank_accounts: null },
      ...{ manager_id: null, employment_status: "Elternzeit (unbezahlt)", gender: "keine Angabe" },
    });
  });

  test("holds several integrations apart", async () => {
    const door = await open();
    const { control, kombo, integrationId } = door;
    const { database, run } = openTestMirror(door);
    const other = (await control.integrations.list()).find(
      ({ tool, category }) => tool === "sandbox" && category === "HRIS",
    );
    const otherId = other?.id ?? "";
    await run();
    await run({ integrationId: otherId, full: true });
    await run({ full: true });
    expect(mirroredState(database, integrationId)).toEqual(await listedState(kombo, integrationId));
    expect(mirroredState(database, otherId)).toEqual(await listedState(kombo, otherId));
  });
});
