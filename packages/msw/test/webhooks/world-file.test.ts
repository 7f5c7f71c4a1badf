import { createMock, type WorldFile } from "@kombo-mock/msw";
import { expect, test } from "vitest";
import { modelsOf } from "./listening.ts";

const url = "http://127.0.0.1:1/webhooks";
const copy = (file: WorldFile) => JSON.parse(JSON.stringify(file)) as WorldFile;

test("endpoints, events, deliveries, windows and what was taken come back from a file, and go on", async () => {
  const mock = createMock({ clock: "frozen" });
  const { integration_id } = mock.cast.withoutEmail;
  await mock.webhooks.endpoints.create({
    ...{ url, integration_id, secret: "its own", events: ["data-changed"] },
    chaos: { delay: { first: 1, milliseconds: 60_000 } },
  });
  await mock.create("hris.locations", {});
  await mock.create("hris.groups", {});
  await mock.webhooks.trigger("integration-created");
  await mock.webhooks.next("integration-created");
  const file = copy(await mock.exportState());
  const other = createMock({ world: file });
  expect(await other.exportState()).toEqual(file);
  expect(await other.webhooks.endpoints.list()).toEqual(await mock.webhooks.endpoints.list());
  expect(await other.webhooks.deliveries()).toEqual(await mock.webhooks.deliveries());

  for (const one of [mock, other]) await one.clock.advance("PT2M");
  expect((await other.webhooks.all("data-changed")).map(modelsOf)).toEqual([
    ["hris_locations"],
    ["hris_teams"],
  ]);
  expect(await other.webhooks.all()).toEqual(await mock.webhooks.all());
  const log = await other.webhooks.deliveries();
  expect(log.map(({ attempts }) => attempts.length)).toEqual(
    (await mock.webhooks.deliveries()).map(({ attempts }) => attempts.length),
  );
  expect(log[0]?.attempts.length).toBeGreaterThan(0);
  await expect(other.webhooks.next("integration-created")).rejects.toThrow("taken already");
});

test("functions of a process are in no file, nor is what was to go to them", async () => {
  const mock = createMock({ clock: "frozen" });
  await mock.webhooks.deliverTo(() => new Response(null, { status: 503 }));
  await mock.webhooks.trigger("integration-created");
  const { webhooks } = await mock.exportState();
  expect(webhooks).toMatchObject({ endpoints: [], deliveries: [] });
  const other = createMock({ world: copy(await mock.exportState()) });
  await other.settle({ flush: true });
  expect(await other.webhooks.all()).toHaveLength(1);
});

test("a file may name any address, and nothing is sent to one that is not allowed", async () => {
  const mock = createMock({ clock: "frozen" });
  await mock.webhooks.endpoints.create({ url });
  const text = JSON.stringify(await mock.exportState()).replaceAll(url, "http://receiver.example/");
  const other = createMock({ world: JSON.parse(text) as WorldFile });
  const { deliveries } = await other.webhooks.trigger("integration-created");
  expect(deliveries[0]?.cause).toContain(
    'leads to "receiver.example", and webhooks go to loopback addresses only.',
  );
});

test("faults of a file are told with their path", async () => {
  const mock = createMock({ clock: "frozen" });
  await mock.create("hris.locations", {});
  const file = copy(await mock.exportState());
  const [event] = file.webhook_events ?? [];
  await expect(
    mock.importState({
      ...file,
      webhook_events: [{ ...event, type: "data-exploded" }],
      webhooks: { endpoints: [] },
    }),
  ).rejects.toThrow(/webhook_events\[0\]\.type must be one of[\s\S]*webhooks\.deliveries is missing/);
});
