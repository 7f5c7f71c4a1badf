import { describe, expect, test } from "vitest";
import { createKomboClient } from "../src/kombo-client.ts";
import { mirrorIntegration } from "../src/mirror-integration.ts";
import { doors, type OpenDoor, openTestMirror } from "./doors.ts";
import { listedState, mirroredState } from "./states.ts";

/** A client that does something before each of its requests. */
function komboBefore({ baseUrl, apiKey, send }: OpenDoor, before: (request: number) => Promise<void>) {
  let requests = 0;
  return createKomboClient({
    ...{ apiKey, baseUrl },
    async fetch(request) {
      await before(++requests);
      return send(request);
    },
  });
}

describe.each(doors)("a run that is disturbed over $name", ({ open }) => {
  test.each([1, 2, 4, 9])(
    "by a network that breaks at request %i writes nothing, and is repeated",
    async (at) => {
      const door = await open();
      const { kombo, integrationId } = door;
      const { database, run } = openTestMirror(door);
      const empty = mirroredState(database, integrationId);
      const broken = komboBefore(door, async (request) => {
        if (request === at) throw new TypeError("fetch failed");
      });
      await expect(run({ kombo: broken, pageSize: 5 })).rejects.toThrow("fetch failed");
      expect(mirroredState(database, integrationId)).toEqual(empty);
      expect(await run({ pageSize: 5 })).toMatchObject({ status: "mirrored" });
      expect(mirroredState(database, integrationId)).toEqual(await listedState(kombo, integrationId));
    },
  );

  test("by a database that takes no more writes nothing, and misses nothing when repeated", async () => {
    const door = await open();
    const { control, kombo, integrationId } = door;
    const { database, run } = openTestMirror(door);
    await run();
    await control.clock.advance("PT1H");
    const options = { integration_id: integrationId };
    await control.create("hris.employees", { absences: [{}], groups: [{ name: "Choir" }] }, options);
    const before = mirroredState(database, integrationId);
    database.exec(
      "CREATE TRIGGER full BEFORE INSERT ON absences BEGIN SELECT RAISE(ABORT, 'disk full'); END",
    );
    await expect(run()).rejects.toThrow("disk full");
    expect(mirroredState(database, integrationId)).toEqual(before);
    database.exec("DROP TRIGGER full");
    await control.clock.advance("PT1H");
    await run();
    expect(mirroredState(database, integrationId)).toEqual(await listedState(kombo, integrationId));
  });

  test("by writes between its pages has them after the next run", async () => {
    const door = await open();
    const { control, kombo, integrationId } = door;
    const { database, run } = openTestMirror(door);
    const options = { integration_id: integrationId };
    const employees = await control.find("hris.employees", {}, options);
    const busy = komboBefore(door, async (request) => {
      await control.clock.advance("PT1S");
      const { id } = employees[request] ?? { id: "" };
      await control.update("hris.employees", id, { job_title: `Title ${request}` }, options);
      await control.create(
        "hris.employees",
        { groups: [{ name: `Group ${request}` }], absences: [{}] },
        options,
      );
    });
    await run({ kombo: busy, pageSize: 8 });
    await run();
    expect(mirroredState(database, integrationId)).toEqual(await listedState(kombo, integrationId));
  });

  test("by a clock that is ahead of the API's misses nothing", async () => {
    const door = await open();
    const { control, kombo, integrationId } = door;
    const { database } = openTestMirror(door);
    const runAhead = async () => {
      const ahead = Date.parse(await control.clock.now()) + 240_000;
      return mirrorIntegration(database, kombo, { integrationId, now: () => new Date(ahead) });
    };
    await runAhead();
    await control.clock.advance("PT1M");
    await control.create("hris.employees", {}, { integration_id: integrationId });
    expect(await runAhead()).toMatchObject({ models: { employees: { read: 1, changed: 1 } } });
    // What is read twice for that is not written twice.
    expect(await runAhead()).toMatchObject({ models: { employees: { read: 1, changed: 0 } } });
  });
});
