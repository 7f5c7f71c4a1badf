import { expect, test } from "vitest";
import { idsOf, learning } from "./learning.ts";

const enrol = "POST /lms/course-progressions";
const complete = "POST /lms/course-progressions/{course_progression_id}/complete";

test("progressions are found by user, by course and by both, page by page", async () => {
  const { all, mock, expectValid } = await learning();
  const { learner, course, courseRevision } = mock.cast;
  const ofUser = await all("GET /lms/course-progressions", { user_ids: learner.id, page_size: "2" });
  expect(ofUser.map(({ status }) => status)).toEqual(["ENROLLED", "IN_PROGRESS", "COMPLETED"]);
  const ofCourse = await all("GET /lms/course-progressions", { course_ids: course.id, page_size: "2" });
  expect(ofCourse.length).toBeGreaterThan(3);
  expect(new Set(ofCourse.map((one) => one.course_revision_id))).toEqual(new Set([courseRevision.id]));
  const both = { user_ids: learner.id, course_ids: `${course.id},unknown` };
  expect(idsOf(await all("GET /lms/course-progressions", both))).toEqual([mock.cast.assignedProgression.id]);
  expect(await all("GET /lms/course-progressions", { user_ids: "unknown" })).toEqual([]);
  await expectValid();
});

test("every progression leads to a user and a revision, and through it to a course, that lists show", async () => {
  const { all } = await learning({ world: "demo" });
  const everything = { include_deleted: "true", page_size: "250" };
  const users = new Map((await all("GET /lms/users", everything)).map((one) => [one.id, one]));
  const courses = new Map((await all("GET /lms/courses", everything)).map((one) => [one.id, one]));
  const progressions = await all("GET /lms/course-progressions", everything);
  expect(progressions.length).toBeGreaterThan(100);
  for (const { user, user_id, course_revision, course_revision_id } of progressions) {
    expect(user).toMatchObject({ id: user_id, work_email: users.get(user_id)?.work_email });
    const course = courses.get(course_revision.course?.id ?? "");
    const revision = course?.revisions.find(({ id }) => id === course_revision_id);
    expect(revision?.title).toBe(course_revision.title);
  }
});

test("whoever is enrolled shows up as ENROLLED now, by ids and by the tool's ids alike", async () => {
  const { all, call, mock, expectValid } = await learning();
  const { newLearner, courseRevision } = mock.cast;
  const now = await mock.clock.now();
  const body = { user_id: newLearner.id, course_revision_id: courseRevision.id };
  const { data, warnings } = await call(enrol, { body });
  expect(data).toMatchObject({
    ...body,
    status: "ENROLLED",
    enrolled_at: now,
    completed_at: null,
    user: { id: newLearner.id },
    course_revision: { id: courseRevision.id, course: { id: mock.cast.course.id } },
  });
  expect(warnings).toEqual([]);
  const byRemoteIds = { user_id: "remote:1008", course_revision_id: "remote:revision-1002-2" };
  const second = await call(enrol, { body: byRemoteIds });
  expect(await all("GET /lms/course-progressions", { user_ids: newLearner.id })).toEqual([data, second.data]);
  await expectValid();
});

test("a second enrolment is refused while the first goes on, and taken once it has ended", async () => {
  const { call, mock, refusal, send, expectValid } = await learning();
  const { learner, courseRevision, assignedProgression } = mock.cast;
  const body = { user_id: learner.id, course_revision_id: courseRevision.id };
  const { status, error, assumes } = await send(enrol, { body });
  expect([status, error?.code]).toEqual([409, null]);
  expect(error?.message).toContain(assignedProgression.id);
  expect(assumes).toContain("duplicate-enrolment");
  await call(complete, { path: { course_progression_id: assignedProgression.id } });
  const again = await call(enrol, { body });
  expect(again.data.id).not.toBe(assignedProgression.id);
  expect(await refusal(enrol, { body })).toMatchObject({ status: 409 });
  const lenient = await learning({ assume: { "duplicate-enrolment": "accept" } });
  expect((await lenient.call(enrol, { body })).data.status).toBe("ENROLLED");
  await expectValid();
});

test("unknown, deleted and inactive users and revisions are refused by name", async () => {
  const { mock, refusal, expectValid } = await learning();
  const { newLearner, courseRevision, deletedLearner, inactiveLearner, inactiveRevision } = mock.cast;
  const before = (await mock.snapshot()).root;
  const cases = [
    { user_id: "nobody", code: "PLATFORM.INPUT_INVALID", message: 'body.user_id: "nobody" is no record' },
    { user_id: "remote:0", code: "PLATFORM.INPUT_INVALID", message: 'body.user_id: "remote:0" is no record' },
    { course_revision_id: "x", code: "PLATFORM.INPUT_INVALID", message: 'body.course_revision_id: "x"' },
    { user_id: deletedLearner.id, code: null, message: "was deleted in the tool" },
    { user_id: inactiveLearner.id, code: null, message: "is INACTIVE. Enrol a user who is not." },
    { course_revision_id: inactiveRevision.id, code: null, message: "takes no new learners" },
  ];
  for (const { code, message, ...ids } of cases) {
    const body = { user_id: newLearner.id, course_revision_id: courseRevision.id, ...ids };
    const refused = await refusal(enrol, { body });
    expect(refused).toMatchObject({ status: 400, code });
    expect(refused.message).toContain(message);
  }
  // Nothing but the journal remembers them.
  expect((await mock.snapshot()).root).toBe(before);
  await expectValid();
});

