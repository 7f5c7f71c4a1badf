import { createMock } from "@kombo-mock/msw";
import { expect, test } from "vitest";
import { caller, listening, modelsOf } from "./listening.ts";

const half = "PT15S";

test("the first change is told at once, further ones at the end of the window, and nothing when nothing changed", async () => {
  const { mock, received } = await listening();
  await mock.create("hris.locations", {});
  await mock.settle();
  expect(received.map(modelsOf)).toEqual([["hris_locations"]]);

  await mock.create("hris.legal-entities", {});
  await mock.create("hris.locations", {});
  await mock.create("hris.legal-entities", {});
  await mock.clock.advance(half);
  expect(received).toHaveLength(1);
  await mock.clock.advance(half);
  expect(received.map(modelsOf).slice(1)).toEqual([["hris_legal_entities", "hris_locations"]]);

  // The second window holds nothing, so that none follows it.
  await mock.clock.advance("PT5M");
  expect(received).toHaveLength(2);
  await mock.create("hris.groups", {});
  await mock.settle();
  expect(received.map(modelsOf).slice(2)).toEqual([["hris_teams"]]);
});

test("a window opens again at the end of one that held something", async () => {
  const { mock, received } = await listening();
  await mock.create("hris.locations", {});
  await mock.create("hris.groups", {});
  await mock.clock.advance("PT30S");
  await mock.create("hris.locations", {});
  await mock.settle();
  expect(received).toHaveLength(2);
  await mock.clock.advance("PT30S");
  expect(received.map(modelsOf)).toEqual([["hris_locations"], ["hris_teams"], ["hris_locations"]]);
});

test("settle with flush sends what a window holds back, without moving the clock", async () => {
  const { mock, received } = await listening();
  const before = await mock.clock.now();
  await mock.create("hris.locations", {});
  await mock.create("hris.groups", {});
  await mock.settle();
  expect(received).toHaveLength(1);
  await mock.settle({ flush: true });
  expect(received.map(modelsOf)).toEqual([["hris_locations"], ["hris_teams"]]);
  expect(await mock.clock.now()).toBe(before);
});

test("without a throttle each change is told at once", async () => {
  const { mock, received } = await listening({ webhooks: { throttleMs: 0 } });
  await mock.create("hris.locations", {});
  await mock.create("hris.locations", {});
  await mock.settle();
  expect(received).toHaveLength(2);
});

test("each integration has a window of its own", async () => {
  const { mock, received } = await listening();
  await mock.create("hris.locations", {});
  await mock.create("ats.tags", {});
  await mock.settle();
  expect(received.map(({ data }) => data["integration_category"])).toEqual(["HRIS", "ATS"]);
});

test("a write through the API is told, and one that changes nothing or is refused is not", async () => {
  const { mock, received } = await listening({ webhooks: { throttleMs: 0 } });
  const { id, integration_id } = mock.cast.withoutEmail;
  const call = caller(mock, integration_id);
  expect((await call(`PATCH /hris/employees/${id}`, { work_email: 7 })).status).toBe(400);
  await mock.settle();
  expect(received).toEqual([]);
  expect((await call(`PATCH /hris/employees/${id}`, { work_email: "zoe@example.com" })).status).toBe(200);
  await mock.settle();
  expect(received.map(({ data }) => data)).toEqual([
    {
      integration_id,
      integration_tool: "sandbox",
      integration_category: "HRIS",
      changed_models: [{ name: "hris_employees" }],
    },
  ]);
  await mock.update("hris.employees", id, { work_email: "zoe@example.com" });
  await mock.settle();
  expect(received).toHaveLength(1);
});

test("own writes are silent where that is assumed, and changes in the tool are not", async () => {
  const { mock, received } = await listening({
    webhooks: { throttleMs: 0 },
    assume: { "writes-are-announced": false },
  });
  const { id, integration_id } = mock.cast.withoutEmail;
  await caller(mock, integration_id)(`PATCH /hris/employees/${id}`, { work_email: "zoe@example.com" });
  await mock.settle();
  expect(received).toEqual([]);
  await mock.update("hris.employees", id, { work_email: "mia@example.com" });
  await mock.settle();
  expect(received).toHaveLength(1);
});

test("a change that waits for a sync is told when the sync brings it", async () => {
  const { mock, received } = await listening();
  const { integration_id } = mock.cast.withoutEmail;
  await mock.create("hris.locations", {}, { visible: "after-sync" });
  await mock.settle({ flush: true });
  expect(received).toEqual([]);
  await mock.sync(integration_id);
  expect(received.filter(({ type }) => type === "data-changed").map(modelsOf)).toEqual([["hris_locations"]]);
});

test("models whose names older SDKs refuse are told only with emit newest, and orders never", async () => {
  for (const emit of ["all-generations", "newest"] as const) {
    const { mock, received } = await listening({ emit });
    await mock.create("hris.skills", {});
    await mock.create("assessment.orders", {});
    await mock.settle({ flush: true });
    expect(received.map(modelsOf)).toEqual(emit === "newest" ? [["hris_skills"]] : []);
  }
});

test("the window of a removed integration says nothing, also when another takes its id", async () => {
  const mock = createMock({ clock: "frozen" });
  const { id } = await mock.integrations.create({ tool: "hibob", id: "hibob:1" });
  await mock.create("hris.locations", {}, { integration_id: id });
  await mock.create("hris.groups", {}, { integration_id: id });
  await mock.integrations.remove(id);
  await mock.integrations.create({ tool: "hibob", id });
  await mock.create("hris.groups", {}, { integration_id: id });
  expect((await mock.webhooks.all("data-changed")).map(modelsOf)).toEqual([
    ["hris_locations"],
    ["hris_teams"],
  ]);
});
