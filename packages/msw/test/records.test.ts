import { checkAnswer } from "@kombo-mock/contract";
import { createMock, type Mock, type MockOptions } from "@kombo-mock/msw";
import { expect, test } from "vitest";

const now = "2026-01-15T09:00:00.000Z";

const newMock = (options: Partial<MockOptions> = {}) =>
  createMock({ clock: "frozen", checkAnswer, ...options });

/** The integration that records belong to unless told. */
async function integrationOf(mock: Mock, category: "HRIS" | "ATS"): Promise<string> {
  const found = (await mock.integrations.list()).find(
    (one) => one.category === category && one.tool === "sandbox",
  );
  return found?.id ?? "";
}

/** The results that the API lists. */
async function list<Row>(mock: Mock, path: string, integrationId?: string): Promise<Row[]> {
  const id = integrationId ?? (await integrationOf(mock, path.startsWith("/ats") ? "ATS" : "HRIS"));
  const headers = { authorization: "Bearer ks_dev_mock", "x-integration-id": id };
  const answer = await mock.fetch(mock.baseUrl + path, { headers });
  const { data } = (await answer.json()) as { data: { results: Row[] } };
  return data.results;
}

test("create answers what the list shows, to the last value", async () => {
  const mock = newMock();
  const made = await mock.create("hris.employees", {
    first_name: "Ada",
    absences: [{}],
    groups: [{ name: "Choir" }],
  });
  expect(await list(mock, `/hris/employees?ids=${made.id}`)).toEqual([made]);
  const [absence] = await mock.find("hris.absences", { employee_id: made.id });
  expect(await list(mock, `/hris/absences?employee_id=${made.id}`)).toEqual([absence]);
  expect((await mock.contract()).filter(({ violation }) => violation.blame === "provider")).toEqual([]);
});

test("the same calls give the same records, and what is given leads what is made up", async () => {
  const run = async () => {
    const mock = newMock();
    const seed = { first_name: "Ada", last_name: "Byron", home_address: { city: "Kassel" } };
    return [
      await mock.create("hris.employees", seed),
      await mock.create("hris.employees", [seed, {}], { visible: "after-sync" }),
      await mock.create("ats.applications", {}, { count: 3 }),
    ];
  };
  const first = await run();
  expect(await run()).toEqual(first);
  expect(first[0]).toMatchObject({
    display_full_name: "Ada Byron",
    work_email: expect.stringMatching(/^ada\.byron@/),
    home_address: { city: "Kassel", country: expect.any(String) },
    bank_accounts: [{ holder_name: "Ada Byron" }],
  });
});

test("people of one name get addresses of their own", async () => {
  const mock = newMock();
  const name = { first_name: "Ada", last_name: "Byron" };
  const made = await mock.create("hris.employees", name, { count: 3 });
  const [one, two, three] = made.map(({ work_email }) => work_email?.split("@")[0]);
  expect([one, two, three]).toEqual(["ada.byron", "ada.byron2", "ada.byron3"]);
});

test("a record is found by its id, by what it shows, and by keys that no answer shows", async () => {
  const mock = newMock();
  const { id } = await mock.create("hris.performance-reviews", {
    reviewee: { first_name: "Ada" },
    type: "SELF",
  });
  const ids = async (
    ...[where]: Parameters<typeof mock.find<"hris.performance-reviews">> extends [
      unknown,
      (infer Which)?,
      ...unknown[],
    ]
      ? [Which]
      : never
  ) => (await mock.find("hris.performance-reviews", where)).map((one) => one.id);
  const [review] = await mock.find("hris.performance-reviews", id);
  expect(await ids({ id })).toEqual([id]);
  expect(await ids({ reviewee: { first_name: "Ada" } })).toContain(id);
  expect(await ids({ type: "SELF", reviewee: { id: review?.reviewee.id ?? "" } })).toEqual([id]);
  expect(await ids({ reviewee_id: review?.reviewee.id } as never)).toEqual([id]);
  expect(await ids({ type: "SELF", reviewee: { first_name: "Nobody" } })).toEqual([]);
  expect(await ids({ id: "nope" })).toEqual([]);
});

