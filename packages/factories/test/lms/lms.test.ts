import {
  type Country,
  lmsCourseFactory,
  lmsCourseProgressionFactory,
  lmsCourseProviderFactory,
  lmsCourseRevisionFactory,
  lmsSkillFactory,
  lmsUserFactory,
} from "@kombo-mock/factories";
import type { Partition, StoredRecord } from "@kombo-mock/factories/worlds";
import { entityFields } from "@kombo-mock/openapi";
import { answerValidators } from "@kombo-mock/openapi/answers/lms";
import { expect, test } from "vitest";
import { lmsCast } from "../../src/lms/lms.cast.ts";
import { lmsCollections } from "../../src/lms/lms.collections.ts";
import { partitionOf, recordsIn } from "../ats/partition-checks.ts";
import { page } from "../document.ts";

const countries = ["DE", "FR", "GB", "NL", "US"] as const satisfies readonly Country[];
const keys = Array.from({ length: 100 }, (_, index) => String(index));

const worldOf = (seed: number, layers: readonly ("small" | "demo" | "edge")[]) =>
  partitionOf(lmsCollections, layers, {
    ...{ tool: "moodle", category: "LMS", seed },
    country: countries[seed % countries.length] ?? "DE",
  });
const partitions = [
  ...Array.from({ length: 10 }, (_, seed) => worldOf(seed, ["small"])),
  worldOf(1, ["small", "demo"]),
  worldOf(1, ["small", "edge"]),
];

