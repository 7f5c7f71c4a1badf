import { describe, expect, test } from "vitest";
import { type ListName, readLists } from "../src/read-lists.ts";
import { doors, type OpenDoor, recordsOf, rowsOf } from "./doors.ts";

const inAbsences = { status: "REQUESTED" } as const;

/** What the API lists. */
async function listed({ kombo }: OpenDoor, integrationId: string, list: ListName) {
  const records: { readonly id: string }[] = await readLists[list](kombo, { integrationId });
  return records.sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** What happens in the tool, and the lists that show it. */
const changes: readonly {
  readonly what: string;
  readonly to: "hris" | "ats";
  readonly make: (door: OpenDoor, integration_id: string) => Promise<unknown>;
  readonly lists: readonly string[];
}[] = [
  {
    what: "a requested absence",
    to: "hris",
    make: ({ control }, integration_id) => control.create("hris.absences", inAbsences, { integration_id }),
    lists: ["/hris/absences"],
  },
  {
    what: "a location",
    to: "hris",
    make: ({ control }, integration_id) => control.create("hris.locations", {}, { integration_id }),
    lists: ["/hris/employees"],
  },
  {
    what: "a group",
    to: "hris",
    make: ({ control }, integration_id) => control.create("hris.groups", {}, { integration_id }),
    lists: ["/hris/employees", "/hris/groups"],
  },
  {
    what: "a tag",
    to: "ats",
    make: ({ control }, integration_id) => control.create("ats.tags", {}, { integration_id }),
    lists: ["/ats/applications"],
  },
  {
    what: "a rejection reason, which no list shows that is kept",
    to: "ats",
    make: ({ control }, integration_id) => control.create("ats.rejection-reasons", {}, { integration_id }),
    lists: [],
  },
];

describe.each(doors)("fetching, $name", (door) => {
  test.each(changes)(
    "the lists of the models that changed, and no others: $what",
    async ({ to, make, lists }) => {
      const open = await door.open();
      await make(open, open[to]);
      await open.quiet();
      expect(open.takeLists()).toEqual(lists);
      expect(rowsOf(open, "due")).toEqual([]);
      for (const list of lists) {
        const name = list.replace(/^\/\w+\//, "") as ListName;
        expect(recordsOf(open, name)).toEqual(await listed(open, open[to], name));
      }
    },
  );

  test("after the first time only what changed since the last fetch began is asked for", async () => {
    const open = await door.open();
    const { control, hris, quiet } = open;
    for (const step of [1, 2]) {
      await control.create("hris.absences", inAbsences, { integration_id: hris, count: step });
      await quiet();
    }
    const [first, second] = await control.requests("GET /hris/absences");
    expect(first?.request.query).not.toContain("updated_after");
    expect(second?.request.query).toContain("updated_after=2026-01-15T08%3A55%3A00.000Z");
    expect(recordsOf(open, "absences")).toEqual(await listed(open, hris, "absences"));
  });

  test("a list that cannot be fetched for now stays due, and is fetched when it can", async () => {
    const open = await door.open();
    const { control, hris, quiet, receiver, unfetched } = open;
    await control.fail("GET /hris/absences", "REMOTE.SERVICE_UNAVAILABLE", { times: 1 });
    await control.create("hris.absences", inAbsences, { integration_id: hris });
    await quiet();
    expect(unfetched).toMatchObject([
      { list: "absences", failure: { status: 503, code: "REMOTE.SERVICE_UNAVAILABLE" } },
    ]);
    expect(rowsOf(open, "due")).toMatchObject([{ integration_id: hris, list: "absences" }]);
    await receiver.fetchDue();
    expect(rowsOf(open, "due")).toEqual([]);
    expect(recordsOf(open, "absences")).toEqual(await listed(open, hris, "absences"));
  });

  test("a list that is not to be had is not asked for again", async () => {
    const open = await door.open();
    const { control, hris, quiet, receiver, takeLists, unfetched } = open;
    await control.create("hris.absences", inAbsences, { integration_id: hris });
    await control.integrations.update(hris, { status: "INACTIVE" });
    await control.webhooks.trigger("data-changed", { integration_id: hris });
    await quiet();
    expect(unfetched.length).toBeGreaterThan(0);
    takeLists();
    await receiver.fetchDue();
    expect(takeLists()).toEqual([]);
  });

  test("what a lost webhook did not tell is found by fetching everything", async () => {
    const open = await door.open();
    const { control, hris, quiet, endpoint, receiver, takeLists } = open;
    await control.create("hris.absences", inAbsences, { integration_id: hris });
    await quiet();
    await control.webhooks.endpoints.update(endpoint, { chaos: { drop: { every: 1 } } });
    const { id } = await control.create("hris.absences", inAbsences, { integration_id: hris });
    const [gone] = await control.find("hris.absences", { status: "APPROVED" }, { integration_id: hris });
    await control.purge("hris.absences", gone?.id ?? "", { integration_id: hris });
    await quiet({ flush: true });
    takeLists();
    const kept = () => recordsOf(open, "absences").map((one) => one["id"]);
    expect(kept()).not.toContain(id);
    expect(kept()).toContain(gone?.id);
    await receiver.fetchAll();
    expect(new Set(takeLists())).toEqual(
      new Set(["/hris/absences", "/hris/employees", "/hris/groups", "/hris/time-off-balances"]),
    );
    expect(kept()).toContain(id);
    expect(kept()).not.toContain(gone?.id);
    for (const list of ["absences", "employees", "groups", "balances"] as const)
      expect(recordsOf(open, list)).toEqual(await listed(open, hris, list));
  });
});