test("lists and objects are compared by value, a missing one as null", async () => {
  const mock = newMock();
  const groups = [{ name: "One" }, { name: "Two" }];
  const { id } = await mock.create("hris.employees", { work_email: null, groups });
  const found = async (where: object) =>
    (await mock.find("hris.employees", where as never)).map((one) => one.id);
  expect(await found({ groups })).toEqual([id]);
  expect(await found({ groups: [groups[0]] })).toEqual([]);
  expect(await found({ groups: [...groups].reverse() })).toEqual([]);
  expect(await found({ id, work_email: null })).toEqual([id]);
  expect(await found({ id, manager: null, groups: [] })).toEqual([]);
});

test("what is found is a copy", async () => {
  const mock = newMock();
  const [one] = await mock.find("hris.employees");
  const before = structuredClone(one);
  Object.assign(one?.home_address ?? {}, { city: "Nowhere" });
  expect((await mock.find("hris.employees", one?.id))[0]).toEqual(before);
});

test("a change merges into objects, replaces lists and stamps the record", async () => {
  const mock = newMock();
  const made = await mock.create("hris.employees", {
    home_address: { city: "Kassel" },
    groups: [{ name: "Choir" }],
  });
  await mock.clock.advance("PT1H");
  const changed = await mock.update("hris.employees", made.id, {
    first_name: "Ada",
    home_address: { zip_code: "34117" },
    manager: { first_name: "Grace" },
    groups: [{ name: "Orchestra" }],
    absences: [{ amount: 3 }],
  });
  expect(changed).toEqual({
    ...made,
    first_name: "Ada",
    home_address: { ...made.home_address, zip_code: "34117" },
    manager_id: changed.manager?.id,
    manager: expect.objectContaining({ first_name: "Grace" }),
    groups: [expect.objectContaining({ name: "Orchestra" })],
    teams: changed.groups,
    changed_at: "2026-01-15T10:00:00.000Z",
  });
  expect(await mock.find("hris.absences", { employee_id: made.id })).toMatchObject([{ amount: 3 }]);
  expect(await list(mock, `/hris/employees?ids=${made.id}&updated_after=2026-01-15T09:30:00.000Z`)).toEqual([
    changed,
  ]);
});

test("the tool's own stamp follows a change, unless one is given", async () => {
  const mock = newMock();
  const { id } = await mock.create("ats.jobs", { remote_updated_at: "2025-03-01T00:00:00.000Z" });
  expect((await mock.find("ats.jobs", id))[0]?.remote_updated_at).toBe("2025-03-01T00:00:00.000Z");
  expect((await mock.update("ats.jobs", id, { name: "Baker" })).remote_updated_at).toBe(now);
  const given = { name: "Cook", remote_updated_at: "2025-04-01T00:00:00.000Z" };
  expect(await mock.update("ats.jobs", id, given)).toMatchObject(given);
});

test("a record may have changed before now, for readers who ask for what changed since", async () => {
  const mock = newMock();
  const changed_at = "2025-06-01T00:00:00.000Z";
  const [old, fresh] = await mock.create("hris.locations", [{ changed_at }, {}]);
  expect([old?.changed_at, fresh?.changed_at]).toEqual([changed_at, now]);
  const ids = `ids=${old?.id},${fresh?.id}`;
  expect(await list(mock, `/hris/locations?${ids}&updated_after=2025-12-01`)).toEqual([fresh]);
  expect((await mock.update("hris.locations", fresh?.id ?? "", { changed_at })).changed_at).toBe(changed_at);
});

test("remove is what a sync would see, purge takes the row away", async () => {
  const mock = newMock();
  const ada = await mock.create("hris.employees", { first_name: "Ada", absences: [{}, {}] });
  const absences = await mock.find("hris.absences", { employee_id: ada.id });
  await mock.remove("hris.employees", ada.id);
  expect(await list(mock, `/hris/employees?ids=${ada.id}`)).toEqual([]);
  expect(await list(mock, `/hris/employees?ids=${ada.id}&include_deleted=true`)).toEqual([
    { ...ada, remote_deleted_at: now },
  ]);
  await mock.purge("hris.absences", { employee_id: ada.id });
  const deletedToo = `/hris/absences?ids=${absences.map(({ id }) => id).join(",")}&include_deleted=true`;
  expect(await list(mock, deletedToo)).toEqual([]);
});

