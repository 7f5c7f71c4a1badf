import { afterEach, expect, test } from "vitest";
import { assertValidAnswers, type Office, openOffice } from "./office.ts";

let office = openOffice();

afterEach(() => assertValidAnswers(office.mock));

const pending = "409 INTEGRATION.SETUP_SYNC_PENDING";
const incomplete = "409 INTEGRATION.SETUP_INCOMPLETE";
const qaFailed = "409 INTEGRATION.QA_FAILED";

/** Brings an integration into a state; answers which one. */
type Reach = (office: Office) => Promise<string>;

const states: readonly (readonly [
  name: string,
  reach: Reach,
  want: { readonly read: string; readonly write: string; readonly details: string },
])[] = [
  [
    "first sync running",
    (one) => one.connect(),
    { read: pending, write: pending, details: "ACTIVE COMPLETED" },
  ],
  [
    "setup incomplete",
    (one) => one.connect({ enable_filtering: true }),
    { read: incomplete, write: incomplete, details: "ACTIVE INCOMPLETE" },
  ],
  [
    "final sync pending",
    async (one) => {
      const id = await one.connect({ enable_field_mapping: true });
      await one.mock.integrations.update(id, { setup_steps: [] });
      return id;
    },
    { read: pending, write: pending, details: "ACTIVE FINAL_SYNC_PENDING" },
  ],
  [
    "QA failed",
    async (one) => {
      const id = await one.connect();
      await one.mock.sync(id, { qa: "FAILED" });
      return id;
    },
    { read: qaFailed, write: qaFailed, details: "ACTIVE COMPLETED" },
  ],
  ["active", async ({ id }) => id, { read: "200", write: "200", details: "ACTIVE COMPLETED" }],
  [
    "sync failing after a good one",
    async ({ mock, id }) => {
      await mock.sync(id, { state: "FAILED" });
      return id;
    },
    { read: "200", write: "200", details: "ACTIVE COMPLETED" },
  ],
  [
    "sync partially failed",
    async ({ mock, id }) => {
      await mock.sync(id, { state: "PARTIALLY_FAILED" });
      return id;
    },
    { read: "200", write: "200", details: "ACTIVE COMPLETED" },
  ],
  [
    "credentials invalid",
    async ({ mock, id }) => {
      await mock.sync(id, { state: "AUTHENTICATION_FAILED" });
      await mock.clock.advance("P3D");
      return id;
    },
    { read: "200", write: "401 INTEGRATION.AUTHENTICATION_INVALID", details: "INVALID COMPLETED" },
  ],
  [
    "disabled",
    async ({ kombo, id }) => {
      await kombo.general.setIntegrationEnabled({ integration_id: id, body: { value: false } });
      return id;
    },
    {
      read: "409 INTEGRATION.INACTIVE",
      write: "409 INTEGRATION.INACTIVE",
      details: "INACTIVE COMPLETED",
    },
  ],
  [
    "deleted",
    async ({ kombo, id }) => {
      await kombo.general.deleteIntegration({ integration_id: id, body: {} });
      return id;
    },
    {
      read: "404 PLATFORM.INTEGRATION_NOT_FOUND",
      write: "404 PLATFORM.INTEGRATION_NOT_FOUND",
      details: "404 PLATFORM.INTEGRATION_NOT_FOUND",
    },
  ],
];

test.for(states)("%s: what reads, writes and details answer", async ([, reach, want]) => {
  office = openOffice();
  const id = await reach(office);
  expect(await office.answers(id)).toEqual(want);
});

test("a refused read names the call that ends the first sync", async () => {
  office = openOffice();
  const id = await office.connect();
  const { text } = await office.send("GET /hris/employees", "/hris/employees", { to: id });
  expect(text).toContain(`mock.sync(\\"${id}\\")`);
});

test("an integration that a test creates is ready at once, unless told otherwise", async () => {
  office = openOffice();
  const { mock } = office;
  const ready = await mock.integrations.create({ tool: "hibob" });
  expect((await office.answers(ready.id)).read).toBe("200");
  const waiting = await mock.integrations.create({ tool: "hibob", qa_status: "PENDING" });
  expect((await office.answers(waiting.id)).read).toBe(pending);
  await mock.sync(waiting.id);
  expect((await office.answers(waiting.id)).read).toBe("200");
});

test("a disabled integration that is enabled again syncs and answers", async () => {
  office = openOffice();
  const { kombo, id, mock } = office;
  const enable = (value: boolean) =>
    kombo.general.setIntegrationEnabled({ integration_id: id, body: { value } });
  await enable(false);
  await enable(true);
  expect((await office.summary()).sync).toMatchObject({ state: "QUEUED", started_at: null });
  await mock.clock.advance("PT1S");
  expect((await office.summary()).sync).toMatchObject({
    state: "RUNNING",
    started_at: "2026-01-15T09:00:01.000Z",
  });
  await mock.clock.advance("PT2S");
  expect((await office.summary()).sync).toBeNull();
  expect((await office.answers()).read).toBe("200");
});

test("a reconnect makes an invalid integration sync with success again", async () => {
  office = openOffice();
  const { kombo, id, mock } = office;
  await mock.sync(id, { state: "AUTHENTICATION_FAILED" });
  await mock.clock.advance("P3D");
  const { data } = await kombo.general.createReconnectionLink({ integration_id: id, body: {} });
  await mock.connect(data.link);
  await office.news();
  await mock.clock.advance("PT3S");
  expect(await office.news()).toMatchObject([
    { type: "sync-finished", data: { sync_state: "SUCCEEDED", sync_duration_seconds: 2 } },
  ]);
  expect((await office.summary()).status).toBe("ACTIVE");
});