test("a mock that enrols the inactive does so", async () => {
  const { call, mock } = await learning({ assume: { "enrolment-of-inactive": "accept" } });
  const { inactiveLearner, inactiveRevision } = mock.cast;
  const body = { user_id: inactiveLearner.id, course_revision_id: inactiveRevision.id };
  expect((await call(enrol, { body })).data.status).toBe("ENROLLED");
});

test.each([
  { given: undefined, completed: "now" },
  { given: {}, completed: "now" },
  { given: { completed_at: null, score: null }, completed: "now" },
  { given: { completed_at: "2026-01-10T08:00:00.5Z", score: 100 }, completed: "2026-01-10T08:00:00.500Z" },
  { given: { completed_at: "2026-01-10", score: 0 }, completed: "2026-01-10T00:00:00.000Z" },
])("completed with $given, a progression is COMPLETED at $completed", async ({ given, completed }) => {
  const { all, call, mock, expectValid } = await learning();
  const { startedProgression } = mock.cast;
  const input = given === undefined ? {} : { body: given };
  const { data, warnings } = await call(complete, {
    path: { course_progression_id: startedProgression.id },
    ...input,
  });
  const completed_at = completed === "now" ? await mock.clock.now() : completed;
  expect(data).toMatchObject({ id: startedProgression.id, status: "COMPLETED", completed_at });
  expect(warnings).toEqual([]);
  expect(await all("GET /lms/course-progressions", { ids: data.id })).toEqual([data]);
  expect(await mock.find("lms.course-completions")).toEqual([
    expect.objectContaining({ course_progression_id: data.id, completed_at, score: given?.score ?? null }),
  ]);
  await expectValid();
});

test("a progression is completed by the tool's id, and again as the last report says", async () => {
  const { call, mock } = await learning();
  const path = { course_progression_id: "remote:progress-1001-2" };
  const first = await call(complete, { path, body: { completed_at: "2026-01-10", score: 40 } });
  expect(first.data.id).toBe(mock.cast.startedProgression.id);
  const second = await call(complete, { path, body: { completed_at: "2026-01-12", score: 90 } });
  expect(second.data.completed_at).toBe("2026-01-12T00:00:00.000Z");
  expect(await mock.find("lms.course-completions")).toMatchObject([{ score: 90 }]);
});

test("what has ended is not completed where the tool refuses that", async () => {
  const strict = await learning({ assume: { "completion-of-ended-progression": "refuse" } });
  for (const name of ["completedProgression", "droppedProgression"] as const) {
    const path = { course_progression_id: strict.mock.cast[name].id };
    const refused = await strict.refusal(complete, { path });
    expect(refused).toMatchObject({ status: 400, code: null });
    expect(refused.message).toContain("already. Enrol the user again");
  }
  await strict.expectValid();
});

test("a score that the tool does not take is left out with a warning", async () => {
  const { call, mock, integrationId } = await learning({ world: "demo" }, "moodle");
  const [progression] = await mock.find(
    "lms.course-progressions",
    { status: "IN_PROGRESS" },
    { integration_id: integrationId },
  );
  const path = { course_progression_id: progression?.id ?? "" };
  const { data, warnings } = await call(complete, { path, body: { score: 70 } });
  expect(data.status).toBe("COMPLETED");
  expect(warnings.map(({ message }) => message)).toEqual([
    expect.stringMatching(/^body\.score is ignored: "moodle:/),
  ]);
  const told = await mock.find("lms.course-completions", {}, { integration_id: integrationId });
  expect(told).toMatchObject([{ score: null }]);
});

test("progressions that are unknown or deleted cannot be completed", async () => {
  const { mock, refusal } = await learning();
  for (const course_progression_id of ["nothing", "remote:nothing"]) {
    expect(await refusal(complete, { path: { course_progression_id } })).toMatchObject({
      status: 404,
      code: null,
    });
  }
  await mock.remove("lms.course-progressions", mock.cast.startedProgression.id);
  const path = { course_progression_id: mock.cast.startedProgression.id };
  expect(await refusal(complete, { path })).toMatchObject({ status: 400, code: null });
});

test("a progression changes with itself only, not with its user or its revision", async () => {
  const { all, call, mock } = await learning();
  const { learner, courseRevision, startedProgression } = mock.cast;
  const since = await mock.clock.advance("PT1H");
  await mock.update("lms.users", learner.id, { first_name: "Ada" });
  await mock.update("lms.course-revisions", courseRevision.id, { title: "Looms" });
  expect(await all("GET /lms/course-progressions", { updated_after: since })).toEqual([]);
  await call(complete, { path: { course_progression_id: startedProgression.id } });
  const changed = await all("GET /lms/course-progressions", { updated_after: since });
  expect(changed).toMatchObject([{ id: startedProgression.id, user: { first_name: "Ada" } }]);
});