test("a deletion that waits for a sync is found by a full one", async () => {
  const mock = newMock();
  const id = await integrationOf(mock, "HRIS");
  const skill = await mock.create("hris.skills", { name: "Juggling" });
  await mock.remove("hris.skills", skill.id, { visible: "after-sync" });
  await mock.sync(id, { type: "DELTA" });
  expect(await mock.find("hris.skills", skill.id)).toMatchObject([{ remote_deleted_at: null }]);
  await mock.sync(id, { type: "FULL" });
  expect(await mock.find("hris.skills", skill.id)).toMatchObject([{ remote_deleted_at: now }]);
});

test("what no sync brings is gone when it is removed", async () => {
  const mock = newMock();
  const { id } = await mock.create("assessment.packages", { name: "Sudoku" });
  await mock.remove("assessment.packages", id);
  expect(await mock.find("assessment.packages", { name: "Sudoku" })).toEqual([]);
});

test("a purged record comes back under its id and to its place", async () => {
  const mock = newMock();
  const before = await mock.find("hris.skills");
  const second = before[1];
  await mock.purge("hris.skills", second?.id ?? "");
  const again = await mock.create("hris.skills", { remote_id: second?.remote_id ?? "", name: "Again" });
  const names = (await list<{ name: string }>(mock, "/hris/skills")).map(({ name }) => name);
  expect(again.id).toBe(second?.id);
  expect(names).toEqual(before.map(({ name }, index) => (index === 1 ? "Again" : name)));
});

test("a seed that is refused leaves nothing behind", async () => {
  const mock = newMock();
  const before = await mock.find("hris.employees");
  const bad = { manager: { first_name: "Grace" }, absences: [{}, { employee_id: "x" }] };
  await expect(mock.create("hris.employees", [{}, bad] as never)).rejects.toThrow(
    "body[1].absences[1].employee_id",
  );
  expect(await mock.find("hris.employees")).toEqual(before);
  expect(mock.listEnvironments()[0]?.written).toBe(false);
});

test("each integration has records of its own", async () => {
  const mock = newMock();
  const { id } = await mock.integrations.create({ tool: "personio", country: "FR" });
  const options = { integration_id: id };
  const made = await mock.create("hris.employees", { first_name: "Ada" }, options);
  expect(made.home_address?.country).toBe("FR");
  expect(await mock.find("hris.employees", made.id)).toEqual([]);
  expect(await mock.find("hris.employees", made.id, options)).toEqual([made]);
  await mock.update("hris.employees", made.id, { first_name: "Eve" }, options);
  await mock.remove("hris.employees", { first_name: "Eve" }, options);
  expect(await mock.find("hris.employees", made.id, options)).toMatchObject([{ remote_deleted_at: now }]);
});

test("without a usable integration of the category, the known ones are told", async () => {
  const mock = newMock();
  for (const { id, category } of await mock.integrations.list()) {
    if (category === "HRIS") await mock.integrations.update(id, { status: "INACTIVE" });
  }
  await expect(mock.create("hris.skills")).rejects.toThrow(
    /^No integration of the category HRIS is ACTIVE and COMPLETED, so say with integration_id .* There are "factorial:8d1hpPsbjxUkoCoa1veLZGe5" \(HRIS, INACTIVE, COMPLETED\), /,
  );
  const ats = await integrationOf(mock, "ATS");
  await expect(mock.create("hris.skills", {}, { integration_id: ats })).rejects.toThrow(
    `options.integration_id: "${ats}" (ATS, ACTIVE, COMPLETED) has no "hris.skills".`,
  );
});

test("what a record cannot do without is chosen among known ones, or made where there are none", async () => {
  const mock = newMock();
  const absence = await mock.create("hris.absences");
  const [employee] = await mock.find("hris.employees", absence.employee_id);
  expect(employee).toMatchObject({ employment_status: "ACTIVE", remote_id: expect.not.stringMatching(/^5/) });
  expect(absence.type).toMatchObject({ unit: "DAYS" });

  const empty = newMock({ world: "empty" });
  const { id } = await empty.integrations.create({ tool: "sandbox", category: "HRIS" });
  const [first, second] = await empty.create("hris.time-off-balances", [{}, {}], { integration_id: id });
  const employees = await empty.find("hris.employees", {}, { integration_id: id });
  expect([first?.employee_id, second?.employee_id]).toEqual([employees[0]?.id, employees[0]?.id]);
  expect(employees).toHaveLength(1);
});

