import { describe, expect, test } from "vitest";
import { doors, type OpenDoor, openTestMirror } from "./doors.ts";
import { listedState, mirroredState } from "./states.ts";

/** An employee in a group and with a manager, mirrored an hour ago. */
async function member(door: OpenDoor) {
  const { control, kombo, integrationId } = door;
  const { database, run } = openTestMirror(door);
  const options = { integration_id: integrationId };
  const employee = await control.create(
    "hris.employees",
    { groups: [{ name: "Choir" }], manager: { first_name: "Grace" } },
    options,
  );
  const [choir = { id: "" }] = employee.groups;
  // What changes at the very time at which a run begins is read by the next run again.
  await control.clock.advance("PT1H");
  await run();
  await control.clock.advance("PT1H");
  const groupsInMirror = () =>
    mirroredState(database, integrationId).memberships.filter((one) => one.startsWith(employee.id));
  const expectSame = async () =>
    expect(mirroredState(database, integrationId)).toEqual(await listedState(kombo, integrationId));
  return { ...door, options, run, employee, choir, groupsInMirror, expectSame };
}

describe.each(doors)("what belongs to an employee over $name", ({ open }) => {
  test("brings the employee again without a newer changed_at, whose row stays", async () => {
    const { control, options, run, employee } = await member(await open());
    await control.update("hris.employees", employee.manager_id ?? "", { job_title: "Cantor" }, options);
    expect(await run()).toMatchObject({ models: { employees: { read: 2, changed: 1 } } });
  });

  test("tells of joined and left groups, though the employee's own values stay", async () => {
    const { control, options, run, employee, choir, groupsInMirror, expectSame } = await member(await open());
    const [other = { id: "" }] = await control.find("hris.groups", {}, options);
    await control.update("hris.employees", employee.id, { groups: [{ id: other.id }] }, options);
    expect(await run()).toMatchObject({
      models: { groups: { read: 0 }, employees: { read: 1, changed: 0 } },
    });
    expect(groupsInMirror()).toEqual([`${employee.id} ${other.id}`]);
    expect(other.id).not.toBe(choir.id);
    await expectSame();
  });

  test("tells nothing when a group is deleted, which the mirror sees by the group", async () => {
    const { control, options, run, choir, groupsInMirror, expectSame } = await member(await open());
    await control.remove("hris.groups", choir.id, options);
    expect(await run()).toMatchObject({ models: { groups: { changed: 1 }, employees: { read: 0 } } });
    expect(groupsInMirror()).toEqual([]);
    await expectSame();
  });

  test("is read whole when a deleted group comes back, also after the employee was read without it", async () => {
    const { control, options, run, employee, choir, groupsInMirror, expectSame } = await member(await open());
    await control.remove("hris.groups", choir.id, options);
    await control.update("hris.employees", employee.id, { job_title: "Tenor" }, options);
    await control.clock.advance("PT1H");
    await run();
    await control.clock.advance("PT1H");
    await control.update("hris.groups", choir.id, { remote_deleted_at: null }, options);
    await run();
    expect(groupsInMirror()).toEqual([`${employee.id} ${choir.id}`]);
    await expectSame();
  });
});
