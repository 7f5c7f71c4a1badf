import { readModels, writeActions } from "@kombo-mock/factories";
import { entityFields, operations } from "@kombo-mock/openapi";
import { expect, test } from "vitest";
import { idsOf, type Learning, learning } from "./learning.ts";

const lists = [
  { operation: "GET /lms/users", model: "lms_users" },
  { operation: "GET /lms/skills", model: "lms_skills" },
  { operation: "GET /lms/courses", model: "lms_courses" },
  { operation: "GET /lms/course-progressions", model: "lms_course_progressions" },
] as const;

test.each(lists)(
  "$operation is refused at once where $model is switched off",
  async ({ operation, model }) => {
    const { mock, integrationId, send, expectValid } = await learning();
    for (const scope of [{ settings: { [model]: "DISABLED" as const } }, { opted_out: [model] }]) {
      await mock.integrations.setScope(integrationId, scope);
      const { status, error, assumes } = await send(operation);
      // Its error family has codes of the platform only.
      expect([status, error?.code, error?.title]).toEqual([403, null, null]);
      expect(error?.message).toContain(model);
      expect(assumes).toContain("no-code-for-integration-state");
    }
    await mock.integrations.setScope(integrationId, {});
    expect((await send(operation)).status).toBe(200);
    await expectValid();
  },
);

test.each(writeActions.LMS)("$operation is refused where $id is switched off", async ({ id, operation }) => {
  const { mock, integrationId, refusal } = await learning();
  await mock.integrations.setScope(integrationId, { opted_out: [id] });
  const refused = await refusal(operation as Learning, {
    path: { course_id: "x", course_progression_id: "x" },
  });
  expect(refused).toMatchObject({ status: 403, code: null });
  expect(refused.message).toContain(id);
});

test("what a tool does not cover is refused, and its details say the same", async () => {
  const { mock, integrationId, refusal } = await learning({ world: "demo" }, "udemy");
  const body = { user_id: "x", course_revision_id: "x" };
  expect(await refusal("POST /lms/course-progressions", { body })).toMatchObject({ status: 400, code: null });
  const details = await mock.fetch(`${mock.baseUrl}/integrations/${encodeURIComponent(integrationId)}`, {
    headers: { authorization: "Bearer ks_dev_mock" },
  });
  const { data } = await details.json();
  const action = data.write_actions.find(({ id }: { id: string }) => id === "lms_create_course_progression");
  expect(action).toMatchObject({ is_available: false, coverage_status: "UNSUPPORTED" });
});

test("an integration of another category leads to one of LMS", async () => {
  const mock = (await learning({ domains: undefined as never })).mock;
  const response = await mock.fetch(`${mock.baseUrl}/lms/users`, {
    headers: { authorization: "Bearer ks_dev_mock", "x-integration-id": mock.cast.employee.integration_id },
  });
  const { error } = await response.json();
  expect([response.status, error.code]).toEqual([400, null]);
  expect(error.message).toContain(`such as "${mock.cast.learner.integration_id}"`);
});

test.each([
  { status: "INACTIVE", reads: 409, writes: 409 },
  { status: "INVALID", reads: 200, writes: 401 },
] as const)("an integration that is $status answers reads $reads and writes $writes", async (one) => {
  const { mock, integrationId, send, expectValid } = await learning();
  await mock.integrations.update(integrationId, { status: one.status });
  expect((await send("GET /lms/courses")).status).toBe(one.reads);
  const refused = await send("POST /lms/courses/bulk", { body: { items: [] } });
  expect([refused.status, refused.error?.code]).toEqual([one.writes, null]);
  await expectValid();
});

test.each(lists)("fields of $model that are switched off are empty after the next sync", async (one) => {
  const { all, mock, integrationId, expectValid } = await learning();
  const model = readModels.LMS.find(({ id }) => id === one.model);
  const fields: readonly string[] = model?.fields ?? [];
  const before = await all(one.operation);
  const opted_out = fields.map((field) => `${one.model}.${field}`);
  await mock.integrations.setScope(integrationId, { opted_out });
  expect(await all(one.operation)).toEqual(before);
  await mock.sync(integrationId);
  const after: readonly Readonly<Record<string, unknown>>[] = await all(one.operation);
  expect(idsOf(await all(one.operation))).toEqual(idsOf(before));
  const { entity } = operations[one.operation];
  const nullable = fields.filter((field) => entityFields[String(entity)]?.[field]?.nullable);
  expect(nullable.length).toBeGreaterThan(0);
  for (const row of after) for (const field of nullable) expect(row[field]).toBeNull();
  await expectValid();
});

