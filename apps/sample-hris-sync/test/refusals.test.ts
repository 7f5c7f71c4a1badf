import { describe, expect, test } from "vitest";
import { createKomboClient } from "../src/kombo-client.ts";
import { mirrorIntegration } from "../src/mirror-integration.ts";
import { openMirror } from "../src/open-mirror.ts";
import { doors, openTestMirror } from "./doors.ts";
import { listedState, mirroredState } from "./states.ts";

const states = [
  { state: { setup_status: "FINAL_SYNC_PENDING" }, reason: "not-ready", code: "SETUP_SYNC_PENDING" },
  { state: { setup_status: "INCOMPLETE" }, reason: "not-ready", code: "SETUP_INCOMPLETE" },
  { state: { qa_status: "PENDING" }, reason: "not-ready", code: "SETUP_SYNC_PENDING" },
  { state: { qa_status: "FAILED" }, reason: "not-ready", code: "QA_FAILED" },
  { state: { status: "INACTIVE" }, reason: "integration-off", code: "INACTIVE" },
] as const;

describe.each(doors)("a refusal over $name", ({ open }) => {
  test.each(states)("of $state is reported as $reason, and the mirror stays as it is", async (given) => {
    const door = await open();
    const { control, kombo, integrationId } = door;
    const { database, run } = openTestMirror(door);
    await run();
    const before = mirroredState(database, integrationId);
    await control.integrations.update(integrationId, given.state);
    const code = `INTEGRATION.${given.code}`;
    expect(await run({ full: true })).toMatchObject({ status: "skipped", reason: given.reason, code });
    expect(mirroredState(database, integrationId)).toEqual(before);

    const usable = { status: "ACTIVE", setup_status: "COMPLETED", qa_status: "PASSED" } as const;
    await control.integrations.update(integrationId, usable);
    expect(await run()).toMatchObject({ status: "mirrored" });
    expect(mirroredState(database, integrationId)).toEqual(await listedState(kombo, integrationId));
  });

  test("while the first sync runs ends with the sync", async () => {
    const door = await open();
    const { id } = await door.control.integrations.create({
      ...{ tool: "bamboohr", setup_status: "FINAL_SYNC_PENDING" },
    });
    const { database, run } = openTestMirror(door);
    expect(await run({ integrationId: id })).toMatchObject({ status: "skipped", reason: "not-ready" });
    await door.control.sync(id);
    expect(await run({ integrationId: id })).toMatchObject({ status: "mirrored" });
    expect(mirroredState(database, id)).toEqual(await listedState(door.kombo, id));
  });

  test("of the tool's credentials does not stop reading what the last sync brought", async () => {
    const door = await open();
    await door.control.integrations.update(door.integrationId, { status: "INVALID" });
    expect(await openTestMirror(door).run()).toMatchObject({ status: "mirrored" });
  });

  test("of one model leaves the others, and what was missed is made up for", async () => {
    const door = await open();
    const { control, kombo, integrationId } = door;
    const { database, run } = openTestMirror(door);
    await run();
    await control.clock.advance("PT1H");
    await control.integrations.setScope(integrationId, { settings: { hris_absences: "DISABLED" } });
    const group = await control.create("hris.groups", { name: "Choir" }, { integration_id: integrationId });
    await control.create("hris.absences", {}, { integration_id: integrationId });
    await control.sync(integrationId);
    await control.clock.advance("PT1H");
    expect(await run()).toMatchObject({
      status: "mirrored",
      models: { absences: { unavailable: "INTEGRATION.MODEL_DISABLED" }, groups: { changed: 1 } },
    });
    expect(Object.keys(mirroredState(database, integrationId).groups)).toContain(group.id);
    await control.clock.advance("PT1H");
    await control.integrations.setScope(integrationId, {});
    await control.sync(integrationId);
    // With the model all of its records went, and all of them come back.
    const listed = await listedState(kombo, integrationId);
    const changed = Object.keys(listed.absences).length;
    expect(await run()).toMatchObject({ models: { absences: { changed }, groups: { read: 0 } } });
    expect(mirroredState(database, integrationId)).toEqual(listed);
  });

  test("of a tool's models that it does not cover is told for each", async () => {
    const door = await open();
    const documented = "factorial:8d1hpPsbjxUkoCoa1veLZGe5";
    const unavailable = { unavailable: "INTEGRATION.MODEL_NOT_AVAILABLE" };
    expect(await openTestMirror(door).run({ integrationId: documented })).toMatchObject({
      models: { groups: unavailable, absences: unavailable, employees: { read: expect.any(Number) } },
    });
  });

  test("of the API key or of the integration is reported with its code", async () => {
    const door = await open();
    const { run } = openTestMirror(door);
    expect(await run({ kombo: door.clientWith("ks_dev_invalid_x") })).toMatchObject({
      ...{ status: "skipped", reason: "key-refused", httpStatus: 401 },
      code: "PLATFORM.AUTHENTICATION_INVALID",
    });
    expect(await run({ kombo: door.clientWith("ks_dev_blocked_x") })).toMatchObject({
      ...{ reason: "key-refused", code: "PLATFORM.IP_NOT_WHITELISTED" },
    });
    expect(await run({ integrationId: "bamboohr:unknown" })).toMatchObject({
      ...{ reason: "integration-off", code: "PLATFORM.INTEGRATION_NOT_FOUND" },
    });
  });
});

/** A run whose every request ends like this, and how many there were. */
async function runThatGets(answer: () => Response) {
  let requests = 0;
  const fetch = async () => {
    requests++;
    return answer();
  };
  const kombo = createKomboClient({ apiKey: "ks_dev_mirror", fetch });
  const now = () => new Date("2026-01-15T09:00:00.000Z");
  const database = openMirror(":memory:");
  const report = await mirrorIntegration(database, kombo, { integrationId: "hibob:1", now }).finally(() =>
    database.close(),
  );
  return { report, requests };
}

test("too many requests end the run at the first, with the code and when to come back", async () => {
  const code = "PLATFORM.RATE_LIMIT_EXCEEDED";
  const error = { code, title: "Too many requests", message: "Slow down.", log_url: null };
  const answer = () =>
    Response.json({ status: "error", error }, { status: 429, headers: { "retry-after": "30" } });
  expect(await runThatGets(answer)).toEqual({
    requests: 1,
    report: {
      ...{ status: "skipped", reason: "rate-limited", httpStatus: 429, code },
      ...{ message: "Slow down.", retryAfter: "30" },
    },
  });
});

test("an error without a code is told by its status", async () => {
  const error = { code: null, title: null, message: "No.", log_url: null };
  const answer = (status: number) => () => Response.json({ status: "error", error }, { status });
  expect((await runThatGets(answer(429))).report).toMatchObject({ reason: "rate-limited", code: null });
  expect((await runThatGets(answer(401))).report).toMatchObject({ reason: "key-refused", message: "No." });
  expect((await runThatGets(answer(500))).report).toMatchObject({ reason: "failed", message: "No." });
});

test("an answer that is not the API's is reported without a code", async () => {
  const page = () => new Response("<html></html>", { status: 502, headers: { "content-type": "text/html" } });
  expect((await runThatGets(page)).report).toMatchObject({
    ...{ status: "skipped", reason: "failed", httpStatus: 502, code: null },
    message: "The answer was HTTP 502, and not an error of the API.",
  });
});

test("a list without an end is not read for ever", async () => {
  const data = { results: [], next: "again" };
  await expect(runThatGets(() => Response.json({ status: "success", data }))).rejects.toThrow(
    'The cursor "again" came twice; the list has no end.',
  );
});
