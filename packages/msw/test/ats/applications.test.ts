import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { ada, given, linked, recruiting, sole } from "./recruiting.ts";

let tool: Awaited<ReturnType<typeof recruiting>>;
beforeEach(async () => {
  tool = await recruiting();
});
afterEach(() => tool.expectValid());

const withoutQuestions = "remote:1009";

test("an application is created in the first stage of its job, with its candidate, and listed from then on", async () => {
  const { kombo, one, read } = tool;
  const { data, warnings } = await kombo.ats.createApplication({
    job_id: withoutQuestions,
    body: {
      candidate: {
        ...ada,
        company: "Harbor Foods",
        title: "Warehouse lead",
        phone_number: "+49 30 5550 1187",
        additional_phone_numbers: [{ type: "WORK", phone_number: "+49 30 5550 1188" }],
        additional_email_addresses: [{ type: "WORK", email_address: "ada@harbor.example.com" }],
        location: { city: "Leipzig", country: "DE", zip_code: "04109", street_1: "Lindenweg 4" },
        social_links: [{ url: "https://social.example.org/in/ada" }],
      },
    },
  });
  const job = await one("jobs", "1009");
  const stage = given(job.stages[0], "a first stage");
  expect(warnings).toEqual([]);
  expect(data).toMatchObject({
    outcome: "PENDING",
    current_stage: { id: stage.id, name: stage.name, index: 0 },
    job: { id: job.id, remote_id: "1009", name: job.name },
    candidate: {
      first_name: "Ada",
      last_name: "Okafor",
      company: "Harbor Foods",
      title: "Warehouse lead",
      email_addresses: [
        { email_address: "ada.okafor@mail.example.com", type: null },
        { email_address: "ada@harbor.example.com", type: "WORK" },
      ],
      phone_numbers: [
        { phone_number: "+49 30 5550 1187", type: null },
        { phone_number: "+49 30 5550 1188", type: "WORK" },
      ],
      social_media: [{ link: "https://social.example.org/in/ada" }],
      location: { city: "Leipzig", country: "DE", zip_code: "04109", street_1: "Lindenweg 4", raw: null },
    },
    remote_created_at: new Date("2026-01-15T09:00:00.000Z"),
    changed_at: new Date("2026-01-15T09:00:00.000Z"),
  });
  expect(sole(await read("applications", { ids: data.id }), "application")).toMatchObject({
    id: data.id,
    candidate: { id: data.candidate?.id },
    interviews: [],
    offers: [],
  });
  expect(await read("candidates", { email: "ADA@harbor.EXAMPLE.com" })).toMatchObject([
    { id: data.candidate?.id, applications: [{ id: data.id, job: { remote_id: "1009" } }] },
  ]);
});

test("a candidate is created with an application, answered with the candidate", async () => {
  const { kombo, one, read } = tool;
  const job = await one("jobs", "1009");
  const stage_id = given(job.stages[2], "a third stage").id;
  const { data } = await kombo.ats.createCandidate({
    candidate: ada,
    application: { job_id: withoutQuestions, stage_id },
  });
  expect(data).toMatchObject({
    first_name: "Ada",
    tags: [],
    applications: [{ outcome: "PENDING", job: { remote_id: "1009" }, current_stage: { id: stage_id } }],
  });
  expect(await read("candidates", { ids: data.id })).toHaveLength(1);
});

test("a person who is known by any e-mail address, in any case, is not created twice", async () => {
  const { kombo, one, read } = tool;
  const known = await one("candidates", "1001");
  const email_address = given(known.email_addresses?.at(-1)?.email_address, "a last e-mail address");
  const count = (await read("candidates")).length;
  const { data } = await kombo.ats.createApplication({
    job_id: withoutQuestions,
    body: { candidate: { ...ada, email_address: email_address.toUpperCase() } },
  });
  expect(data.candidate).toMatchObject({ id: known.id, first_name: known.first_name });
  expect(await read("candidates")).toHaveLength(count);
});