test("a tool without providers, skills or addresses of pages shows none of them", async () => {
  const { all, refusal, expectValid } = await learning({}, "talentlms");
  const courses = await all("GET /lms/courses");
  expect(courses.length).toBeGreaterThan(5);
  expect(courses.filter(({ provider, provider_id }) => provider !== null || provider_id !== null)).toEqual(
    [],
  );
  const revisions = courses.flatMap((one) => one.revisions);
  expect(revisions.filter((one) => one.remote_url !== null || one.skill_assignments.length > 0)).toEqual([]);
  expect(await refusal("GET /lms/skills")).toMatchObject({ status: 400, code: null });
  await expectValid();
});

test("a filter on what the tool does not tell matches nothing, or is passed over on request", async () => {
  const { all, mock, integrationId } = await learning();
  await mock.integrations.setScope(integrationId, { opted_out: ["lms_users.work_email"] });
  await mock.sync(integrationId);
  const query = { work_emails: "anybody@example.com" };
  expect(await all("GET /lms/users", query)).toEqual([]);
  expect(await all("GET /lms/users", { ...query, ignore_unsupported_filters: "true" })).toHaveLength(13);
});

test.each(["small", "demo", "edge"] as const)("every list of %s is as the document says", async (world) => {
  const { all, expectValid, mock } = await learning({ world });
  for (const { operation } of lists) {
    for (const include_deleted of ["false", "true"]) {
      const records = await all(operation, { include_deleted, page_size: "50" });
      expect(records.length).toBeGreaterThan(3);
    }
  }
  await expectValid();
  expect((await mock.requests()).every(({ answer }) => answer.status === 200)).toBe(true);
});

test("ten seeds make ten learning systems, all as the document says", async () => {
  const emails = new Set<unknown>();
  for (let seed = 1; seed <= 10; seed++) {
    const { all, expectValid } = await learning({ seed });
    for (const { operation } of lists) await all(operation, { include_deleted: "true" });
    emails.add((await all("GET /lms/users"))[0]?.work_email);
    await expectValid();
  }
  expect(emails.size).toBe(10);
});

test.each(lists)("$operation refuses parameters that cannot be, by name", async ({ operation }) => {
  const { refusal } = await learning();
  for (const [name, value] of [
    ["page_size", "0"],
    ["page_size", "251"],
    ["cursor", "abc"],
    ["updated_after", "yesterday"],
    ["updated_after", "2026-02-30"],
    ["include_deleted", "maybe"],
  ] as const) {
    const refused = await refusal(operation, { query: { [name]: value } });
    expect(refused).toMatchObject({ status: 400, code: "PLATFORM.INPUT_INVALID" });
    expect(refused.message).toContain(`query.${name}`);
  }
});

test.each([
  { body: {}, message: "body.user_id is missing" },
  { body: { user_id: 7, course_revision_id: "x" }, message: "body.user_id must be a string" },
  { body: "[]", message: "body must be an object" },
])("an enrolment with $body is refused: $message", async ({ body, message }) => {
  const { refusal } = await learning();
  const refused = await refusal("POST /lms/course-progressions", { body });
  expect(refused).toMatchObject({ status: 400, code: "PLATFORM.INPUT_INVALID" });
  expect(refused.message).toContain(message);
});

test.each([
  { body: { score: 101 }, message: "body.score" },
  { body: { score: -1 }, message: "body.score" },
  { body: { score: 1.5 }, message: "body.score" },
  { body: { completed_at: "soon" }, message: "body.completed_at" },
  { body: { completed_at: "2026-02-30" }, message: "body.completed_at" },
  { body: { completed_at: "2026-01-10T08:00:00+02:00" }, message: "body.completed_at" },
])("a completion with $body is refused", async ({ body, message }) => {
  const { mock, refusal } = await learning();
  const path = { course_progression_id: mock.cast.startedProgression.id };
  const refused = await refusal("POST /lms/course-progressions/{course_progression_id}/complete", {
    path,
    body,
  });
  expect(refused).toMatchObject({ status: 400, code: "PLATFORM.INPUT_INVALID" });
  expect(refused.message).toContain(message);
});

test("the same seed and the same calls answer the same bytes", async () => {
  const life = async () => {
    const { all, call, mock } = await learning({ seed: 4 });
    const { newLearner, courseRevision, startedProgression } = mock.cast;
    const seen: unknown[] = [];
    const body = { user_id: newLearner.id, course_revision_id: courseRevision.id };
    seen.push(await call("POST /lms/course-progressions", { body }));
    const path = { course_progression_id: startedProgression.id };
    seen.push(await call("POST /lms/course-progressions/{course_progression_id}/complete", { path }));
    const course = { type: "EXTERNAL", title: "Looms", course_url: "https://learn.example.com" } as const;
    seen.push(await call("POST /lms/courses/bulk", { body: { items: [{ origin_id: "a", course }] } }));
    await mock.clock.advance("PT1S");
    for (const { operation } of lists) seen.push(await all(operation));
    return JSON.stringify(seen);
  };
  expect(await life()).toBe(await life());
});