function faultsOf(operation: string, records: readonly unknown[]): readonly string[] {
  const success = answerValidators[operation]?.success;
  if (!success) throw new Error(`The document has no answer of "${operation}".`);
  if (success({ status: "success", data: page(records) })) return [];
  return (success.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

const cases = [
  { operation: "GET /lms/users", factory: lmsUserFactory },
  { operation: "GET /lms/skills", factory: lmsSkillFactory },
  { operation: "GET /lms/courses", factory: lmsCourseFactory },
  { operation: "GET /lms/course-progressions", factory: lmsCourseProgressionFactory },
].flatMap(({ operation, factory }) =>
  [null, ...factory.traits].map((trait) => ({ operation, factory, trait, name: trait ?? "plain" })),
);

test.each(cases)("$operation: builds ($name) are such as the document allows", ({ operation, ...one }) => {
  // The factories differ in type; each takes its own traits.
  const factory = one.factory as unknown as typeof lmsUserFactory;
  const made = one.trait === null ? factory : factory.with(one.trait as "deleted");
  const records = keys.map((key) => made.key(key).build());
  expect(faultsOf(operation, records)).toEqual([]);
  expect(faultsOf(operation, [{ ...records[0], id: 7 }])).not.toEqual([]);
});

test("a course has a revision that teaches what its title says, and a provider with a name", () => {
  const course = lmsCourseFactory.build();
  const [revision] = course.revisions;
  expect(revision?.course_id).toBe(course.id);
  expect(revision?.status).toBe("ACTIVE");
  expect(course.provider).toMatchObject({ id: course.provider_id, name: expect.any(String) });
  expect(lmsCourseFactory.with("withoutProvider").build()).toMatchObject({
    provider_id: null,
    provider: null,
  });
  expect(lmsCourseProviderFactory.build().name).not.toBe("");
  const taught = lmsCourseRevisionFactory.with({ title: "Feedback that helps" }).build();
  expect(taught.skill_assignments.map(({ skill }) => skill.name)).toEqual(["Communication"]);
});

const instant = (value: unknown) => Date.parse(String(value));

const progressionsOf = (partition: Partition) => recordsIn(partition, "lms.course-progressions");

const related = (partition: Partition, collection: string, id: unknown): StoredRecord => {
  const found = partition.collection(collection);
  return found.record(found.numberOf(String(id)) ?? -1);
};

test("nobody is enrolled before there are the user and the revision, nor done before being enrolled", () => {
  const odd = partitions
    .slice(0, -1)
    .flatMap((partition) =>
      progressionsOf(partition).filter(
        ({ user_id, course_revision_id, enrolled_at, completed_at, changed_at }) =>
          instant(enrolled_at) < instant(related(partition, "lms.users", user_id)["remote_created_at"]) ||
          instant(enrolled_at) <
            instant(related(partition, "lms.course-revisions", course_revision_id)["remote_created_at"]) ||
          (completed_at !== null && instant(completed_at) < instant(enrolled_at)) ||
          instant(changed_at) < instant(completed_at ?? enrolled_at),
      ),
    );
  expect(odd).toEqual([]);
});

test("a progression has an end exactly where it is completed", () => {
  const states = partitions.flatMap((partition) =>
    progressionsOf(partition)
      .filter(({ bare }) => bare !== true)
      .map(({ status, completed_at }) => `${status} ${completed_at !== null}`),
  );
  expect(new Set(states)).toEqual(
    new Set(["ENROLLED false", "IN_PROGRESS false", "COMPLETED true", "DROPPED false", "null false"]),
  );
});

test("a newer revision comes after the one whose place it takes, which is INACTIVE then", () => {
  for (const partition of partitions) {
    const byCourse = Map.groupBy(recordsIn(partition, "lms.course-revisions"), ({ course_id }) => course_id);
    for (const [course, revisions] of byCourse) {
      const own = revisions.filter(({ remote_id }) => /^revision-\d+-\d+$/.test(String(remote_id)));
      const created = own.map((one) => String(one["remote_created_at"]));
      expect(created, String(course)).toEqual(created.toSorted());
      const open = own.slice(0, -1).filter(({ status }) => status !== "INACTIVE");
      expect(open, String(course)).toEqual([]);
    }
  }
});

test.each([
  ["lms.users", "LmsUser"],
  ["lms.courses", "LmsCourse"],
  ["lms.course-revisions", "LmsCourseRevision"],
  ["lms.course-progressions", "LmsCourseProgression"],
  ["lms.skills", "LmsSkill"],
])("%s: everything that may be null is, in some record of the edge world", (collection, entity) => {
  const records = recordsIn(worldOf(1, ["small", "edge"]), collection);
  const nullable = Object.entries(entityFields[entity] ?? {}).filter(
    ([field, entry]) => entry.nullable && field !== "provider",
  );
  expect(nullable.length).toBeGreaterThan(2);
  expect(nullable.filter(([field]) => !records.some((record) => record[field] === null))).toEqual([]);
});

test("whoever the cast names is what the name says", () => {
  const [partition = worldOf(1, ["small"])] = partitions;
  const cast = (name: keyof typeof lmsCast) => {
    const { collection } = lmsCast[name];
    const number = partition.source.rows(collection).findIndex((row) => row.cast === name);
    return partition.collection(collection).record(number);
  };
  const of = (collection: string, key: string, name: keyof typeof lmsCast) =>
    recordsIn(partition, collection).filter((record) => record[key] === cast(name).id);
  const revisionsOf = (name: keyof typeof lmsCast) =>
    of("lms.course-revisions", "course_id", name).map(({ status }) => status);
  expect(of("lms.course-progressions", "user_id", "learner").length).toBeGreaterThan(1);
  expect(of("lms.course-progressions", "user_id", "newLearner")).toEqual([]);
  expect(cast("learnerWithoutEmail")["work_email"]).toBeNull();
  expect(cast("inactiveLearner")["status"]).toBe("INACTIVE");
  expect(cast("deletedLearner")["remote_deleted_at"]).not.toBeNull();
  expect(revisionsOf("course")).toEqual(["ACTIVE"]);
  expect(revisionsOf("courseWithSeveralRevisions")).toEqual(["INACTIVE", "ACTIVE"]);
  expect(revisionsOf("deactivatedCourse")).toEqual(["INACTIVE"]);
  expect(revisionsOf("courseWithoutRevisions")).toEqual([]);
  expect(cast("courseWithoutProvider")["provider_id"]).toBeNull();
  expect(cast("upsertedCourse")["origin_id"]).toMatch(/^course-\d+$/);
  expect(cast("courseRevision")["status"]).toBe("ACTIVE");
  expect(cast("inactiveRevision")["status"]).toBe("INACTIVE");
  expect(cast("courseProvider")["name"]).toEqual(expect.any(String));
  expect(of("lms.course-revisions", "course_id", "courseWithSeveralRevisions")[0]?.["skill_links"]).toEqual([
    { id: cast("taughtSkill").id },
  ]);
  expect(cast("assignedProgression")["status"]).toBe("ENROLLED");
  expect(cast("startedProgression")["status"]).toBe("IN_PROGRESS");
  expect(cast("completedProgression")["status"]).toBe("COMPLETED");
  expect(cast("droppedProgression")["status"]).toBe("DROPPED");
});
