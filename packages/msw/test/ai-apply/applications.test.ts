import type { Body } from "@kombo-mock/openapi";
import { expect, test } from "vitest";
import { applying } from "./applying.ts";

const apply = "POST /ai-apply/apply";
const list = "GET /ai-apply/applications";

async function ready(email = "ada@example.org") {
  const desk = applying();
  const { id } = desk.mock.cast.applyablePosting;
  const { answers, questions, submission_token } = await desk.inquire(id);
  const body: Body<typeof apply> = {
    submission_token,
    candidate_email: email,
    screening_question_answers: answers,
  };
  return { ...desk, id, body, questions, answers };
}

test("an application is PENDING for five seconds, and then SUBMITTED, of which the webhook tells", async () => {
  const { call, mock, told, body, id, expectValid } = await ready();
  const now = await mock.clock.now();
  const taken = await call(apply, { body: { ...body, query_params: { source: "fjord" } } });
  expect(taken).toEqual({
    ...{ id: expect.any(String), posting_id: id, status: "PENDING", created_at: now, updated_at: now },
  });
  expect(await told()).toEqual([]);
  await mock.clock.advance("PT5S");
  const expected = {
    ...{ id: taken.id, job_posting_id: id, status: "SUBMITTED", created_at: now },
    updated_at: new Date(Date.parse(now) + 5_000).toISOString(),
  };
  expect(await told()).toEqual([expected]);
  expect((await call(list, { query: { ids: taken.id } })).results).toEqual([expected]);
  const [submission] = await mock.find("ai-apply.submissions", { application_id: taken.id });
  expect(submission).toMatchObject({ candidate_email: "ada@example.org", query_params: { source: "fjord" } });
  await expectValid();
});

test("a second application of one candidate to a posting becomes a DUPLICATE, however the address is written", async () => {
  const { call, mock, told, body } = await ready();
  await call(apply, { body });
  await call(apply, { body: { ...body, candidate_email: "ADA@example.org" } });
  await mock.clock.advance("PT5S");
  expect((await told()).map((data) => "status" in data && data.status)).toEqual(["SUBMITTED", "DUPLICATE"]);
});

test("an application FAILED by its address, or when its posting is over by then", async () => {
  const { call, mock, told, body, id } = await ready("failing@example.org");
  await call(apply, { body });
  await mock.clock.advance("PT5S");
  await call(apply, { body: { ...body, candidate_email: "bo@example.org" } });
  await mock.update("ai-apply.postings", id, { availability: "ARCHIVED" });
  await mock.clock.advance("PT5S");
  const statuses = (await told()).flatMap((data) => ("status" in data ? [data.status] : []));
  expect(statuses).toEqual(["FAILED", "FAILED"]);
});

test("a token lives 12 hours of the mock's clock", async () => {
  const { call, refusal, mock, body } = await ready();
  await mock.clock.advance("PT11H59M59S");
  await call(apply, { body });
  await mock.clock.advance("PT1S");
  const { status, code, message } = await refusal(apply, { body });
  expect([status, code]).toEqual([400, "PLATFORM.INPUT_INVALID"]);
  expect(message).toContain("body.submission_token expired");
});

test("answers have to match the form exactly; everything that does not is told, and nothing is taken in", async () => {
  const { call, refusal, body, questions, answers } = await ready();
  const before = await call(list);
  const of = (type: string) => questions.find((one) => one.question_type === type)?.question_id ?? "";
  const licence = answers.find(({ question_id }) => question_id === of("BOOLEAN"));
  const rest = answers.filter((one) => one !== licence);
  const which = questions.find(({ display_when }) => display_when !== null);
  const option = which?.options?.[0]?.id ?? "";
  const shown = { question_id: which?.question_id ?? "", answer: option };
  const asked = { question_id: of("BOOLEAN"), answer: true };
  const wrong: readonly (readonly [readonly object[], string])[] = [
    [rest, "is required and has no answer"],
    [[...answers, answers[0] ?? {}], "is answered twice"],
    [[...answers, { question_id: "nothing", answer: "a" }], "is no question of the form"],
    [[...rest, asked], "is required and has no answer"],
    [[...answers, shown], "is not shown"],
    [[...rest, asked, { ...shown, answer: "B" }], "needs the id of an option"],
    [[...rest, { ...asked, answer: "yes" }], "needs true or false"],
    [[...answers, { question_id: of("DATE"), answer: "2026-02-30" }], "needs a day"],
    [[...answers, { question_id: of("NUMBER"), answer: "six" }], "needs a number"],
    [[...answers, { question_id: of("MULTI_SELECT"), answer: ["a"] }], "needs a list of ids of options"],
  ];
  for (const [screening_question_answers, text] of wrong) {
    const refused = await refusal(apply, { body: { ...body, screening_question_answers } });
    expect(refused).toMatchObject({ status: 400, code: "PLATFORM.INPUT_INVALID" });
    expect(refused.message).toContain(text);
  }
  expect(await call(list)).toEqual(before);
  await call(apply, { body: { ...body, screening_question_answers: [...rest, asked, shown] } });
});

