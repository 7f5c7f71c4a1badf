import { expect, test } from "vitest";
import { applying } from "./applying.ts";

const bulk = "POST /ai-apply/job-feeds/{job_feed_id}/bulk-import";
const postings = "GET /ai-apply/postings";

const line = (slug: string, more: object = {}) =>
  JSON.stringify({ url: `https://jobs.example.com/${slug}`, career_site_label: "Millers", ...more });

async function emptyFeed() {
  const desk = applying();
  const feed = await desk.call("POST /ai-apply/job-feeds", { body: { label: "Agency" } });
  const path = { job_feed_id: feed.id };
  return {
    ...desk,
    path,
    async import(...lines: readonly string[]) {
      const { status, data, error } = await desk.send(bulk, { path, body: lines.join("\n") });
      expect(status, error?.message).toBe(200);
      return data;
    },
    own: async () =>
      (await desk.call(postings)).results.filter(({ career_site }) => career_site.label === "Millers"),
  };
}

test("an import creates postings and their career site, updates known ones, and archives those that are missing", async () => {
  const desk = await emptyFeed();
  expect(await desk.import(line("a"), "", line("b", { job_code: "B" }), line("b"))).toEqual({
    ...{ created: 3, processed: 3, archived: 0 },
  });
  const sites = (await desk.call("GET /ai-apply/career-sites")).results;
  expect(sites.filter(({ label }) => label === "Millers")).toHaveLength(1);
  await desk.mock.clock.advance("PT5S");
  expect((await desk.own()).map(({ availability }) => availability)).toEqual(Array(3).fill("APPLYABLE"));
  expect(await desk.import(line("b"), line("c"))).toEqual({ created: 1, processed: 2, archived: 2 });
  expect((await desk.own()).map(({ url, archived_reason }) => [url.at(-1), archived_reason])).toEqual([
    ["a", "REMOVED_FROM_JOB_FEED"],
    ["b", "REMOVED_FROM_JOB_FEED"],
    ["b", null],
    ["c", null],
  ]);
  expect((await desk.told()).slice(3)).toMatchObject([
    { job_code: null, availability: "ARCHIVED" },
    { job_code: "B", availability: "ARCHIVED" },
  ]);
  await desk.expectValid();
});

test("the same list again changes nothing, and other feeds are left alone", async () => {
  const desk = await emptyFeed();
  await desk.import(line("a", { location: { country: "DE" } }));
  const before = await desk.call(postings);
  expect(await desk.import(line("a"))).toEqual({ created: 0, processed: 1, archived: 0 });
  expect(await desk.call(postings)).toEqual(before);
});

test("a posting that comes back to its feed is PENDING, and read again", async () => {
  const desk = await emptyFeed();
  await desk.import(line("a"), line("b"));
  await desk.import(line("b"));
  expect(await desk.import(line("a"), line("b"))).toEqual({ created: 0, processed: 2, archived: 0 });
  expect((await desk.own())[0]).toMatchObject({ availability: "PENDING", archived_at: null });
  await desk.mock.clock.advance("PT5S");
  expect((await desk.own())[0]).toMatchObject({ availability: "APPLYABLE", archived_reason: null });
});

test("an import with lines that are no postings is refused with each of them, and changes nothing", async () => {
  const { refusal, call, path } = await emptyFeed();
  const before = await call(postings);
  const lines = [
    line("a"),
    "{",
    "[]",
    JSON.stringify({ url: "nothing", career_site_label: 3 }),
    line("b", { location: {} }),
  ];
  const { status, code, message } = await refusal(bulk, { path, body: lines.join("\n") });
  expect([status, code]).toEqual([400, "PLATFORM.INPUT_INVALID"]);
  for (const text of [
    "line 2: it is not JSON",
    "line 3",
    "line 4: url",
    "line 4: career_site_label",
    "line 5",
  ])
    expect(message).toContain(text);
  expect(await call(postings)).toEqual(before);
});

test("an import is refused that is JSON, empty, too large, or to no feed", async () => {
  const { refusal, path } = await emptyFeed();
  const unknown = { job_feed_id: "2yNfVx6JrKp8DqWmTz4BhGsC" };
  expect(await refusal(bulk, { path: unknown, body: line("a") })).toMatchObject({ status: 404, code: null });
  for (const body of [
    { url: "https://jobs.example.com/a", career_site_label: "Millers" },
    " ",
    "x".repeat(35_000_001),
  ])
    expect(await refusal(bulk, { path, body })).toMatchObject({
      status: 400,
      code: "PLATFORM.INPUT_INVALID",
    });
});

test("an import that runs already, or too long, is a failure that a test sets", async () => {
  const { refusal, mock, path } = await emptyFeed();
  await mock.fail(bulk, "AI_APPLY.JOB_FEED_IMPORT_ALREADY_RUNNING", { times: 1 });
  await mock.fail(bulk, "AI_APPLY.JOB_FEED_IMPORT_TIMED_OUT", { times: 1 });
  const codes = [];
  for (let index = 0; index < 2; index++) codes.push((await refusal(bulk, { path, body: line("a") })).code);
  expect(codes).toEqual(["AI_APPLY.JOB_FEED_IMPORT_ALREADY_RUNNING", "AI_APPLY.JOB_FEED_IMPORT_TIMED_OUT"]);
});

test("an import of thousands of postings is answered, and they are read five at a time", async () => {
  const desk = await emptyFeed();
  const lines = Array.from({ length: 3_000 }, (_, index) => line(`job-${index}`));
  expect(await desk.import(...lines)).toEqual({ created: 3_000, processed: 3_000, archived: 0 });
  await desk.mock.clock.advance("PT50S");
  expect(await desk.told()).toHaveLength(50);
});