test("where tools are said to do so, a known person's values are replaced", async () => {
  tool = await recruiting({ assume: { "known-candidate-values": "replace" } });
  const create = (job_id: string, first_name: string) =>
    tool.kombo.ats.createApplication({ job_id, body: { candidate: { ...ada, first_name } } });
  await create(withoutQuestions, "Ada");
  const { data } = await create("remote:1006", "Adaeze");
  expect(data.candidate).toMatchObject({ first_name: "Adaeze" });
});

test("who has applied already is told so, with person, address and job", async () => {
  const { failure, kombo, one } = tool;
  const apply = () => kombo.ats.createApplication({ job_id: withoutQuestions, body: { candidate: ada } });
  const { data } = await apply();
  const job = await one("jobs", "1009");
  expect(await failure(apply())).toEqual({
    status: 409,
    code: "ATS.APPLICATION_ALREADY_EXISTS",
    message: `Ada Okafor (ada.okafor@mail.example.com) has already applied to the job "${job.name}" ("${job.id}"), with the application "${data.id}". Apply to another job, or with another e-mail address.`,
  });
  const other = {
    job_id: "remote:1006",
    body: { candidate: { ...ada, email_address: "ADA.Okafor@mail.example.com" } },
  };
  expect((await kombo.ats.createApplication(other)).data.candidate?.id).toBe(data.candidate?.id);
});

test.each([
  ["1002", 'has the status "CLOSED"'],
  ["1003", 'has the status "DRAFT"'],
  ["1004", 'has the status "ARCHIVED"'],
  ["1010", 'has the status "Pending Approval"'],
  ["1012", "was deleted in the tool at"],
])("the job %s takes no applications: it %s", async (remoteId, why) => {
  const { failure, kombo, read } = tool;
  const count = (await read("candidates")).length;
  const { status, code, message } = await failure(
    kombo.ats.createApplication({ job_id: `remote:${remoteId}`, body: { candidate: ada } }),
  );
  expect({ status, code }).toEqual({ status: 400, code: "ATS.JOB_CLOSED" });
  expect(message).toContain(why);
  expect(await read("candidates")).toHaveLength(count);
});

test("a job that closes later is still open", async () => {
  const job = await tool.one("jobs", "1006");
  expect(Date.parse(given(job.closed_at, "a time of closing"))).toBeGreaterThan(Date.parse("2026-01-15"));
  const { data } = await tool.kombo.ats.createApplication({ job_id: job.id, body: { candidate: ada } });
  expect(data.job).toMatchObject({ id: job.id });
});

describe("what is refused names where it stands", () => {
  test("a stage of another job, with the job's own by name", async () => {
    const { failure, kombo, one } = tool;
    const job = await one("jobs", "1009");
    const other = await one("jobs", "1001");
    const stage_id = given(other.stages[0], "a first stage").id;
    const { status, code, message } = await failure(
      kombo.ats.createApplication({ job_id: job.id, body: { candidate: ada, stage_id } }),
    );
    expect({ status, code }).toEqual({ status: 400, code: "PLATFORM.INPUT_INVALID" });
    expect(message).toContain(`body.stage_id: "${stage_id}" is no stage of the job "${job.name}".`);
    for (const { id, name } of job.stages) expect(message).toContain(`"${name}" ("${id}")`);
  });

  test("an unknown job in the path is not found, in the body it is input", async () => {
    const { failure, kombo } = tool;
    const job_id = "remote:nothing";
    expect(await failure(kombo.ats.createApplication({ job_id, body: { candidate: ada } }))).toMatchObject({
      status: 404,
      code: null,
      message: expect.stringContaining('path.job_id: "remote:nothing" is no record of "ats.jobs"'),
    });
    expect(
      await failure(kombo.ats.createCandidate({ candidate: ada, application: { job_id } })),
    ).toMatchObject({
      status: 400,
      code: "PLATFORM.INPUT_INVALID",
      message: expect.stringContaining(
        'body.application.job_id: "remote:nothing" is no record of "ats.jobs"',
      ),
    });
  });

  test("a user who is said to have sourced the candidate has to exist", async () => {
    const { send } = tool;
    const create = (user_id: string) =>
      send("POST", `/jobs/${withoutQuestions}/applications`, { candidate: ada, sourced_by: { user_id } });
    expect((await create("remote:nobody")).error).toMatchObject({
      code: "PLATFORM.INPUT_INVALID",
      message: expect.stringContaining(
        'body.sourced_by.user_id: "remote:nobody" is no record of "ats.users"',
      ),
    });
    expect((await create("remote:1001")).status).toBe(200);
  });
});