test("a token of nobody, an address that is none, and a scatter duration alone are refused", async () => {
  const { refusal, body } = await ready();
  for (const [wrong, text] of [
    [{ submission_token: `${body.submission_token}a` }, "body.submission_token"],
    [{ submission_token: "a.b.c" }, "body.submission_token"],
    [{ candidate_email: "ada" }, "body.candidate_email"],
    [{ additional_clicks_scatter_duration: 3 }, "additional_clicks_scatter_duration"],
    [{ additional_clicks: 31 }, "body.additional_clicks"],
  ] as const) {
    const refused = await refusal(apply, { body: { ...body, ...wrong } });
    expect(refused).toMatchObject({ status: 400, code: "PLATFORM.INPUT_INVALID" });
    expect(refused.message).toContain(text);
  }
});

test("the world has an application in each status, and lists those of a posting", async () => {
  const { call, mock } = applying();
  const { results } = await call(list);
  expect(new Set(results.map(({ status }) => status))).toEqual(
    new Set(["SUBMITTED", "DUPLICATE", "FAILED", "PENDING"]),
  );
  const { id } = mock.cast.postingOfFeed;
  const ofPosting = await call(list, { query: { job_posting_ids: id } });
  expect(ofPosting.results.map(({ job_posting_id }) => job_posting_id)).toEqual([id, id]);
});

test("an environment that is written to a file goes on where it was", async () => {
  const { call, mock, body } = await ready();
  const { id } = await call(apply, { body });
  const career_site_id = mock.cast.careerSite.id;
  await call("POST /ai-apply/postings", { body: { url: "https://jobs.example.com/a", career_site_id } });
  const file = await mock.exportState();
  const copy = applying();
  await copy.mock.importState(file);
  expect(await copy.mock.exportState()).toEqual(file);
  await copy.mock.clock.advance("PT5S");
  await mock.clock.advance("PT5S");
  expect(await copy.call(list)).toEqual(await call(list));
  expect(await copy.call("GET /ai-apply/postings")).toEqual(await call("GET /ai-apply/postings"));
  expect(await copy.told()).toMatchObject([{ availability: "APPLYABLE" }, { id, status: "SUBMITTED" }]);
});

test("a world file that is wrong about a record of AI Apply is refused with its path", async () => {
  const { mock } = applying();
  const file = {
    ...(await mock.exportState()),
    ai_apply: {
      records: { "ai-apply.postings": [{ id: mock.cast.pendingPosting.id, availability: "GONE" }] },
    },
  };
  await expect(async () => await mock.importState(file)).rejects.toThrow(
    'ai_apply.records["ai-apply.postings"][0].availability',
  );
});

test("what belongs to no integration is found without one, and in none", async () => {
  const { mock } = applying();
  const { id, integration_id } = mock.cast.careerSite;
  expect(await mock.find("ai-apply.career-sites", id, { integration_id })).toEqual([
    { id, label: "Harbor Foods" },
  ]);
  const [first] = await mock.integrations.list();
  await expect(async () =>
    mock.find("ai-apply.career-sites", id, { integration_id: first?.id }),
  ).rejects.toThrow("belongs to no integration");
  expect((await mock.integrations.list()).map((one) => one.id)).not.toContain(integration_id);
});
