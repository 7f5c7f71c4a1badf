import type { Body } from "@kombo-mock/openapi";
import { setupServer } from "msw/node";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { ada, given, linked, recruiting, sole } from "./recruiting.ts";

let tool: Awaited<ReturnType<typeof recruiting>>;
beforeEach(async () => {
  tool = await recruiting();
});
afterEach(() => tool.expectValid());

const pdf = "application/pdf";
const text = {
  name: "notes – Jürgen.txt",
  type: "OTHER",
  content_type: "text/plain",
  data: "aGVsbG8gd29ybGQ=",
} as const;
const cv = { name: "cv.pdf", type: "CV", content_type: pdf, data: "JVBERi0=" } as const;

const pendingApplication = async () => linked(await tool.one("applications", "1001-1"));
const ofApplication = async (application_id: string) => {
  const operation = "GET /ats/applications/{application_id}/attachments";
  return (await tool.call(operation, { path: { application_id } })).data.results;
};
const ofCandidate = async (candidate_id: string) => {
  const operation = "GET /ats/candidates/{candidate_id}/attachments";
  return (await tool.call(operation, { path: { candidate_id } })).data.results;
};
/** Applies with files to a job without questions. */
const apply = (attachments: Body<"POST /ats/jobs/{job_id}/applications">["attachments"] & object) =>
  tool.call("POST /ats/jobs/{job_id}/applications", {
    path: { job_id: "remote:1009" },
    body: { candidate: ada, attachments },
  });

describe("a file that is added", () => {
  test("to an application is listed there and with the candidate, and can be downloaded", async () => {
    const { kombo, mock } = tool;
    const application = await pendingApplication();
    const { data } = await kombo.ats.addApplicationAttachment({
      application_id: application.id,
      body: { attachment: text },
    });
    expect(data).toEqual({});
    const { data: answer } = await kombo.ats.getApplicationAttachments({ application_id: application.id });
    const file = answer.results.at(-1);
    expect(file).toMatchObject({
      type: "OTHER",
      file_name: text.name,
      content_type: "text/plain",
      remote_created_at: new Date("2026-01-15T09:00:00.000Z"),
    });
    const { data: all } = await kombo.ats.getCandidateAttachments({
      candidate_id: application.candidate.id,
    });
    expect(all.results).toContainEqual({
      ...file,
      application_id: application.id,
      candidate_id: application.candidate.id,
    });
    const response = await mock.fetch(file?.data_url ?? "");
    expect(await response.text()).toBe("hello world");
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "content-type": "text/plain; charset=utf-8",
      "content-disposition": `attachment; filename="notes _ J_rgen.txt"; filename*=UTF-8''notes%20%E2%80%93%20J%C3%BCrgen.txt`,
      "x-content-type-options": "nosniff",
    });
  });

  test("to a candidate belongs to no application", async () => {
    const application = await pendingApplication();
    const before = await ofApplication(application.id);
    await tool.kombo.ats.addCandidateAttachment({
      candidate_id: application.candidate.id,
      body: { attachment: cv },
    });
    expect(await ofApplication(application.id)).toEqual(before);
    expect((await ofCandidate(application.candidate.id)).at(-1)).toMatchObject({
      type: "CV",
      application_id: null,
      candidate_id: application.candidate.id,
    });
  });

  test("along with a new application is that application's", async () => {
    const { data } = await apply([cv, text]);
    expect(await ofApplication(data.id)).toMatchObject([
      { type: "CV", file_name: "cv.pdf" },
      { type: "OTHER", file_name: text.name },
    ]);
  });

  test("by its address is not fetched, and a placeholder says so", async () => {
    const { mock } = tool;
    const application = await pendingApplication();
    const { assumes } = await tool.call("POST /ats/applications/{application_id}/attachments", {
      path: { application_id: application.id },
      body: {
        attachment: { name: "report.txt", type: "OTHER", data_url: "https://files.example.com/4711" },
      },
    });
    expect(assumes).toContain("attachment-urls-are-fetched");
    const file = given((await ofApplication(application.id)).at(-1), "a last file");
    expect(file).toMatchObject({ file_name: "report.txt", content_type: "text/plain" });
    expect(await (await mock.fetch(file.data_url)).text()).toContain(
      "It was sent as https://files.example.com/4711",
    );
  });

  test.each([
    [{ name: "a", type: "CV" }, "body.attachment needs exactly one of data_url and data, but has none"],
    [
      { ...cv, data_url: "https://files.example.com/1" },
      "needs exactly one of data_url and data, but has both",
    ],
    [{ ...cv, content_type: undefined }, "body.attachment.content_type is missing; with data it is needed"],
    [{ ...cv, data: "not base64" }, "body.attachment.data is not base64"],
    [{ ...cv, data: "abc" }, "body.attachment.data is not base64"],
    [{ ...cv, type: "PHOTO" }, "body.attachment.type must be"],
  ])("is refused when it cannot be read (%#)", async (attachment, message) => {
    const application = await pendingApplication();
    const { candidate, id } = application;
    const before = await ofCandidate(candidate.id);
    for (const owner of [`applications/${id}`, `candidates/${candidate.id}`]) {
      expect(await tool.send("POST", `/${owner}/attachments`, { attachment })).toMatchObject({
        status: 400,
        error: { code: "PLATFORM.INPUT_INVALID", message: expect.stringContaining(message) },
      });
    }
    expect(await ofCandidate(candidate.id)).toEqual(before);
  });

  test("along with a new application is named by its place", async () => {
    const body = { candidate: ada, attachments: [cv, { ...cv, data: "?" }] };
    const { error } = await tool.send("POST", "/jobs/remote:1009/applications", body);
    expect(error?.message).toBe("body.attachments[1].data is not base64.");
  });
});