test("the source is the candidate's, and remote fields of other tools only cause a warning", async () => {
  const { data, warnings } = await tool.call("POST /ats/jobs/{job_id}/applications", {
    path: { job_id: withoutQuestions },
    body: {
      candidate: ada,
      source: { name: "Job fair" },
      gdpr_consent: { given: true, expires_at: "2027-06-30T00:00:00.000Z" },
      remote_fields: { greenhouse: { post_headers: { "On-Behalf-Of": "1" } }, personio: { application: {} } },
    },
  });
  expect(data.candidate?.source).toBe("Job fair");
  expect(warnings).toEqual([
    {
      message: `body.remote_fields.personio was ignored: "${tool.integrationId}" is an integration of "greenhouse".`,
    },
  ]);
});

test("hosts of addresses are read in lower case, and what does not count as valid then is null", async () => {
  const candidate = {
    ...ada,
    email_address: "ada@MAIL.example.COM",
    additional_email_addresses: [{ type: "OTHER" as const, email_address: "a!d~a@mail.example.com" }],
  };
  const { data } = await tool.call("POST /ats/jobs/{job_id}/applications", {
    path: { job_id: withoutQuestions },
    body: { candidate },
  });
  expect(data.candidate?.email_addresses).toEqual([
    { email_address: "ada@mail.example.com", type: null },
    { email_address: null, type: "OTHER" },
  ]);
});

