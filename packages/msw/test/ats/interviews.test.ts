import type { Body, Item } from "@kombo-mock/openapi";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { given, linked, recruiting } from "./recruiting.ts";

type Interview = Body<"POST /ats/applications/{application_id}/interviews">;

let tool: Awaited<ReturnType<typeof recruiting>>;
let application: ReturnType<typeof linked>;
let users: Item<"GET /ats/users">[];
beforeEach(() => begin());
afterEach(() => tool.expectValid());

async function begin(options: Parameters<typeof recruiting>[0] = {}) {
  // A tool that covers every field of an interview.
  tool = await recruiting(options, "sandbox");
  application = linked(await tool.one("applications", "1001-1"));
  users = await tool.read("users");
}

const user = (index: number) => given(users[index], `a user ${index}`).id;
const virtual = (): Interview => ({
  title: "Technical interview",
  start_time: "2026-03-12T09:00:00.000Z",
  end_time: "2026-03-12T10:00:00.000Z",
  interviewer_user_ids: [user(0), user(1), user(0)],
  organizer_user_id: user(2),
  location: { type: "VIRTUAL", address: "https://meet.example.com/okafor" },
});
const schedule = () =>
  tool.call("POST /ats/applications/{application_id}/interviews", {
    path: { application_id: application.id },
    body: virtual(),
  });
const own = () => tool.read("interviews", { job_ids: application.job.id });
const latest = async () => given((await own()).at(-1), "a last interview");

test("an interview is scheduled in the application's stage, with its interviewers", async () => {
  expect((await schedule()).data).toEqual({});
  const interview = await latest();
  expect(interview).toMatchObject({
    title: "Technical interview",
    starting_at: "2026-03-12T09:00:00.000Z",
    ending_at: "2026-03-12T10:00:00.000Z",
    location: null,
    video_conferencing_url: "https://meet.example.com/okafor",
    application_id: application.id,
    stage_id: application.current_stage.id,
    canceled: false,
    users: [{ id: user(0) }, { id: user(1) }],
    application: { id: application.id, candidate: { id: application.candidate.id } },
  });
  const { interviews } = await tool.one("applications", "1001-1");
  expect(interviews).toContainEqual(
    expect.objectContaining({ id: interview.id, title: "Technical interview" }),
  );
});

test("an interview is changed by its id in the body, from online to a place", async () => {
  const { call, mock } = tool;
  await schedule();
  const { id } = await latest();
  await mock.clock.advance("PT1H");
  const body: Body<"PATCH /ats/applications/{application_id}/interviews"> = {
    ...virtual(),
    interview_id: id,
    start_time: "2026-03-13T14:30:00+01:00",
    end_time: "2026-03-13T15:30",
    interviewer_user_ids: [user(1)],
    location: { type: "PHYSICAL", address: "12 Harbour Lane, Cork" },
  };
  const { data } = await call("PATCH /ats/applications/{application_id}/interviews", {
    path: { application_id: application.id },
    body,
  });
  expect(data).toEqual({});
  expect(await latest()).toMatchObject({
    id,
    starting_at: "2026-03-13T13:30:00.000Z",
    ending_at: "2026-03-13T15:30:00.000Z",
    location: { raw: "12 Harbour Lane, Cork", city: null },
    video_conferencing_url: null,
    users: [{ id: user(1) }],
    changed_at: "2026-01-15T10:00:00.000Z",
    remote_updated_at: "2026-01-15T10:00:00.000Z",
  });
});

describe("what cannot be scheduled", () => {
  test.each([
    [{ end_time: "2026-03-12T09:00:00.000Z" }, "body.end_time must be after body.start_time"],
    [{ end_time: "2026-03-12T09:30:00+02:00" }, "body.end_time must be after body.start_time"],
    [
      { start_time: "next Tuesday" },
      'body.start_time must be a date-time such as 2026-01-31T09:30:00.000Z, but is "next Tuesday"',
    ],
    [{ end_time: "2026-03-12" }, "body.end_time must be a date-time"],
    [{ organizer_user_id: "nobody" }, 'body.organizer_user_id: "nobody" is no record of "ats.users"'],
    [
      { interviewer_user_ids: ["nobody"] },
      'body.interviewer_user_ids[0]: "nobody" is no record of "ats.users"',
    ],
    [{ location: { type: "PHONE" } }, "body.location.type must be"],
  ])("is refused (%#)", async (change, message) => {
    const before = await tool.read("interviews");
    const first = given(before[0], "an interview");
    const owner = given(first.application, "the interview's application");
    for (const [method, more] of [
      ["POST", {}],
      ["PATCH", { interview_id: first.id }],
    ] as const) {
      const { error } = await tool.send(method, `/applications/${owner.id}/interviews`, {
        ...virtual(),
        ...change,
        ...more,
      });
      expect(error).toMatchObject({
        code: "PLATFORM.INPUT_INVALID",
        message: expect.stringContaining(message),
      });
    }
    expect(await tool.read("interviews")).toEqual(before);
  });

  test("is an interview of another application, or of none", async () => {
    const interviews = await tool.read("interviews");
    const others = interviews.filter(({ application_id }) => application_id !== application.id);
    const other = given(others[0], "another application's interview");
    const change = (interview_id: string) =>
      tool.send("PATCH", `/applications/${application.id}/interviews`, { ...virtual(), interview_id });
    expect((await change(other.id)).error?.message).toBe(
      `body.interview_id: the interview "${other.id}" belongs to the application "${other.application_id}", not to "${application.id}".`,
    );
    expect((await change("nothing")).error).toMatchObject({
      code: "PLATFORM.INPUT_INVALID",
      message: expect.stringContaining('body.interview_id: "nothing" is no record of "ats.interviews"'),
    });
  });
});

test("a new interviewer brings the interview up by updated_after, and an interview its application", async () => {
  await tool.mock.clock.advance("PT1H");
  await schedule();
  const since = { updated_after: "2026-01-15T10:00:00Z" };
  expect(await tool.read("interviews", since)).toHaveLength(1);
  expect(await tool.read("applications", since)).toMatchObject([{ id: application.id }]);
});

test("an interview appears after the next sync where that is assumed", async () => {
  await begin({ assume: { "write-visibility": "after-sync" } });
  const before = await own();
  await schedule();
  expect(await own()).toEqual(before);
  await tool.mock.sync(tool.integrationId);
  expect(await own()).toHaveLength(before.length + 1);
});
