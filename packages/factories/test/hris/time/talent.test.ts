import type { Partition, StoredRecord } from "@kombo-mock/factories/worlds";
import { expect, test } from "vitest";
import { countries, find, partitionOf, recordsOf, shown } from "./worlds.ts";

const worlds = Array.from({ length: 10 }, (_, seed) =>
  partitionOf({
    seed,
    country: countries[seed % 5] ?? "DE",
    layers: seed < 2 ? ["small", "demo"] : ["small"],
  }),
);

const inCast = (world: Partition, name: string, cast: string): StoredRecord =>
  world.collection(name).record(world.source.rows(name).findIndex((row) => row.cast === cast));

test("who reviews whom is what the type says", () => {
  const wrong = worlds.flatMap((world) => {
    const managerOf = (id: unknown) => find(world, "hris.employees", id)?.["manager_id"];
    const fits: Readonly<Record<string, (reviewee: unknown, reviewer: unknown) => boolean>> = {
      MANAGER: (reviewee, reviewer) => managerOf(reviewee) === reviewer,
      DIRECT_REPORT: (reviewee, reviewer) => managerOf(reviewer) === reviewee,
      PEER: (reviewee, reviewer) => reviewee !== reviewer && managerOf(reviewee) === managerOf(reviewer),
      SELF: (reviewee, reviewer) => reviewee === reviewer,
      null: (_, reviewer) => reviewer === null,
    };
    return recordsOf(world, "hris.performance-reviews").filter(
      (review) => !fits[String(review["type"])]?.(review["reviewee_id"], review["reviewer_id"]),
    );
  });
  expect(wrong).toEqual([]);
  const types = worlds.flatMap((world) =>
    recordsOf(world, "hris.performance-reviews").map(({ type }) => type),
  );
  expect(new Set(types)).toEqual(new Set(["MANAGER", "DIRECT_REPORT", "PEER", "SELF", null]));
});

test("a company rates in one way, and reviews belong to rounds that began before them", () => {
  for (const world of worlds) {
    const reviews = recordsOf(world, "hris.performance-reviews");
    const scales = reviews.map(({ summary_rating: rating }) => JSON.stringify(rating).slice(0, 20));
    expect(new Set(scales).size).toBe(1);
    const early = reviews.filter((review) => {
      const cycle = find(world, "hris.performance-review-cycles", review["review_cycle_id"]);
      return String(review["changed_at"]) < String(cycle?.["review_period_start_date"]);
    });
    expect(early).toEqual([]);
  }
});

test("the reviews of the cast belong to the employee of the cast, and to nobody who is known", () => {
  for (const world of worlds) {
    const employee = inCast(world, "hris.employees", "employee");
    expect(inCast(world, "hris.performance-reviews", "reviewByManager")).toMatchObject({
      reviewee_id: employee.id,
      reviewer_id: employee["manager_id"],
      type: "MANAGER",
    });
    expect(inCast(world, "hris.performance-reviews", "reviewWithoutReviewer")).toMatchObject({
      reviewer_id: null,
      type: null,
    });
  }
});

test("an employee masters a skill at one of its levels, where it has levels", () => {
  const assigned = worlds.flatMap((world) =>
    recordsOf(world, "hris.employee-skill-assignments").map((one) => ({
      level: one["current_level"],
      levels: find(world, "hris.skills", one["skill_id"])?.["ordered_levels"],
    })),
  );
  const wrong = assigned.filter(
    ({ level, levels }) => level !== null && !(Array.isArray(levels) && levels.includes(level)),
  );
  expect(wrong).toEqual([]);
  expect(new Set(assigned.map(({ level }) => level)).size).toBeGreaterThan(5);
});

test("a skill's scale has its levels, and a place expects one of them", () => {
  const expected = [...worlds, partitionOf({ layers: ["small", "demo", "edge"] })].flatMap((world) => {
    for (const skill of recordsOf(world, "hris.skills")) {
      const scale = skill["proficiency_scale"];
      const names = isScale(scale) ? scale.ordered_options.map(({ name }) => name) : null;
      expect(names).toEqual(skill["ordered_levels"]);
    }
    return recordsOf(world, "hris.staffing-entities").flatMap((entity) => {
      const { skills } = shown(world, "hris.staffing-entities", entity);
      return Array.isArray(skills) ? skills : [];
    });
  });
  const selected = expected.filter(({ expected_proficiency: level }) => level?.type === "SINGLE_SELECT");
  const wrong = selected.filter(({ skill, expected_proficiency: { selected_option_id: id } }) => {
    const scale: unknown = skill.proficiency_scale;
    return !isScale(scale) || !scale.ordered_options.some((option) => option.id === id);
  });
  expect(selected.length).toBeGreaterThan(20);
  expect(wrong).toEqual([]);
});

interface Scale {
  readonly ordered_options: readonly { readonly id: string; readonly name: string }[];
}

function isScale(value: unknown): value is Scale {
  return typeof value === "object" && value !== null && "ordered_options" in value;
}

test("the staffing entities of the cast are what their names say", () => {
  const states = {
    openRequisition: { model_type: "REQUISITION", status: "OPEN_LIMITED", parent_id: null },
    closedPosition: { model_type: "POSITION", status: "CLOSED", number_of_openings: null },
    frozenJobPosition: { model_type: "JOB", status: "FROZEN" },
  };
  for (const world of worlds) {
    for (const [cast, state] of Object.entries(states))
      expect(inCast(world, "hris.staffing-entities", cast)).toMatchObject(state);
    const made = inCast(world, "hris.staffing-entities", "requisitionOfPosition");
    const parent = find(world, "hris.staffing-entities", made["parent_id"]);
    expect(parent).toMatchObject({ model_type: "POSITION", name: made["name"] });
    expect(String(parent?.["remote_created_at"]) <= String(made["remote_created_at"])).toBe(true);
  }
});

test("a requisition belongs to the department of the position that it was made from", () => {
  const groupsOf = (world: Partition, entity: StoredRecord | undefined) =>
    entity && shown(world, "hris.staffing-entities", entity)["groups"];
  const made = worlds.flatMap((world) =>
    recordsOf(world, "hris.staffing-entities")
      .filter((entity) => entity["parent_id"] !== null)
      .map((entity) => ({
        own: groupsOf(world, entity),
        parents: groupsOf(world, find(world, "hris.staffing-entities", entity["parent_id"])),
      })),
  );
  expect(made.length).toBeGreaterThan(worlds.length);
  expect(made.filter(({ own }) => !Array.isArray(own) || own.length === 0)).toEqual([]);
  expect(made.map(({ own }) => own)).toEqual(made.map(({ parents }) => parents));
});

test("a page in the tool has the id that the tool has for the record", () => {
  const [record] = recordsOf(partitionOf(), "hris.staffing-entities");
  expect(record?.["remote_url"]).toBe(`https://bamboohr.example.com/positions/${record?.["remote_id"]}`);
});

test("the skills of the cast are graded or not", () => {
  const world = partitionOf();
  expect(inCast(world, "hris.skills", "skill")["ordered_levels"]).toBeNull();
  expect(inCast(world, "hris.skills", "skillWithLevels")["ordered_levels"]).toHaveLength(4);
});