describe("an application of the world", () => {
  const pending = "1001-1";

  test("is moved to another stage of its job", async () => {
    const { kombo, mock, one, read } = tool;
    const application = linked(await one("applications", pending));
    const job = sole(await read("jobs", { ids: application.job.id }), "job");
    const other = job.stages.findLast(({ id }) => id !== application.current_stage.id);
    const stage = given(other, "another stage");
    await mock.clock.advance("PT1H");
    const { data } = await kombo.ats.moveApplicationToStage({
      application_id: application.id,
      body: { stage_id: stage.id },
    });
    expect(data).toEqual({});
    expect(await one("applications", pending)).toMatchObject({
      current_stage: { id: stage.id, name: stage.name, index: stage.index },
      outcome: application.outcome,
      changed_at: "2026-01-15T10:00:00.000Z",
      remote_updated_at: "2026-01-15T10:00:00.000Z",
    });
    expect(await read("applications", { current_stage_ids: stage.id })).toContainEqual(
      expect.objectContaining({ id: application.id }),
    );
  });

  test("is not changed by a move to where it is", async () => {
    const { call, mock, one } = tool;
    const before = linked(await one("applications", pending));
    await mock.clock.advance("PT1H");
    const { data } = await call("PUT /ats/applications/{application_id}/stage", {
      path: { application_id: before.id },
      body: { stage_id: before.current_stage.id },
    });
    expect(data).toEqual({});
    expect(await one("applications", pending)).toEqual(before);
  });

  test("is rejected for a reason", async () => {
    const { kombo, one, read } = tool;
    const application = linked(await one("applications", pending));
    const reason = await one("rejection-reasons", "1002");
    await kombo.ats.rejectApplication({
      application_id: application.id,
      body: { rejection_reason_id: reason.id, note: "Strong, but we need somebody on site." },
    });
    expect(await one("applications", pending)).toMatchObject({
      outcome: "DECLINED",
      rejection_reason_name: reason.name,
      rejected_at: "2026-01-15T09:00:00.000Z",
    });
    const candidate = sole(await read("candidates", { ids: application.candidate.id }), "candidate");
    const rejected = candidate.applications.filter(({ id }) => id === application.id);
    expect(rejected).toMatchObject([{ outcome: "DECLINED", rejection_reason_name: reason.name }]);
  });

  test.each([
    [false, { outcome: "DECLINED" }],
    [true, { outcome: "PENDING", rejection_reason_name: null, rejected_at: null }],
  ])("stays rejected when it is moved, or not, as is assumed (%s)", async (isMovedBack, expected) => {
    tool = await recruiting({ assume: { "rejected-application-moved": isMovedBack } });
    const { call, read } = tool;
    const [declined] = await read("applications", { outcomes: "DECLINED" });
    const application = linked(given(declined, "a rejected application"));
    const job = sole(await read("jobs", { ids: application.job.id }), "job");
    const { assumes } = await call("PUT /ats/applications/{application_id}/stage", {
      path: { application_id: application.id },
      body: { stage_id: given(job.stages[1], "a second stage").id },
    });
    expect(assumes).toContain("rejected-application-moved");
    expect(sole(await read("applications", { ids: application.id }), "application")).toMatchObject(expected);
  });

  test.each([
    ["PUT", "stage", { stage_id: "nothing" }, 'body.stage_id: "nothing" is no stage of the job'],
    [
      "POST",
      "reject",
      { rejection_reason_id: "nothing" },
      'body.rejection_reason_id: "nothing" is no record',
    ],
  ])("refuses %s %s with an unknown id", async (method, action, body, message) => {
    const before = await tool.one("applications", pending);
    expect((await tool.send(method, `/applications/${before.id}/${action}`, body)).error).toMatchObject({
      code: "PLATFORM.INPUT_INVALID",
      message: expect.stringContaining(message),
    });
    expect(await tool.one("applications", pending)).toEqual(before);
  });

  test("that is deleted in the tool takes no writes", async () => {
    const applications = await tool.read("applications", { include_deleted: "true" });
    const deleted = applications.find(({ remote_deleted_at }) => remote_deleted_at !== null);
    const gone = given(deleted, "a deleted application");
    const answer = await tool.send("PUT", `/applications/${gone.id}/stage`, { stage_id: "any" });
    expect(answer).toMatchObject({
      status: 400,
      error: {
        code: "REMOTE.INPUT_INVALID",
        message: expect.stringContaining(
          `path.application_id: "${gone.id}" of "ats.applications" was deleted`,
        ),
      },
    });
    expect(answer.assumes).toContain("write-to-deleted-record");
  });

  test("shows a move and a rejection after the next sync, where that is assumed", async () => {
    tool = await recruiting({ assume: { "write-visibility": "after-sync" } });
    const { call, integrationId, mock, one, read } = tool;
    const before = linked(await one("applications", pending));
    const job = sole(await read("jobs", { ids: before.job.id }), "job");
    const reason = await one("rejection-reasons", "1001");
    const stage_id = given(job.stages.at(-1), "a last stage").id;
    const path = { application_id: before.id };
    await call("PUT /ats/applications/{application_id}/stage", { path, body: { stage_id } });
    await call("POST /ats/applications/{application_id}/reject", {
      path,
      body: { rejection_reason_id: reason.id },
    });
    expect(await one("applications", pending)).toEqual(before);
    await mock.sync(integrationId);
    expect(await one("applications", pending)).toMatchObject({
      current_stage_id: stage_id,
      outcome: "DECLINED",
      rejection_reason_name: reason.name,
    });
  });
});

test("a created application is found by updated_after, and so is its known candidate", async () => {
  const { kombo, mock, one, read } = tool;
  const known = await one("candidates", "1001");
  await mock.clock.advance("PT2H");
  const email_address = given(known.email_addresses?.[0]?.email_address, "an e-mail address");
  await kombo.ats.createApplication({
    job_id: withoutQuestions,
    body: { candidate: { ...ada, email_address } },
  });
  const since = { updated_after: "2026-01-15T11:00:00Z" };
  expect(await read("applications", since)).toMatchObject([{ candidate: { id: known.id } }]);
  expect(await read("candidates", since)).toMatchObject([{ id: known.id, changed_at: known.changed_at }]);
});
