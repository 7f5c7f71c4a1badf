import { describe, expect, test } from "vitest";
import { doors, recordsOf, rowsOf } from "./doors.ts";

const chaosOf = (chaos: object) => ({ chaos });

describe.each(doors)("events, $name", (door) => {
  test("an event that comes twice is handled once", async () => {
    const { control, hris, endpoint, quiet, takeLists, ...open } = await door.open();
    await control.webhooks.endpoints.update(endpoint, chaosOf({ duplicate: { every: 1 } }));
    await control.create("hris.absences", { status: "REQUESTED" }, { integration_id: hris });
    await quiet();
    const deliveries = await control.webhooks.deliveries();
    expect(deliveries).toHaveLength(2);
    expect(deliveries.map(({ state }) => state)).toEqual(["delivered", "delivered"]);
    expect(rowsOf(open, "events")).toHaveLength(1);
    expect(takeLists()).toEqual(["/hris/absences"]);
    await control.webhooks.redeliver(deliveries[0]?.id ?? "");
    await quiet();
    expect(rowsOf(open, "events")).toHaveLength(1);
    expect(takeLists()).toEqual([]);
  });

  test("of two states that come in the wrong order the later one counts", async () => {
    const { control, hris, endpoint, quiet, ...open } = await door.open();
    await control.webhooks.endpoints.update(endpoint, chaosOf({ reorder: { first: 1 } }));
    await control.integrations.update(hris, { status: "INVALID" });
    await control.clock.advance("PT1M");
    await control.integrations.update(hris, { status: "ACTIVE" });
    await quiet({ flush: true });
    const states = (await control.webhooks.deliveries({ type: "integration-state-changed" })).map(
      ({ attempts }) => JSON.parse(attempts[0]?.request.body ?? "").data.state,
    );
    expect(states).toEqual(["ACTIVE", "INVALID"]);
    expect(rowsOf(open, "events")).toHaveLength(2);
    expect(rowsOf(open, "integrations")).toMatchObject([{ id: hris, category: "HRIS", state: "ACTIVE" }]);
  });

  test("a new integration is known, whichever of its webhooks comes first", async () => {
    const { control, endpoint, quiet, kombo, ...open } = await door.open();
    await control.webhooks.endpoints.update(endpoint, chaosOf({ reorder: { first: 1 } }));
    const { data } = await kombo.POST("/connect/create-link", {
      body: {
        ...{ end_user_email: "ada@example.com", end_user_organization_name: "Acme" },
        ...{ end_user_origin_id: "customer-7", integration_tool: "hibob" },
      },
    });
    const { integration_id } = await control.connect(data?.data.link ?? "");
    const id = integration_id ?? expect.fail("Nothing was connected.");
    await control.integrations.update(id, { status: "INVALID" });
    await quiet({ flush: true });
    const types = rowsOf(open, "events").map(({ type }) => type);
    expect(types.indexOf("integration-created")).toBeGreaterThan(0);
    expect(rowsOf(open, "integrations")).toMatchObject([
      { id, category: "HRIS", origin_id: "customer-7", state: "INVALID" },
    ]);
  });

  test("nothing is kept of an integration that was deleted, also when something of it comes late", async () => {
    const { control, hris, endpoint, quiet, takeLists, ...open } = await door.open();
    await control.create("hris.absences", {}, { integration_id: hris });
    await quiet();
    expect(recordsOf(open, "absences")).not.toEqual([]);
    takeLists();
    await control.webhooks.endpoints.update(endpoint, chaosOf({ delay: { first: 2 } }));
    await control.integrations.update(hris, { status: "INVALID" });
    await control.create("hris.absences", {}, { integration_id: hris });
    await control.integrations.remove(hris);
    await quiet();
    const kept = () => ["integrations", "records", "fetches", "due"].flatMap((table) => rowsOf(open, table));
    expect(rowsOf(open, "deleted")).toEqual([{ id: hris }]);
    expect(kept()).toEqual([]);
    await quiet({ flush: true });
    const [first, second, third] = await control.webhooks
      .deliveries()
      .then((all) => all.slice(1).map(({ type, chaos }) => `${type} ${chaos.join()}`));
    expect([first, second, third]).toEqual([
      "integration-state-changed delay",
      "data-changed delay",
      "integration-deleted ",
    ]);
    expect(rowsOf(open, "events")).toHaveLength(4);
    expect(kept()).toEqual([]);
    expect(takeLists()).toEqual([]);
  });

  test("nothing is kept of an integration that is deleted while its lists are fetched", async () => {
    const { control, hris, quiet, meanwhile, takeLists, ...open } = await door.open();
    meanwhile(async () => {
      await control.integrations.remove(hris);
      await control.settle();
    });
    await control.create("hris.absences", {}, { integration_id: hris });
    await quiet();
    expect(takeLists()).toContain("/hris/absences");
    expect(rowsOf(open, "deleted")).toEqual([{ id: hris }]);
    for (const table of ["records", "fetches", "due"]) expect(rowsOf(open, table)).toEqual([]);
  });

  test("events that ask for nothing are taken all the same", async () => {
    const { control, quiet, takeLists, ...open } = await door.open();
    for (const type of ["sync-finished", "connection-flow-failed", "assessment:order-received"] as const)
      await control.webhooks.trigger(type);
    await quiet();
    expect(rowsOf(open, "events")).toHaveLength(3);
    expect(takeLists()).toEqual([]);
  });
});
