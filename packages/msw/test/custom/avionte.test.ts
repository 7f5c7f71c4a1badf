import { expect, test } from "vitest";
import { openTools } from "./tools.ts";

interface List {
  readonly results: readonly Readonly<Record<string, unknown>>[];
}

const add = "POST /ats/custom/avionte/synced-jobs";
const remove = "DELETE /ats/custom/avionte/synced-jobs/{job_remote_id}";

async function openAvionte() {
  const tools = await openTools();
  const to = tools.avionte;
  return {
    ...tools,
    add: (job_remote_id: unknown) => tools.send(add, { to, body: { job_remote_id } }),
    remove: (job_remote_id: string) => tools.send(remove, { to, path: { job_remote_id }, body: {} }),
    jobs: async (remote_ids: string) =>
      (await tools.send<List>("GET /ats/jobs", { to, query: { remote_ids } })).data.results,
    listed: async () =>
      (await tools.mock.find("custom.avionte-synced-jobs")).map((one) => one["job_remote_id"]),
  };
}

test("a job that is put on the list comes with the next sync, with its applications and candidates", async () => {
  const { mock, send, avionte, ...tool } = await openAvionte();
  const added = await tool.add("40718");
  expect([added.status, added.data]).toEqual([200, {}]);
  expect(await tool.jobs("40718")).toEqual([]);
  await mock.sync(avionte);
  const [job, ...others] = await tool.jobs("40718");
  expect(others).toEqual([]);
  expect(job).toMatchObject({ remote_id: "40718", status: "OPEN" });
  const query = { job_ids: String(job?.["id"]) };
  const { data } = await send<List>("GET /ats/applications", { to: avionte, query });
  expect(data.results.length).toBeGreaterThan(0);
  for (const one of data.results) {
    expect(one).toMatchObject({
      outcome: "PENDING",
      job: { remote_id: "40718" },
      candidate: { id: expect.any(String) },
    });
  }
  await tool.assertValidAnswers();
});

test("a job of an empty world comes without a hiring process", async () => {
  const { mock, send, avionte, assertValidAnswers } = await openTools({ world: "empty" });
  await send(add, { to: avionte, body: { job_remote_id: "7" } });
  await mock.sync(avionte);
  const { data } = await send<List>("GET /ats/jobs", { to: avionte });
  expect(data.results).toMatchObject([{ remote_id: "7", stages: [] }]);
  await assertValidAnswers();
});

test("a job is on the list once, and those of the world are on it", async () => {
  const { mock, avionte, ...tool } = await openAvionte();
  const before = await tool.listed();
  const known = await mock.find("ats.jobs", {}, { integration_id: avionte });
  expect(before.length).toBe(known.length);
  for (const id of ["40718", "40718", String(before[0])]) expect((await tool.add(id)).status).toBe(200);
  expect(await tool.listed()).toEqual([...before, "40718"]);
});

test("a job that is taken off stays as it was synced, and is not brought any more", async () => {
  const { mock, avionte, ...tool } = await openAvionte();
  await tool.add("40718");
  await tool.add("40719");
  await mock.sync(avionte);
  await tool.add("40720");
  for (const id of ["40718", "40720"]) {
    const removed = await tool.remove(id);
    expect([removed.status, removed.data]).toEqual([200, {}]);
  }
  await mock.sync(avionte);
  expect((await tool.jobs("40718,40719,40720")).map((one) => one["remote_id"])).toEqual(["40718", "40719"]);
  expect(await tool.listed()).not.toContain("40718");
  expect(await tool.listed()).toContain("40719");
  expect((await mock.integrations.list()).find(({ id }) => id === avionte)?.pending_changes).toBe(0);
  await tool.assertValidAnswers();
});

test("a job that is put back after it was taken off comes again", async () => {
  const { mock, avionte, ...tool } = await openAvionte();
  await tool.add("40718");
  await tool.remove("40718");
  expect((await tool.add("40718")).status).toBe(200);
  await mock.sync(avionte);
  expect(await tool.jobs("40718")).toHaveLength(1);
});

test.each([[undefined], [""], ["40718a"], [40718]])("%j is no id of a job", async (id) => {
  const { add: addJob } = await openAvionte();
  const { status, error } = await addJob(id);
  expect([status, error.code]).toEqual([400, "PLATFORM.INPUT_INVALID"]);
  expect(error.message).toContain("body.job_remote_id");
});

test("a job that is not on the list cannot be taken off", async () => {
  const { remove: removeJob } = await openAvionte();
  const { status, error } = await removeJob("999");
  expect([status, error.code]).toEqual([404, null]);
  expect(error.message).toContain("not among the synced jobs");
});