describe("what a tool takes", () => {
  test("is told by four actions, with numbers only where several files come at once", async () => {
    const { call } = tool;
    const { data: create } = await call("GET /ats/actions/ats_create_application", {});
    expect((await call("GET /ats/actions/ats_create_candidate", {})).data).toEqual(create);
    expect(create.attachment_restrictions).toMatchObject({
      total_size_bytes: 20_000_000,
      types: { CV: { is_supported: true, min_amount: 0, max_file_size_bytes: 10_000_000 } },
    });
    const { data: add } = await call("GET /ats/actions/ats_add_application_attachment", {});
    expect((await call("GET /ats/actions/ats_add_candidate_attachment", {})).data).toEqual(add);
    const limits = given(create.attachment_restrictions?.types.CV, "limits of CVs");
    if (!limits.is_supported) throw new Error("The test needs a tool that takes CVs.");
    const { accepted_mime_types } = limits;
    expect(add.attachment_restrictions?.types.CV).toEqual({
      is_supported: true,
      max_file_size_bytes: 10_000_000,
      accepted_mime_types,
    });
  });

  test("can be unknown, and then everything is taken", async () => {
    tool = await recruiting({}, "teamtailor");
    expect((await tool.call("GET /ats/actions/ats_create_candidate", {})).data).toEqual({
      attachment_restrictions: null,
    });
    const { data } = await apply([{ ...cv, content_type: "video/mp4" }]);
    expect(await ofApplication(data.id)).toMatchObject([{ content_type: "video/mp4" }]);
  });

  const bytes = (count: number) => "A".repeat(Math.ceil(count / 3) * 4);
  test.each([
    ["greenhouse", [{ ...cv, content_type: "video/mp4" }], "body.attachments[0].content_type must be one of"],
    [
      "greenhouse",
      [{ ...cv, data: bytes(10_000_001) }],
      "body.attachments[0] must be at most 10000000 bytes",
    ],
    [
      "greenhouse",
      [1, 2].map(() => ({ ...cv, type: "COVER_LETTER" })),
      "body.attachments must hold at most 1 of type COVER_LETTER, but holds 2",
    ],
    [
      "greenhouse",
      [1, 2, 3].map(() => ({ ...text, data: bytes(7_000_000) })),
      "body.attachments must be at most 20000000 bytes together",
    ],
    [
      "lever",
      [{ ...cv, type: "COVER_LETTER" }],
      "body.attachments[0].type: attachments of type COVER_LETTER are not taken",
    ],
    ["workable", [], "body.attachments must hold at least 1 of type CV, but holds 0"],
    ["smartrecruiters", [cv, cv], "body.attachments must hold at most 1 of type CV, but holds 2"],
  ])("goes for the files of a new application (%s, %#)", async (name, attachments, message) => {
    tool = await recruiting({}, name);
    const body = { candidate: ada, attachments };
    const answer = await tool.send("POST", "/jobs/remote:1009/applications", body);
    expect(answer).toMatchObject({
      status: 400,
      error: { code: "REMOTE.INPUT_INVALID", message: expect.stringContaining(message) },
    });
    expect(answer.assumes).toContain("attachment-limits-code");
    expect(await tool.read("candidates", { email: ada.email_address })).toEqual([]);
  });

  test("goes for a file that is added, and may be refused in the vendor's own name", async () => {
    tool = await recruiting({ assume: { "attachment-limits-code": "PLATFORM.INPUT_INVALID" } }, "lever");
    const application = await pendingApplication();
    const attachment = { ...cv, type: "COVER_LETTER" };
    expect(
      (await tool.send("POST", `/applications/${application.id}/attachments`, { attachment })).error,
    ).toMatchObject({
      code: "PLATFORM.INPUT_INVALID",
      message: expect.stringContaining(
        "body.attachment.type: attachments of type COVER_LETTER are not taken",
      ),
    });
  });
});

