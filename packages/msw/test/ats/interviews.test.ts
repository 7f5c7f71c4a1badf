import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { recruiting } from "./recruiting.ts";

let tool: Awaited<ReturnType<typeof recruiting>>;
let path: string;
// biome-ignore lint/suspicious/noExplicitAny: tests look into the JSON as a client without types would.
let application: any;
let users: { id: string; email: string }[];
beforeEach(() => begin());
afterEach(() => tool.expectValid());

async function begin(options: Parameters<typeof recruiting>[0] = {}) {
  // A tool that covers every field of an interview.
  tool = await recruiting(options, "sandbox");
  [application] = await tool.read("applications", "1001-1");
  path = `/applications/${application.id}/interviews`;
  users = await tool.read("users");
}

const user = (index: number) => users[index]?.id ?? "";
const virtual = () => ({
  title: "Technical interview",
  start_time: "2026-03-12T09:00:00.000Z",
  end_time: "2026-03-12T10:00:00.000Z",
  interviewer_user_ids: [user(0), user(1), user(0)],
  organizer_user_id: user(2),
  location: { type: "VIRTUAL", address: "https://meet.example.com/okafor" },
});
const own = () => tool.read("interviews", undefined, `&job_ids=${application.job.id}`);
const latest = async () => (await own()).at(-1);

test("an interview is scheduled in the application's stage, with its interviewers", async () => {
  const { call, read } = tool;
  expect(await call("POST", path, virtual())).toMatchObject({ status: 200, data: {} });
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
  const [{ interviews }] = await read("applications", "1001-1");
  expect(interviews).toContainEqual(
    expect.objectContaining({ id: interview.id, title: "Technical interview" }),
  );
});

test("an interview is changed by its id in the body, from online to a place", async () => {
  const { call, mock } = tool;
  await call("POST", path, virtual());
  const { id } = await latest();
  await mock.clock.advance("PT1H");
  const body = {
    ...virtual(),
    interview_id: id,
    start_time: "2026-03-13T14:30:00+01:00",
    end_time: "2026-03-13T15:30",
    interviewer_user_ids: [user(1)],
    location: { type: "PHYSICAL", address: "12 Harbour Lane, Cork" },
  };
  expect((await call("PATCH", path, body)).data).toEqual({});
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
    for (const [method, more] of [
      ["POST", {}],
      ["PATCH", { interview_id: before[0].id }],
    ] as const) {
      const { error } = await tool.call(method, `/applications/${before[0].application.id}/interviews`, {
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
    const other = (await tool.read("interviews")).find(
      ({ application_id }: { application_id: string }) => application_id !== application.id,
    );
    const change = (interview_id: string) => tool.call("PATCH", path, { ...virtual(), interview_id });
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
  await tool.call("POST", path, virtual());
  const since = "&updated_after=2026-01-15T10:00:00Z";
  expect(await tool.read("interviews", undefined, since)).toHaveLength(1);
  expect(await tool.read("applications", undefined, since)).toMatchObject([{ id: application.id }]);
});

test("an interview appears after the next sync where that is assumed", async () => {
  await begin({ assume: { "write-visibility": "after-sync" } });
  const before = await own();
  await tool.call("POST", path, virtual());
  expect(await own()).toEqual(before);
  await tool.mock.sync(tool.integrationId);
  expect(await own()).toHaveLength(before.length + 1);
});