test("nobody applies twice for a job, or has two balances of one type, by accident", async () => {
  const mock = newMock();
  const { id } = await mock.create("ats.candidates", { applications: [{}, {}, {}, {}] });
  const applications = await mock.find("ats.applications", { candidate_id: id });
  expect(new Set(applications.map(({ job_id }) => job_id)).size).toBe(4);
  const { time_off_balances } = await mock.create("hris.employees", { time_off_balances: [{}, {}] });
  expect(new Set(time_off_balances.map(({ type_id }) => type_id)).size).toBe(2);
});

test("what belongs together leads to the same records", async () => {
  const mock = newMock();
  const application = await mock.create("ats.applications", {
    notes: [{}],
    attachments: [{}],
    interviews: [{}],
  });
  const { id, candidate_id, current_stage_id, job_id } = application;
  const [job] = await mock.find("ats.jobs", job_id ?? "");
  expect(current_stage_id).toBe(job?.stages[0]?.id);
  expect(await mock.find("ats.notes", { application_id: id })).toMatchObject([{ candidate_id }]);
  expect(await mock.find("ats.interviews", { application_id: id })).toMatchObject([
    { stage_id: current_stage_id },
  ]);
  expect(await list(mock, `/ats/candidates/${candidate_id}/attachments`)).toMatchObject([
    { application_id: id },
  ]);
});

test("an id of another record links it from either side", async () => {
  const mock = newMock();
  const [lead, report] = await mock.create("hris.employees", [
    { first_name: "Lead" },
    { first_name: "Report" },
  ]);
  const boss = await mock.create("hris.employees", {
    remote_id: "boss",
    direct_reports: [{ id: lead?.id ?? "" }, { remote_id: report?.remote_id ?? "" }],
  });
  expect((await mock.find("hris.employees", { manager_id: boss.id })).map(({ id }) => id)).toEqual([
    lead?.id,
    report?.id,
  ]);
  expect(await mock.create("hris.employees", { manager_id: "remote:boss" })).toMatchObject({
    manager_id: boss.id,
  });
  expect(await mock.create("hris.employees", { manager: { remote_id: "boss" } })).toMatchObject({
    manager: { id: boss.id },
  });
});

test("a record that waits for a sync can be led to", async () => {
  const mock = newMock();
  const ada = await mock.create("hris.employees", { first_name: "Ada" }, { visible: "after-sync" });
  const eve = await mock.create("hris.employees", { first_name: "Eve" }, { visible: "after-sync" });
  expect(eve.id).not.toBe(ada.id);
  const absence = await mock.create("hris.absences", { employee_id: ada.id }, { visible: "after-sync" });
  expect(await mock.find("hris.absences", absence.id)).toEqual([]);
  await mock.sync(await integrationOf(mock, "HRIS"));
  expect(await mock.find("hris.absences", absence.id)).toEqual([absence]);
});

test("what was written and cannot be read through the API is found, and can be seeded", async () => {
  const mock = newMock();
  const { id } = await mock.create("hris.employees");
  const made = await mock.create("hris.employee-documents", { name: "Contract.pdf", employee_id: id });
  expect(made).toEqual({
    ...{
      id: expect.any(String),
      name: "Contract.pdf",
      content_type: null,
      content_base64: null,
      data_url: null,
    },
    ...{ size: null, employee_id: id, category_id: null },
  });
  expect(await mock.find("hris.employee-documents", { employee_id: id })).toEqual([made]);
});

test("records created over the API get ids that no seed has taken", async () => {
  const mock = newMock();
  const integrationId = await integrationOf(mock, "HRIS");
  const seeded = await mock.create("hris.skills", { remote_id: "500002", name: "Seeded" });
  const headers = {
    authorization: "Bearer ks_dev_mock",
    "x-integration-id": integrationId,
    "content-type": "application/json",
  };
  const post = async (name: string) => {
    const answer = await mock.fetch(`${mock.baseUrl}/hris/skills`, {
      method: "POST",
      headers,
      body: JSON.stringify({ name }),
    });
    return ((await answer.json()) as { data: { id: string } }).data.id;
  };
  const ids = new Set([seeded.id, await post("One"), await post("Two"), await post("Three")]);
  expect(ids.size).toBe(4);
  expect(await mock.find("hris.skills", seeded.id)).toEqual([seeded]);
});
