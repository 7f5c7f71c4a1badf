import { expect, test } from "vitest";
import { idsOf, learning } from "./learning.ts";

const deactivate = "POST /lms/courses/{course_id}/deactivate";

test("courses show their provider and their revisions, and of these the skills that they teach", async () => {
  const { all, mock, expectValid } = await learning();
  const { course, courseWithSeveralRevisions, courseWithoutProvider, courseWithoutRevisions } = mock.cast;
  const courses = new Map((await all("GET /lms/courses", { page_size: "4" })).map((one) => [one.id, one]));
  expect(courses.size).toBe(10);
  expect(courses.get(course.id)).toMatchObject({
    provider: { id: mock.cast.courseProvider.id, name: "House Academy" },
    revisions: [{ id: mock.cast.courseRevision.id, course_id: course.id, status: "ACTIVE" }],
  });
  expect(courses.get(courseWithSeveralRevisions.id)?.revisions[1]?.skill_assignments).toEqual([
    { skill: { id: mock.cast.taughtSkill.id, remote_id: "1001", name: "Data protection" } },
  ]);
  expect(courses.get(courseWithoutProvider.id)).toMatchObject({ provider_id: null, provider: null });
  expect(courses.get(courseWithoutRevisions.id)?.revisions).toEqual([]);
  await expectValid();
});

test("a course counts as changed with its revisions, and not with its provider or what they teach", async () => {
  const { all, mock } = await learning();
  const { course, courseRevision, courseProvider, taughtSkill, courseWithoutRevisions } = mock.cast;
  const since = await mock.clock.advance("PT1H");
  const changed = async () => idsOf(await all("GET /lms/courses", { updated_after: since }));
  await mock.update("lms.course-providers", courseProvider.id, { name: "Another name" });
  await mock.update("lms.skills", taughtSkill.id, { name: "Privacy" });
  await mock.update("lms.course-revisions", courseRevision.id, { skill_assignments: [{ name: "Looms" }] });
  expect(await changed()).toEqual([]);
  await mock.update("lms.course-revisions", courseRevision.id, { title: "Fire safety, revised" });
  expect(await changed()).toEqual([course.id]);
  await mock.create("lms.course-revisions", { course: { id: courseWithoutRevisions.id } });
  expect(await changed()).toEqual([course.id, courseWithoutRevisions.id]);
  const [first] = await all("GET /lms/courses", { ids: course.id });
  expect(String(first?.changed_at) < since).toBe(true);
});

test("a deactivated course shows INACTIVE revisions; who takes it already goes on, and nobody new begins", async () => {
  const { all, call, mock, refusal, expectValid } = await learning();
  const { course, courseRevision, newLearner } = mock.cast;
  const before = await all("GET /lms/course-progressions", { course_ids: course.id });
  const { data, warnings } = await call(deactivate, { path: { course_id: course.id }, body: {} });
  expect(data).toMatchObject({ id: course.id, revisions: [{ id: courseRevision.id, status: "INACTIVE" }] });
  expect(warnings).toEqual([]);
  expect(await all("GET /lms/courses", { ids: course.id })).toEqual([data]);
  expect(await all("GET /lms/course-progressions", { course_ids: course.id })).toEqual(before);
  const body = { user_id: newLearner.id, course_revision_id: courseRevision.id };
  expect(await refusal("POST /lms/course-progressions", { body })).toMatchObject({ status: 400, code: null });
  await expectValid();
});

test("a course is deactivated by the tool's id, without a body, and once more without any change", async () => {
  const { call, mock } = await learning();
  const { course } = mock.cast;
  const { data } = await call(deactivate, { path: { course_id: "remote:1001" } });
  expect(data.id).toBe(course.id);
  await mock.clock.advance("PT1H");
  expect((await call(deactivate, { path: { course_id: course.id } })).data).toEqual(data);
  const bare = mock.cast.courseWithoutRevisions.id;
  expect((await call(deactivate, { path: { course_id: bare } })).data.revisions).toEqual([]);
});

test("a course that is unknown or deleted cannot be deactivated", async () => {
  const { mock, refusal } = await learning();
  for (const course_id of ["nothing", "remote:nothing", mock.cast.learner.id.slice(1)]) {
    expect(await refusal(deactivate, { path: { course_id } })).toMatchObject({ status: 404, code: null });
  }
  await mock.remove("lms.courses", mock.cast.course.id);
  const gone = await refusal(deactivate, { path: { course_id: mock.cast.course.id } });
  expect(gone).toMatchObject({ status: 400, code: null });
  expect(gone.message).toMatch(/was deleted in the tool at/);
});

test("a course is seeded with what it teaches, and has one revision unless it is told otherwise", async () => {
  const { all, mock, expectValid } = await learning();
  const made = await mock.create("lms.courses", {
    origin_id: "own-1",
    provider: { name: "Loom School" },
    revisions: [{ title: "Looms", skill_assignments: [{ name: "Weaving" }] }],
  });
  const plain = await mock.create("lms.courses");
  const bare = await mock.create("lms.courses", { revisions: [], provider: null });
  const [shown, one, none] = await all("GET /lms/courses", { ids: `${made.id},${plain.id},${bare.id}` });
  expect(shown).toMatchObject({
    origin_id: "own-1",
    provider: { name: "Loom School" },
    revisions: [{ title: "Looms", skill_assignments: [{ skill: { name: "Weaving" } }] }],
  });
  expect(Object.keys(shown?.revisions[0]?.skill_assignments[0] ?? {})).toEqual(["skill"]);
  expect(one?.revisions).toHaveLength(1);
  expect(none).toMatchObject({ provider: null, revisions: [] });
  await expectValid();
});
