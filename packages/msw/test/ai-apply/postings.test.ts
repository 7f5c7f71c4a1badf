import { expect, test } from "vitest";
import { applying } from "./applying.ts";

const list = "GET /ai-apply/postings";
const create = "POST /ai-apply/postings";
const inquire = "POST /ai-apply/postings/{posting_id}/inquire";
const url = "https://jobs.example.com/baker";

test("a posting is PENDING for five seconds, of which no webhook tells, and then APPLYABLE or UNAVAILABLE", async () => {
  const { call, mock, told, expectValid } = applying();
  const now = await mock.clock.now();
  const career_site_id = mock.cast.careerSite.id;
  const [good, bad] = [
    await call(create, { body: { url, career_site_id, job_code: "B-1", location: { country: "DE" } } }),
    await call(create, { body: { url: `${url}/unavailable`, career_site_id } }),
  ];
  expect(good).toEqual({
    ...{ id: expect.any(String), url, job_code: "B-1", availability: "PENDING" },
    career_site: { id: career_site_id, label: "Harbor Foods" },
    ...{ created_at: now, updated_at: now, archived_at: null, archived_reason: null },
  });
  await mock.clock.advance("PT4.9S");
  expect(await told()).toEqual([]);
  await mock.clock.advance("PT10M");
  // At its own time, whenever somebody looks.
  const updated_at = new Date(Date.parse(now) + 5_000).toISOString();
  const expected = [
    { ...good, availability: "APPLYABLE", updated_at },
    { ...bad, availability: "UNAVAILABLE", updated_at },
  ];
  expect(await told()).toEqual(expected);
  const { results } = await call(list, { query: { ids: `${good.id},${bad.id}` } });
  expect(results).toEqual(expected);
  await expectValid();
});

test("five postings are read at a time, those that came first before", async () => {
  const { call, mock, told } = applying();
  const career_site_id = mock.cast.careerSite.id;
  for (let index = 0; index < 7; index++)
    await call(create, { body: { url: `${url}-${index}`, career_site_id } });
  await mock.clock.advance("PT5S");
  expect(await told()).toHaveLength(5);
  await mock.clock.advance("PT5S");
  expect(await told()).toHaveLength(7);
});

test("the world has a posting in each state, which filters and pages find", async () => {
  const { call, mock } = applying();
  const states: string[] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page = await call(list, { query: { page_size: "3", ...(cursor ? { cursor } : {}) } });
    states.push(...page.results.map(({ availability, archived_reason }) => archived_reason ?? availability));
    cursor = page.next;
  }
  const reasons = ["JOB_POSTING_TAKEN_OFFLINE", "MANUAL_ARCHIVE", "REMOVED_FROM_JOB_FEED"];
  expect(states).toEqual(["APPLYABLE", "PENDING", "UNAVAILABLE", ...reasons, "APPLYABLE", "APPLYABLE"]);
  const { results } = await call(list, { query: { job_codes: "FL-6,FL-7,none" } });
  expect(results.map(({ job_code }) => job_code)).toEqual(["FL-6", "FL-7"]);
  const ofSite = await call(list, { query: { career_site_ids: mock.cast.careerSite.id } });
  expect(new Set(ofSite.results.map(({ career_site }) => career_site.label))).toEqual(
    new Set(["Harbor Foods"]),
  );
  expect(ofSite.results).toHaveLength(5);
});

test("who archives a posting by hand is told of by the webhook, with the reason and the time", async () => {
  const { mock, told } = applying();
  const { id } = mock.cast.applyablePosting;
  const now = await mock.clock.now();
  await mock.update("ai-apply.postings", id, { availability: "ARCHIVED" });
  expect(await told()).toMatchObject([
    { id, availability: "ARCHIVED", archived_reason: "MANUAL_ARCHIVE", archived_at: now, updated_at: now },
  ]);
  await mock.update("ai-apply.postings", id, { availability: "PENDING" });
  expect(await told()).toHaveLength(1);
});

test("a new posting of a test is announced by nothing, and a PENDING one waits until somebody moves it", async () => {
  const { mock, told } = applying();
  await mock.create("ai-apply.postings", { url });
  const { id } = await mock.create("ai-apply.postings", { url, availability: "PENDING" });
  await mock.clock.advance("P1D");
  expect(await told()).toEqual([]);
  await mock.update("ai-apply.postings", id, { availability: "UNAVAILABLE" });
  expect(await told()).toMatchObject([{ id, availability: "UNAVAILABLE" }]);
});

test("a form has every type of question, a section, and one question that depends on another", async () => {
  const { inquire: ask, mock, expectValid } = applying();
  const { application_form, questions } = await ask(mock.cast.applyablePosting.id);
  expect(application_form[0]).toMatchObject({ block_type: "SECTION", label: "About you" });
  expect(new Set(questions.map(({ question_type }) => question_type))).toEqual(
    new Set(["TEXT", "SINGLE_SELECT", "FILE", "BOOLEAN", "NUMBER", "DATE", "MULTI_SELECT"]),
  );
  const conditions = questions.flatMap(({ display_when }) => display_when ?? []);
  expect(conditions).toHaveLength(1);
  expect(questions.map(({ question_id }) => question_id)).toContain(conditions[0]?.question_id);
  expect(questions.find(({ category }) => category === "EEO")?.unified_key).toBe("GENDER");
  await expectValid();
});

test.each(["pendingPosting", "unavailablePosting", "archivedPosting"] as const)(
  "nobody can inquire about the %s",
  async (name) => {
    const { refusal, mock } = applying();
    const input = { path: { posting_id: mock.cast[name].id }, body: {} };
    const { status, code, message } = await refusal(inquire, input);
    expect([status, code]).toEqual([400, "PLATFORM.INPUT_INVALID"]);
    expect(message).toContain("path.posting_id");
  },
);

test("an unknown posting is 404, and an unknown career site or a URL that is none is invalid input", async () => {
  const { refusal, mock } = applying();
  const path = { posting_id: "2yNfVx6JrKp8DqWmTz4BhGsC" };
  expect(await refusal(inquire, { path, body: {} })).toMatchObject({ status: 404, code: null });
  const career_site_id = mock.cast.careerSite.id;
  for (const body of [
    { url, career_site_id: path.posting_id },
    { url: "ftp://jobs.example.com/a", career_site_id },
    { url, career_site_id, location: { country: "XX" } },
    { career_site_id },
  ]) {
    expect(await refusal(create, { body })).toMatchObject({ status: 400, code: "PLATFORM.INPUT_INVALID" });
  }
});

test("labels of career sites and job feeds need not be unique; a feed needs one that is not empty", async () => {
  const { call, refusal } = applying();
  const body = { label: "Harbor Foods" };
  const made = [
    await call("POST /ai-apply/career-sites", { body }),
    await call("POST /ai-apply/career-sites", { body }),
  ];
  const sites = await call("GET /ai-apply/career-sites");
  expect(sites.results.slice(-2)).toEqual(made);
  expect(sites.results.filter(({ label }) => label === body.label)).toHaveLength(3);
  const feed = await call("POST /ai-apply/job-feeds", { body });
  expect((await call("GET /ai-apply/job-feeds", { query: { ids: feed.id } })).results).toEqual([feed]);
  const empty = await refusal("POST /ai-apply/job-feeds", { body: { label: "" } });
  expect(empty).toMatchObject({ status: 400, code: "PLATFORM.INPUT_INVALID" });
});
