import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { given, linked, recruiting } from "./recruiting.ts";

let tool: Awaited<ReturnType<typeof recruiting>>;
beforeEach(async () => {
  tool = await recruiting();
});
afterEach(() => tool.expectValid());

const pendingApplication = async () => linked(await tool.one("applications", "1001-1"));
const afterSync = { assume: { "write-visibility": "after-sync" } } as const;

describe("a note", () => {
  test("is listed as HTML, on its application and candidate", async () => {
    const { kombo, read } = tool;
    const application = await pendingApplication();
    const { data, warnings } = await kombo.ats.addApplicationNote({
      application_id: application.id,
      body: {
        content: 'Score 87 < 100 & "good".\nFinished early.\r\n\r\nCall back.',
        content_type: "PLAIN_TEXT",
      },
    });
    expect({ data, warnings }).toEqual({ data: {}, warnings: [] });
    const notes = await read("notes", { application_ids: application.id });
    expect(notes.at(-1)).toMatchObject({
      application_id: application.id,
      candidate_id: application.candidate.id,
      author_id: null,
      author: null,
      title: null,
      content_html: "<p>Score 87 &lt; 100 &amp; &quot;good&quot;.<br>Finished early.</p><p>Call back.</p>",
      remote_created_at: "2026-01-15T09:00:00.000Z",
      changed_at: "2026-01-15T09:00:00.000Z",
    });
    expect(await read("notes", { candidate_ids: application.candidate.id })).toContainEqual(notes.at(-1));
  });

  test.each([
    [{ content: "x", content_type: "HTML" }, 'body.content_type must be "PLAIN_TEXT", but is "HTML"'],
    [{ content_type: "PLAIN_TEXT" }, "body.content is missing"],
  ])("is refused when it is not what it has to be (%#)", async (body, message) => {
    const { id } = await pendingApplication();
    expect((await tool.send("POST", `/applications/${id}/notes`, body)).error).toMatchObject({
      code: "PLATFORM.INPUT_INVALID",
      message: expect.stringContaining(message),
    });
  });

  test("waits for the next sync where that is assumed, and so do others, each with an id of its own", async () => {
    tool = await recruiting(afterSync);
    const { call, integrationId, mock, read } = tool;
    const { id } = await pendingApplication();
    const before = await read("notes");
    for (const content of ["first", "second"]) {
      await call("POST /ats/applications/{application_id}/notes", {
        path: { application_id: id },
        body: { content, content_type: "PLAIN_TEXT" },
      });
    }
    expect(await read("notes")).toEqual(before);
    await mock.sync(integrationId);
    const added = (await read("notes")).slice(before.length);
    expect(added).toMatchObject([{ content_html: "<p>first</p>" }, { content_html: "<p>second</p>" }]);
    expect(added[0]?.id).not.toBe(added[1]?.id);
  });
});

describe("a tag", () => {
  const tagsOf = async (remoteId: string) =>
    (await tool.one("candidates", remoteId)).tags.map(({ name }) => name);

  test("that exists is given to a candidate once, by its name", async () => {
    const { kombo, one, read } = tool;
    const candidate = await one("candidates", "1002");
    const name = given((await one("tags", "1003")).name, "a tag's name");
    const count = (await read("tags")).length;
    for (let time = 0; time < 2; time++) {
      const { data } = await kombo.ats.addCandidateTag({
        candidate_id: candidate.id,
        body: { tag: { name } },
      });
      expect(data).toEqual({});
    }
    expect(await tagsOf("1002")).toEqual([...candidate.tags.map(({ name }) => name), name]);
    expect(await read("tags")).toHaveLength(count);
  });

  test("that does not exist is created, told apart by case", async () => {
    const { kombo, one, read } = tool;
    const candidate = await one("candidates", "1002");
    const name = given((await one("tags", "1001")).name, "a tag's name");
    await kombo.ats.addCandidateTag({
      candidate_id: candidate.id,
      body: { tag: { name: name.toUpperCase() } },
    });
    expect((await read("tags")).at(-1)).toMatchObject({ name: name.toUpperCase(), remote_deleted_at: null });
    expect(await tagsOf("1002")).toContain(name.toUpperCase());
  });

  test("is taken off, and it does not matter whether it was there", async () => {
    const { kombo, one, read } = tool;
    const candidate = await one("candidates", "1002");
    await kombo.ats.addCandidateTag({ candidate_id: candidate.id, body: { tag: { name: "Portfolio" } } });
    for (const name of ["Portfolio", "Portfolio", "Never heard of"]) {
      const { data } = await kombo.ats.removeCandidateTag({
        candidate_id: candidate.id,
        body: { tag: { name } },
      });
      expect(data).toEqual({});
    }
    expect(await one("candidates", "1002")).toEqual(candidate);
    expect((await read("tags")).at(-1)).toMatchObject({ name: "Portfolio" });
  });

  test("brings its candidate up by updated_after, without a change of the candidate's own", async () => {
    const { call, mock, one, read } = tool;
    const candidate = await one("candidates", "1002");
    await mock.clock.advance("PT1H");
    await call("POST /ats/candidates/{candidate_id}/tags", {
      path: { candidate_id: candidate.id },
      body: { tag: { name: "Portfolio" } },
    });
    expect(await read("candidates", { updated_after: "2026-01-15T10:00:00Z" })).toMatchObject([
      { id: candidate.id, changed_at: candidate.changed_at },
    ]);
  });

  test("appears after the next sync where that is assumed; what is done before adds up", async () => {
    tool = await recruiting(afterSync);
    const { call, integrationId, mock, one, read } = tool;
    const candidate = await one("candidates", "1002");
    const before = await tagsOf("1002");
    const count = (await read("tags")).length;
    const tag = (method: "POST" | "DELETE", name: string) =>
      call(`${method} /ats/candidates/{candidate_id}/tags`, {
        path: { candidate_id: candidate.id },
        body: { tag: { name } },
      });
    await tag("POST", "First");
    await tag("POST", "Second");
    await tag("POST", "First");
    await tag("POST", "Third");
    await tag("DELETE", "Second");
    expect(await tagsOf("1002")).toEqual(before);
    expect(await read("tags")).toHaveLength(count);
    await mock.sync(integrationId);
    expect(await tagsOf("1002")).toEqual([...before, "First", "Third"]);
    expect((await read("tags")).slice(count).map(({ name }) => name)).toEqual(["First", "Second", "Third"]);
  });

  test("without a name is refused", async () => {
    const candidate = await tool.one("candidates", "1002");
    expect(
      (await tool.send("POST", `/candidates/${candidate.id}/tags`, { tag: { name: "" } })).error,
    ).toMatchObject({
      code: "PLATFORM.INPUT_INVALID",
      message: expect.stringContaining("body.tag.name must have at least 1 character"),
    });
  });
});

