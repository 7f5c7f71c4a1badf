import { expect, test } from "vitest";
import { companyHost } from "../../src/people.ts";
import { castOf, linksOf, peoplePartition, recordsOf, recordWith } from "./people-partitions.ts";

const employees = "hris.employees";
const small = Array.from({ length: 50 }, (_, seed) => peoplePartition(["small"], { seed: seed + 1 }));
const demo = peoplePartition(["small", "demo"], { country: "NL" });
const large = peoplePartition(["small", "large"]);
const worlds = [...small, demo, peoplePartition(["small", "demo", "large"]), large];

/** The employees' ids in the tool, each with those of all managers above. */
function chainsOf(partition: ReturnType<typeof peoplePartition>) {
  const rows = partition.source.rows(employees).filter(({ bare }) => !bare);
  const managers = new Map(rows.map((row) => [row.remoteId, row.relations?.["manager_id"] ?? null]));
  return rows.map(({ remoteId }) => {
    const chain: string[] = [];
    for (let id = managers.get(remoteId); id && chain.length < 20; id = managers.get(id)) chain.push(id);
    return { remoteId, chain };
  });
}

test("all managers' chains end at who leads the company, after several levels", () => {
  for (const world of worlds) {
    const chains = chainsOf(world);
    expect(chains.filter(({ remoteId, chain }) => (chain.at(-1) ?? remoteId) !== "1001")).toEqual([]);
    const levels = Math.max(...chains.map(({ chain }) => chain.length));
    expect(levels).toBeGreaterThanOrEqual(4);
    expect(levels).toBeLessThan(7);
  }
});

test("nobody has more people to lead than a manager can, and no manager left or is still to come", () => {
  for (const world of [demo, large]) {
    const rows = world.source.rows(employees);
    const led = Map.groupBy(rows, (row) => row.relations?.["manager_id"] ?? "");
    led.delete("");
    expect(Math.max(...[...led.values()].map((reports) => reports.length))).toBeLessThan(30);
    const gone = rows.filter(
      ({ remoteId, traits = [] }) =>
        led.has(remoteId) && traits.some((trait) => ["leaver", "newHire", "deleted"].includes(trait)),
    );
    expect(gone).toEqual([]);
  }
});

test("a manager belongs to the same department, or leads the company", () => {
  const departmentOf = (remoteId: string | undefined | null) =>
    demo.source.rows(employees).find((row) => row.remoteId === remoteId)?.links?.["group_links"]?.[0]
      ?.remoteId;
  const added = demo.source.rows(employees).filter(({ remoteId }) => remoteId.startsWith("20"));
  const astray = added.filter(({ remoteId, relations }) => {
    const manager = relations?.["manager_id"];
    return manager !== "1001" && departmentOf(manager) !== departmentOf(remoteId);
  });
  expect(added).toHaveLength(176);
  expect(astray).toEqual([]);
});

test("work addresses are different people's, and of the company's host", () => {
  for (const world of [...small, demo, large]) {
    const addresses = world
      .collection(employees)
      .column("work_email")
      .filter((address) => address !== null);
    const company = String(castOf(world, "hris.legal-entities", "legalEntity")["name"]);
    expect(new Set(addresses).size).toBe(addresses.length);
    expect(addresses.filter((address) => !String(address).endsWith(`@${companyHost(company)}`))).toEqual([]);
  }
});

test("employment rows lead to the current one, which has the employee's own title and type", () => {
  for (const world of [...small.slice(0, 10), demo]) {
    const wrong = recordsOf(world, employees).filter((employee) => {
      if (employee["first_name"] === null) return false;
      const own = world.collection("hris.employments").withValue("employee_id", employee.id);
      const terms = own.map((number) => world.collection("hris.employments").record(number));
      const days = terms.map((one) => String(one["effective_date"]));
      const current = terms.at(-1);
      return (
        new Set(days).size !== days.length ||
        days.toSorted().join() !== days.join() ||
        days[0] !== employee["start_date"] ||
        current?.["job_title"] !== employee["job_title"] ||
        current?.["employment_type"] !== employee["employment_type"] ||
        current?.["remote_deleted_at"] !== employee["remote_deleted_at"]
      );
    });
    expect(wrong).toEqual([]);
  }
});

