import { afterEach, beforeEach, expect, test } from "vitest";
import { linked, recruiting, sole } from "./recruiting.ts";

let tool: Awaited<ReturnType<typeof recruiting>>;
beforeEach(async () => {
  tool = await recruiting();
});
afterEach(() => tool.expectValid());

const tracked_at = "2026-01-14T07:45:00.000Z";
const greenhouse = (application_id: string) => ({ id_type: "application_id" as const, application_id });

test("an application is imported by the next sync, with its candidate, job and first stage", async () => {
  const { integrationId, kombo, mock, one, read } = tool;
  const before = await read("applications");
  const { data } = await kombo.ats.importTrackedApplication({
    tracked_at: new Date(tracked_at),
    greenhouse: { id_type: "application_id", application_id: "gh-77" },
  });
  expect(data).toMatchObject({
    tracked_at: new Date(tracked_at),
    imported_id: { greenhouse: { id_type: "application_id", application_id: "gh-77" } },
  });
  expect(await read("applications")).toEqual(before);
  await mock.sync(integrationId);
  const application = await one("applications", "gh-77");
  expect(application).toMatchObject({
    id: data.id,
    remote_id: "gh-77",
    outcome: "PENDING",
    current_stage: { index: 0 },
    remote_created_at: tracked_at,
  });
  const { candidate, job } = linked(application);
  expect(sole(await read("jobs", { ids: job.id }), "job").status).toBe("OPEN");
  expect(await read("candidates", { ids: candidate.id })).toMatchObject([
    { first_name: expect.any(String), applications: [{ id: data.id }] },
  ]);
  expect(await read("applications")).toHaveLength(before.length + 1);
});

test("an application that is there keeps its id, and so does one that is imported twice", async () => {
  const { call, integrationId, mock, one, read } = tool;
  const known = await one("applications", "1001-1");
  const count = (await read("applications")).length;
  const track = async (id: string) =>
    (
      await call("POST /ats/import-tracked-application", {
        body: { tracked_at: null, greenhouse: greenhouse(id) },
      })
    ).data;
  expect(await track("1001-1")).toMatchObject({ id: known.id, tracked_at: null });
  const { id } = await track("gh-1");
  expect((await track("gh-1")).id).toBe(id);
  await mock.sync(integrationId);
  expect((await track("gh-1")).id).toBe(id);
  await mock.sync(integrationId);
  expect(await read("applications")).toHaveLength(count + 1);
  expect(await one("applications", "1001-1")).toEqual(known);
});

test("where the tool names candidate and job, those are the application's", async () => {
  tool = await recruiting({}, "smartrecruiters");
  const { call, integrationId, mock, one, read } = tool;
  const track = async (candidate_remote_id: string, job_remote_id: string) =>
    call("POST /ats/import-tracked-application", {
      body: {
        tracked_at: "2026-01-14",
        smartrecruiters: { id_type: "candidate_and_job_remote_ids", candidate_remote_id, job_remote_id },
      },
    });
  const person = await one("candidates", "1002");
  const { data } = await track("1002", "1009");
  expect(data.tracked_at).toBe("2026-01-14T00:00:00.000Z");
  await mock.sync(integrationId);
  expect(await read("applications", { ids: data.id })).toMatchObject([
    { candidate: { id: person.id }, job: { remote_id: "1009" } },
  ]);
  expect((await track("1002", "1009")).data.id).toBe(data.id);
  const lost = await track("1002", "nothing");
  expect(lost.warnings).toEqual([
    { message: `"${integrationId}" has no job "nothing", so that no sync will bring the application.` },
  ]);
  const count = (await read("applications")).length;
  await mock.sync(integrationId);
  expect(await read("applications")).toHaveLength(count);
});

test.each([
  [
    {},
    'body needs the block "greenhouse", with the ids of the integration\'s tool; the body has none of a tool.',
  ],
  [
    { recruitee: { id_type: "placement_id", placement_id: "1" } },
    'body needs the block "greenhouse", with the ids of the integration\'s tool; the body has "recruitee".',
  ],
  [{ greenhouse: { id_type: "application_id" } }, "body.greenhouse.application_id is missing"],
])("a body without the tool's own block is refused (%#)", async (blocks, message) => {
  const { error } = await tool.send("POST", "/import-tracked-application", { tracked_at, ...blocks });
  expect(error).toMatchObject({ code: "PLATFORM.INPUT_INVALID", message: expect.stringContaining(message) });
});

test("a tool whose applications cannot be imported says which can", async () => {
  tool = await recruiting({}, "lever");
  await tool.mock.integrations.update(tool.integrationId, {
    coverage: { ats_import_tracked_application: "SUPPORTED" },
  });
  const { error } = await tool.send("POST", "/import-tracked-application", {
    tracked_at,
    greenhouse: greenhouse("1"),
  });
  expect(error?.message).toBe(
    'applications of "lever" cannot be imported; only those of erecruiter, successfactors, recruitee, greenhouse, onlyfy, smartrecruiters, greenhousev3 can; the body has "greenhouse".',
  );
});

test("another tool's block only warns where that is assumed, and then imports nothing", async () => {
  tool = await recruiting({ assume: { "tracked-application-of-another-tool": "warning" } });
  const { call, integrationId, mock, read } = tool;
  const count = (await read("applications")).length;
  const recruitee = { id_type: "placement_id" as const, placement_id: "1" };
  const { data, warnings } = await call("POST /ats/import-tracked-application", {
    body: { tracked_at, recruitee },
  });
  expect(data.imported_id).toEqual({ recruitee });
  expect(warnings[0]?.message).toContain("Nothing is imported");
  await mock.sync(integrationId);
  expect(await read("applications")).toHaveLength(count);
});

test("beside the tool's own block, others are ignored with a warning", async () => {
  const { data, warnings } = await tool.call("POST /ats/import-tracked-application", {
    body: { tracked_at, greenhouse: greenhouse("gh-2"), onlyfy: greenhouse("of-2") },
  });
  expect(data.imported_id).toEqual({ greenhouse: greenhouse("gh-2") });
  expect(warnings).toEqual([
    { message: `body.onlyfy was ignored: "${tool.integrationId}" is an integration of "greenhouse".` },
  ]);
});
