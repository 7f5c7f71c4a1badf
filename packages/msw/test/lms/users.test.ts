import { expect, test } from "vitest";
import { idsOf, learning } from "./learning.ts";

test("users come page by page to the end, each once, without those that were deleted", async () => {
  const { all, mock, expectValid } = await learning();
  const users = await all("GET /lms/users", { page_size: "5" });
  expect(users.length).toBeGreaterThan(10);
  expect(new Set(idsOf(users)).size).toBe(users.length);
  expect(users).toEqual(await all("GET /lms/users"));
  const whole = await all("GET /lms/users", { include_deleted: "true", page_size: "3" });
  const gone = whole.filter((one) => !idsOf(users).includes(one.id));
  expect(idsOf(gone)).toEqual([mock.cast.deletedLearner.id]);
  await expectValid();
});

test("users are found by work address in any case, by id and by the tool's id", async () => {
  const { all, mock } = await learning();
  const [ada] = [await mock.create("lms.users", { work_email: "Ada.Okafor@example.com", remote_id: "ada" })];
  const [grace] = [await mock.create("lms.users", { work_email: "grace@example.com" })];
  const emails = "ada.okafor@EXAMPLE.com,grace@example.com,nobody@example.com";
  expect(idsOf(await all("GET /lms/users", { work_emails: emails }))).toEqual([ada.id, grace.id]);
  expect(idsOf(await all("GET /lms/users", { remote_ids: "ada" }))).toEqual([ada.id]);
  expect(idsOf(await all("GET /lms/users", { ids: `${grace.id},unknown` }))).toEqual([grace.id]);
  expect(await all("GET /lms/users", { work_emails: "nobody@example.com" })).toEqual([]);
});

test("users that changed since an instant are those that a sync has to bring", async () => {
  const { all, mock } = await learning();
  const since = await mock.clock.advance("PT1H");
  expect(await all("GET /lms/users", { updated_after: since })).toEqual([]);
  await mock.update("lms.users", mock.cast.learner.id, { last_name: "Okafor" });
  await mock.remove("lms.users", mock.cast.newLearner.id);
  expect(idsOf(await all("GET /lms/users", { updated_after: since }))).toEqual([mock.cast.learner.id]);
  const mirrored = await all("GET /lms/users", { updated_after: since, include_deleted: "true" });
  expect(idsOf(mirrored).sort()).toEqual([mock.cast.learner.id, mock.cast.newLearner.id].sort());
});

test("a user is seeded with courses that are taken, and both sides show it", async () => {
  const { all, mock, expectValid } = await learning();
  const made = await mock.create("lms.users", {
    first_name: "Ada",
    course_progressions: [{ status: "IN_PROGRESS", course_revision: { title: "Looms" } }],
  });
  const [progression] = await all("GET /lms/course-progressions", { user_ids: made.id });
  expect(progression).toMatchObject({
    status: "IN_PROGRESS",
    user: { first_name: "Ada" },
    course_revision: { title: "Looms" },
  });
  await expectValid();
});

test("the large world has ten thousand users, of whom a page is made at once", async () => {
  const { call, mock, integrationId } = await learning({ world: "large" });
  const { data } = await call("GET /lms/users", { query: { page_size: "250" } });
  expect(data.results).toHaveLength(250);
  expect(await mock.find("lms.users", {}, { integration_id: integrationId })).toHaveLength(10_000);
});
