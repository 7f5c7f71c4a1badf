import { createMock } from "@kombo-mock/msw";
import type { Body } from "@kombo-mock/openapi";
import { expect, test } from "vitest";
import { learning } from "./learning.ts";

const bulk = "POST /lms/courses/bulk";
const poll = "GET /lms/courses/bulk/{task_id}";

type Item = Body<typeof bulk>["items"][number];

const item = (origin_id: string, course: Partial<Item["course"]> = {}): Item => ({
  origin_id,
  course: {
    type: "EXTERNAL",
    title: "Looms",
    course_url: "https://learn.example.com/looms",
    ...course,
  },
});

type System = Awaited<ReturnType<typeof learning>>;

/** Asks for an upsert and waits for its end, by the mock's clock. */
async function upsert({ call, mock }: System, ...items: readonly Item[]) {
  const { data } = await call(bulk, { body: { items: [...items] } });
  await mock.clock.advance("PT1S");
  const path = { task_id: data.task_id };
  const { data: task } = await call(poll, { path });
  if (task.status !== "COMPLETED") throw new Error(`The task is ${task.status}.`);
  return { path, task };
}

const resultsOf = ({ task }: Awaited<ReturnType<typeof upsert>>) =>
  task.data.map((one) =>
    one.status === "SUCCEEDED" ? `${one.origin_id} done` : `${one.origin_id} ${one.error.code}`,
  );

test("a task is PENDING until its time has come, and then COMPLETED for good", async () => {
  const { all, call, mock, expectValid } = await learning();
  const now = await mock.clock.now();
  const before = await all("GET /lms/courses");
  const { data, warnings, assumes } = await call(bulk, { body: { items: [item("a"), item("b")] } });
  expect(warnings).toEqual([]);
  expect(assumes).toContain("course-upsert-seconds");
  const path = { task_id: data.task_id };
  const pending = { task_id: data.task_id, created_at: now, status: "PENDING", completed_at: null };
  expect((await call(poll, { path })).data).toEqual(pending);
  await mock.clock.advance("PT0.9S");
  expect((await call(poll, { path })).data).toEqual(pending);
  expect(await all("GET /lms/courses")).toEqual(before);
  await mock.clock.advance("PT10M");
  const { data: task } = await call(poll, { path });
  const courses = (await all("GET /lms/courses")).slice(before.length);
  expect(task).toEqual({
    task_id: data.task_id,
    created_at: now,
    status: "COMPLETED",
    // One second after it was asked for, whenever somebody looks.
    completed_at: new Date(Date.parse(now) + 1_000).toISOString(),
    data: ["a", "b"].map((origin_id, index) => ({
      origin_id,
      status: "SUCCEEDED",
      data: { id: courses[index]?.id },
    })),
  });
  expect(courses.map(({ origin_id }) => origin_id)).toEqual(["a", "b"]);
  await expectValid();
});

test("a new course shows what was sent on a revision that people can be enrolled in", async () => {
  const system = await learning();
  const { all, call, mock } = system;
  const { task } = await upsert(system, item("a", { title: "Looms", description: "How to weave." }));
  const [course] = (await all("GET /lms/courses")).filter(({ origin_id }) => origin_id === "a");
  expect(task.data).toMatchObject([{ status: "SUCCEEDED", data: { id: course?.id } }]);
  expect(course?.revisions).toMatchObject([
    { title: "Looms", description: "How to weave.", status: "ACTIVE", skill_assignments: [] },
  ]);
  const body = {
    user_id: mock.cast.newLearner.id,
    course_revision_id: course?.revisions[0]?.id ?? "",
  };
  const enrolled = await call("POST /lms/course-progressions", { body });
  expect(enrolled.data.course_revision.course?.id).toBe(course?.id);
});

test("the same origin_id again updates the course, in one task and in the next", async () => {
  const system = await learning();
  const { all } = system;
  const first = await upsert(system, item("a"), item("a", { title: "Looms, again" }));
  expect(resultsOf(first)).toEqual(["a done", "a done"]);
  const named = async () => (await all("GET /lms/courses")).filter(({ origin_id }) => origin_id === "a");
  const [course] = await named();
  expect(course?.revisions.map(({ title }) => title)).toEqual(["Looms, again"]);
  await upsert(system, item("a", { title: "Looms for all", description: "Now with pictures." }));
  await upsert(system, item("a", { title: "Looms for everybody" }));
  const [later, ...others] = await named();
  expect(others).toEqual([]);
  expect(later?.id).toBe(course?.id);
  expect(later?.revisions).toMatchObject([
    {
      id: course?.revisions[0]?.id,
      title: "Looms for everybody",
      description: "Now with pictures.",
    },
  ]);
});