test("people are employed by a legal entity of the country in which they work, and paid in its currency", () => {
  const currencies: Readonly<Record<string, string>> = {
    DE: "EUR",
    FR: "EUR",
    GB: "GBP",
    NL: "EUR",
    US: "USD",
  };
  const countryAt = (collection: string, id: unknown) => {
    const address = recordWith(demo, collection, id)?.["address"];
    return address && typeof address === "object" && "country" in address ? String(address.country) : null;
  };
  const seen = new Set<string>();
  const wrong = recordsOf(demo, "hris.employments").filter((terms) => {
    const employee = recordWith(demo, employees, terms["employee_id"]);
    const place = countryAt("hris.locations", employee?.["work_location_id"]);
    const employer = countryAt("hris.legal-entities", employee?.["legal_entity_id"]);
    if (place !== null) seen.add(place);
    return (place !== null && place !== employer) || terms["pay_currency"] !== currencies[employer ?? ""];
  });
  expect(wrong).toEqual([]);
  expect(seen.size).toBe(3);
});

test("each name of the cast is of whom it says", () => {
  for (const world of small) {
    const of = (cast: string) => castOf(world, employees, cast);
    const reports = world.collection(employees).withValue("manager_id", of("manager").id);
    const rowOf = (cast: string) => world.source.rows(employees).find((row) => row.cast === cast);
    const chain = chainsOf(world).find(({ remoteId }) => remoteId === rowOf("chainOfFour")?.remoteId);
    const terms = world
      .collection("hris.employments")
      .withValue("employee_id", of("withSeveralEmployments").id);
    expect(of("chiefExecutive")).toMatchObject({ manager_id: null, job_title: "Chief Executive Officer" });
    expect(reports.length).toBeGreaterThan(1);
    expect(chain?.chain).toHaveLength(4);
    expect(terms).toHaveLength(3);
    expect(linksOf(of("withSeveralGroups"), "group_links").length).toBeGreaterThan(3);
    expect(of("withoutEmail")).toMatchObject({ work_email: null, personal_email: null });
    expect(of("onLeave")["employment_status"]).toBe("LEAVE");
    expect(of("leaver")["employment_status"]).toBe("INACTIVE");
    expect(of("newHire")["employment_status"]).toBe("PENDING");
    expect(of("partTimer")["employment_type"]).toBe("PART_TIME");
    expect(of("contractor")["employment_type"]).toBe("CONTRACT");
    expect(of("workingStudent")["employment_type"]).toBe("WORKING_STUDENT");
    expect(of("unmappedEmploymentType")["employment_type"]).not.toMatch(/^[A-Z]+(_[A-Z]+)?$/);
    expect(of("umlautName")["last_name"]).toMatch(/ö.*ß.*ü/);
    expect(of("rightToLeftName")["first_name"]).toMatch(/^\p{Script=Arabic}+$/u);
    expect(of("deletedEmployee")["remote_deleted_at"]).not.toBeNull();
    expect(of("bareEmployee")).toMatchObject({ first_name: null, manager_id: null, remote_deleted_at: null });
    const group = (cast: string) => castOf(world, "hris.groups", cast);
    expect(group("team")["parent_id"]).toBe(group("department").id);
    expect(group("nestedTeam")["parent_id"]).toBe(group("team").id);
    expect(group("costCenter")["type"]).toBe("COST_CENTER");
    expect(group("groupWithoutType")["type"]).toBeNull();
    expect(castOf(world, "hris.locations", "locationWithoutAddress")["address"]).toBeNull();
    expect(castOf(world, "hris.locations", "headquarters")["type"]).toBe("HEADQUARTERS");
  }
});

test("the demo company has people in every state, most of them at work", () => {
  const statuses = Map.groupBy(demo.collection(employees).column("employment_status"), (status) => status);
  expect(
    [...statuses.keys()]
      .filter((status) => status !== null)
      .map(String)
      .toSorted(),
  ).toEqual(["ACTIVE", "INACTIVE", "LEAVE", "PENDING"]);
  expect(statuses.get("ACTIVE")?.length).toBeGreaterThan(150);
});

test("groups form trees: no team lies below itself", () => {
  for (const world of [demo, large]) {
    const parents = new Map(
      world.source.rows("hris.groups").map((row) => [row.remoteId, row.relations?.["parent_id"]]),
    );
    const depths = [...parents.keys()].map((own) => {
      let depth = 0;
      for (let id = parents.get(own); id && depth < 50; id = parents.get(id)) depth++;
      return depth;
    });
    expect(Math.max(...depths)).toBeLessThan(6);
    expect(Math.max(...depths)).toBeGreaterThan(1);
  }
});
