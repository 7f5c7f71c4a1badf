import { expect, test } from "vitest";
import { applying } from "./applying.ts";

const jobs = "GET /ai-apply/unified-api/jobs";
const apply = "POST /ai-apply/unified-api/jobs/{job_id}/applications";

const candidate = { first_name: "Ada", last_name: "Lund", email_address: "ada@example.org" };
const cv = { name: "cv.pdf", type: "CV" as const, data_url: "https://files.example.com/cv.pdf" };

test("postings are listed as jobs, five a page, with the questions that an application does not answer anyway", async () => {
  const { call, mock, refusal, expectValid } = applying();
  const first = await call(jobs);
  expect(first.results).toHaveLength(5);
  const second = await call(jobs, { query: { cursor: first.next ?? "" } });
  expect([second.results.length, second.next]).toEqual([3, null]);
  const [job] = (await call(jobs, { query: { ids: mock.cast.applyablePosting.id } })).results;
  expect(job).toMatchObject({ name: "Warehouse planner", status: "OPEN", closed_at: null });
  const titles = job?.screening_questions?.map(({ title }) => title);
  expect(titles).toContain("Do you have a driving licence?");
  expect(titles).not.toContain("First name");
  const [archived] = (await call(jobs, { query: { ids: mock.cast.offlinePosting.id } })).results;
  expect(archived).toMatchObject({ status: "ARCHIVED", screening_questions: null });
  expect(archived?.remote_deleted_at).toBe(archived?.closed_at);
  expect((await call(jobs, { query: { remote_ids: job?.remote_id ?? "" } })).results).toEqual([]);
  expect((await call(jobs, { query: { job_codes: "FL-7" } })).results).toHaveLength(1);
  expect(await refusal(jobs, { query: { page_size: "6" } })).toMatchObject({ status: 400 });
  await expectValid();
});

test("who applies to a job has an application to the posting, which is submitted like any other", async () => {
  const { call, mock, told, expectValid } = applying();
  const { id } = mock.cast.applyablePosting;
  const [job] = (await call(jobs, { query: { ids: id } })).results;
  const [first, which] = job?.screening_questions ?? [];
  expect(which?.precondition_question_id).toBe(first?.id);
  const made = await call(apply, {
    path: { job_id: id },
    body: {
      ...{ candidate, attachments: [cv] },
      screening_question_answers: [{ question_id: first?.id ?? "", answer: false }],
    },
  });
  expect(made).toMatchObject({ job_id: id, outcome: "PENDING", candidate: { first_name: "Ada" } });
  await mock.clock.advance("PT5S");
  expect(await told()).toMatchObject([{ id: made.id, job_posting_id: id, status: "SUBMITTED" }]);
  await expectValid();
});

test("an application to a job without a CV or a required answer, or to one that is over, is refused", async () => {
  const { refusal, mock } = applying();
  const { applyablePosting, archivedPosting } = mock.cast;
  for (const [job_id, body, text] of [
    [applyablePosting.id, { candidate }, "body.attachments"],
    [applyablePosting.id, { candidate, attachments: [cv] }, "is required and has no answer"],
    [archivedPosting.id, { candidate, attachments: [cv] }, "path.job_id"],
    [applyablePosting.id, {}, "body.candidate"],
  ] as const) {
    const refused = await refusal(apply, { path: { job_id }, body });
    expect(refused).toMatchObject({ status: 400, code: "PLATFORM.INPUT_INVALID" });
    expect(refused.message).toContain(text);
  }
});