test("an upsert opens a deactivated course again, or adds a revision, as is assumed", async () => {
  const titlesOf = async (system: System) => {
    const { all, call, mock } = system;
    const { id } = mock.cast.upsertedCourse;
    const [known] = await all("GET /lms/courses", { ids: id });
    await call("POST /lms/courses/{course_id}/deactivate", { path: { course_id: id } });
    await upsert(system, item(known?.origin_id ?? ""));
    const [course] = await all("GET /lms/courses", { ids: id });
    return course?.revisions.map(({ title, status }) => `${title} ${status}`);
  };
  expect(await titlesOf(await learning())).toEqual(["Looms ACTIVE"]);
  expect(await titlesOf(await learning({ assume: { "upsert-of-deactivated-course": "keep" } }))).toEqual([
    "Looms INACTIVE",
  ]);
  expect(await titlesOf(await learning({ assume: { "updated-course-revision": "new" } }))).toEqual([
    "First aid refresher INACTIVE",
    "Looms ACTIVE",
  ]);
});

test("a course that was deleted in the tool is added anew", async () => {
  const system = await learning();
  const { all, mock } = system;
  const { id } = mock.cast.upsertedCourse;
  const [known] = await all("GET /lms/courses", { ids: id });
  await mock.remove("lms.courses", id);
  const { task } = await upsert(system, item(known?.origin_id ?? ""));
  const [result] = task.data;
  expect(result?.status === "SUCCEEDED" && result.data.id).not.toBe(id);
});

test("a completed task holds items that failed: no web address, and a tool that cannot update", async () => {
  const system = await learning({}, "talentlms");
  const first = await upsert(
    system,
    item("a"),
    item("b", { course_url: "learn/looms" }),
    item("c", { thumbnail_url: "ftp://learn.example.com/looms.png" }),
  );
  expect(resultsOf(first)).toEqual(["a done", "b REMOTE.INPUT_INVALID", "c REMOTE.INPUT_INVALID"]);
  const second = await upsert(system, item("a", { title: "Looms, again" }), item("d"));
  expect(resultsOf(second)).toEqual(["a LMS.COURSE_UPDATE_NOT_SUPPORTED", "d done"]);
  expect(second.task.data[0]).toMatchObject({
    error: { title: "The tool cannot update courses", message: expect.stringContaining('"talentlms"') },
  });
  const titles = (await system.all("GET /lms/courses")).flatMap(({ revisions }) =>
    revisions.map(({ title }) => title),
  );
  expect(titles).not.toContain("Looms, again");
  await system.expectValid();
});

test.each([
  { updates: "none", tool: "sandbox", result: "a LMS.COURSE_UPDATE_NOT_SUPPORTED" },
  { updates: "all", tool: "talentlms", result: "a done" },
  { updates: "some", tool: "sandbox", result: "a done" },
] as const)("where $updates of the tools update, $tool: $result", async ({ updates, tool, result }) => {
  const system = await learning({ assume: { "course-updates": updates } }, tool);
  await upsert(system, item("a"));
  expect(resultsOf(await upsert(system, item("a")))).toEqual([result]);
});

test.each([
  { status: "INVALID", code: "INTEGRATION.AUTHENTICATION_INVALID" },
  { status: "INACTIVE", code: "INTEGRATION.INACTIVE" },
] as const)("a task fails as a whole when the integration is $status by then", async ({ status, code }) => {
  const { all, call, mock, integrationId, expectValid } = await learning();
  const before = await all("GET /lms/courses");
  const { data } = await call(bulk, { body: { items: [item("a")] } });
  await mock.integrations.update(integrationId, { status });
  await mock.clock.advance("PT1S");
  // Ends the task while it is so.
  await mock.find("lms.course-bulk-tasks");
  await mock.integrations.update(integrationId, { status: "ACTIVE" });
  const { data: task } = await call(poll, { path: { task_id: data.task_id } });
  expect(task).toMatchObject({ status: "FAILED", error: { code, log_url: null } });
  expect(task).not.toHaveProperty("data");
  expect(await all("GET /lms/courses")).toEqual(before);
  await expectValid();
});