describe("a tool that keeps files with candidates only", () => {
  test.each([
    ["recruitee", {}],
    ["greenhouse", { "files-per-candidate": "all" }],
  ] as const)("lists the candidate's for each application (%s)", async (name, assume) => {
    tool = await recruiting({ assume }, name);
    const application = await pendingApplication();
    await tool.call("POST /ats/applications/{application_id}/attachments", {
      path: { application_id: application.id },
      body: { attachment: cv },
    });
    const files = await ofCandidate(application.candidate.id);
    expect(files.at(-1)).toMatchObject({ file_name: "cv.pdf", application_id: null });
    expect((await ofApplication(application.id)).map(({ id }) => id)).toEqual(files.map(({ id }) => id));
  });
});

describe("files of the world", () => {
  const beginnings: Record<string, string> = {
    [pdf]: "%PDF-1.4",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "PK\u0003\u0004",
    "image/png": "\u0089PNG",
  };

  test("are what they say they are, the same each time", async () => {
    const { mock, read } = tool;
    const types = new Set<string>();
    for (const { id } of await read("candidates")) {
      for (const { data_url, content_type } of await ofCandidate(id)) {
        const response = await mock.fetch(data_url);
        const content = await response.bytes();
        expect(response.headers.get("content-type")).toBe(content_type);
        const begin = beginnings[content_type] ?? "unknown";
        expect(String.fromCharCode(...content.slice(0, begin.length))).toBe(begin);
        expect(await (await mock.fetch(data_url)).bytes()).toEqual(content);
        types.add(content_type);
      }
    }
    expect(types).toContain(pdf);
  });

  test("are served through MSW's handlers too, byte for byte", async () => {
    const { data } = await apply([{ ...cv, data: "AP8A/w==" }]);
    const { data_url } = sole(await ofApplication(data.id), "file");
    const server = setupServer(...tool.mock.handlers);
    server.listen({ onUnhandledFrame: "error" });
    try {
      const response = await fetch(data_url);
      expect([...(await response.bytes())]).toEqual([0, 255, 0, 255]);
    } finally {
      server.close();
    }
  });

  test("that do not exist are not found", async () => {
    const response = await tool.mock.fetch("https://api.kombo.dev/_mock/files/nothing");
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({
      error: { code: null, message: expect.stringContaining('There is no file "nothing"') },
    });
  });

  test("that were written in another environment are found by their whole address", async () => {
    tool = await recruiting({ isolation: "key" });
    const { as, mock } = tool;
    const contents = ["Zmlyc3Q=", "c2Vjb25k"].map(async (data, index) => {
      const { call } = as(`ks_dev_worker_${index}`);
      const { data: application } = await call("POST /ats/jobs/{job_id}/applications", {
        path: { job_id: "remote:1009" },
        body: { candidate: ada, attachments: [{ ...text, data }] },
      });
      const { data: files } = await call("GET /ats/applications/{application_id}/attachments", {
        path: { application_id: application.id },
      });
      return (await mock.fetch(sole(files.results, "file").data_url)).text();
    });
    expect(await Promise.all(contents)).toEqual(["first", "second"]);
  });
});

test("attachments are gated as actions", async () => {
  const application = await pendingApplication();
  await tool.mock.integrations.update(tool.integrationId, {
    coverage: { ats_read_application_attachments: "UNSUPPORTED" },
  });
  expect((await tool.send("GET", `/applications/${application.id}/attachments`)).error).toMatchObject({
    code: "INTEGRATION.ACTION_NOT_AVAILABLE",
  });
});