describe("a result link", () => {
  const link = {
    label: "Coding task",
    url: "https://results.example.com/reports/4711",
    details: { custom_field_name_prefix: "Tests:", attributes: [{ key: "Score", value: "87" }] },
  };

  test("is taken for an application and for a candidate, and no list changes", async () => {
    const { kombo, read } = tool;
    const application = await pendingApplication();
    const before = [await read("applications"), await read("candidates")];
    const { data } = await kombo.ats.addApplicationResultLink({ application_id: application.id, body: link });
    const candidate_id = application.candidate.id;
    expect(data).toEqual({});
    expect((await kombo.ats.addCandidateResultLink({ candidate_id, body: link })).data).toEqual({});
    expect([await read("applications"), await read("candidates")]).toEqual(before);
  });

  test("is shown by the control calls, with whom it was left", async () => {
    const { call, integrationId, mock } = tool;
    const application = await pendingApplication();
    const remote_fields = { greenhouse: { post_headers: { "On-Behalf-Of": "40218" } } };
    await call("POST /ats/applications/{application_id}/result-links", {
      path: { application_id: application.id },
      body: { ...link, remote_fields },
    });
    const query = new URLSearchParams({ integration_id: integrationId });
    const response = await mock.fetch(`https://api.kombo.dev/_mock/records/ats.result-links?${query}`);
    expect((await response.json()).results).toMatchObject([
      {
        ...link,
        application_id: application.id,
        candidate_id: application.candidate.id,
        remote_fields: remote_fields.greenhouse,
        created_at: "2026-01-15T09:00:00.000Z",
      },
    ]);
  });

  test.each([
    [{ ...link, url: "not a url" }, "body.url must be"],
    [{ url: link.url }, "body.label is missing"],
  ])("is refused when it is not what it has to be (%#)", async (body, message) => {
    const { id } = await pendingApplication();
    expect((await tool.send("POST", `/applications/${id}/result-links`, body)).error).toMatchObject({
      code: "PLATFORM.INPUT_INVALID",
      message: expect.stringContaining(message),
    });
  });
});

test.each([
  ["POST", "applications/nothing/notes", { content: "x", content_type: "PLAIN_TEXT" }],
  ["POST", "applications/nothing/result-links", { label: "x", url: "https://x.example.com" }],
  ["POST", "candidates/nothing/result-links", { label: "x", url: "https://x.example.com" }],
  ["POST", "candidates/nothing/tags", { tag: { name: "x" } }],
  ["DELETE", "candidates/nothing/tags", { tag: { name: "x" } }],
  ["GET", "applications/nothing/attachments", undefined],
  ["GET", "candidates/nothing/attachments", undefined],
  ["PUT", "applications/nothing/stage", { stage_id: "x" }],
  ["POST", "applications/nothing/reject", { rejection_reason_id: "x" }],
])("%s %s is about nothing that exists", async (method, path, body) => {
  expect(await tool.send(method, `/${path}`, body)).toMatchObject({
    status: 404,
    error: { code: null, message: expect.stringMatching(/^path\.\w+: "nothing" is no record of "ats\.\w+"/) },
  });
});