test("a task is remembered for a day after its end, and unknown then, as others always were", async () => {
  const system = await learning();
  const { call, mock, refusal } = system;
  const { path } = await upsert(system, item("a"));
  await mock.clock.advance("PT23H");
  expect((await call(poll, { path })).data.status).toBe("COMPLETED");
  await mock.clock.advance("PT1H");
  expect(await refusal(poll, { path })).toMatchObject({
    status: 404,
    code: null,
    message: expect.stringContaining("is remembered for 24 hours"),
  });
  expect(await refusal(poll, { path: { task_id: "nothing" } })).toMatchObject({ status: 404, code: null });
});

test("an upsert of nothing ends with nothing, and a warning says so", async () => {
  const { call, mock } = await learning();
  const { data, warnings } = await call(bulk, { body: { items: [] } });
  expect(warnings).toEqual([{ message: "body.items is empty, so that there is nothing to do." }]);
  await mock.clock.advance("PT1S");
  const { data: task } = await call(poll, { path: { task_id: data.task_id } });
  expect(task).toMatchObject({ status: "COMPLETED", data: [] });
});

test("what was sent can be looked up, also what no answer shows", async () => {
  const system = await learning();
  const sent = item("a", { duration: 25, languages: ["en-GB", "de"], thumbnail_url: null });
  const { path } = await upsert(system, sent);
  expect(await system.mock.find("lms.course-bulk-tasks")).toMatchObject([
    { id: path.task_id, items: [sent] },
  ]);
});

test("tasks are of one integration each, and a reset forgets them with what they would have done", async () => {
  const { all, call, mock, refusal } = await learning();
  const before = await all("GET /lms/courses");
  const { data } = await call(bulk, { body: { items: [item("a")] } });
  await mock.reset();
  await mock.clock.advance("PT1M");
  expect(await all("GET /lms/courses")).toEqual(before);
  expect(await refusal(poll, { path: { task_id: data.task_id } })).toMatchObject({ status: 404 });
});

test("a task that is pending in a written state ends in the mock that reads it", async () => {
  const { call, mock } = await learning();
  const { data } = await call(bulk, { body: { items: [item("a")] } });
  const file = JSON.parse(JSON.stringify(await mock.exportState()));
  const other = createMock({ world: file });
  const ended = async () => {
    const [task] = await other.find("lms.course-bulk-tasks");
    return task;
  };
  expect(await ended()).toMatchObject({ id: data.task_id, status: "PENDING" });
  expect(JSON.stringify(await other.exportState())).toBe(JSON.stringify(file));
  await other.clock.advance("PT1S");
  expect(await ended()).toMatchObject({ status: "COMPLETED", data: [{ origin_id: "a" }] });
});

test.each([
  { body: {}, message: "body.items is missing" },
  { body: { items: {} }, message: "body.items must be an array" },
  { body: { items: [{}] }, message: "body.items[0].origin_id is missing" },
  { body: { items: [{ origin_id: "a", course: {} }] }, message: "body.items[0].course" },
  {
    body: { items: [item("a", { type: "INTERNAL" as "EXTERNAL" })] },
    message: "body.items[0].course.type",
  },
  { body: { items: [item("a", { duration: 0 })] }, message: "body.items[0].course.duration" },
  { body: { items: [item("a", { duration: 2.5 })] }, message: "body.items[0].course.duration" },
  { body: { items: [item("a"), item("b", { languages: ["EN"] })] }, message: "languages[0]" },
  { body: '{"items": [', message: "body is not JSON" },
])("$message: refused, and nothing is begun", async ({ body, message }) => {
  const { mock, refusal, expectValid } = await learning();
  const before = (await mock.snapshot()).root;
  const refused = await refusal(bulk, { body });
  expect(refused).toMatchObject({ status: 400, code: "PLATFORM.INPUT_INVALID" });
  expect(refused.message).toContain(message);
  expect((await mock.snapshot()).root).toBe(before);
  await expectValid();
});
