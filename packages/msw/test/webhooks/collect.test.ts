import { createMock } from "@kombo-mock/msw";
import { expect, test } from "vitest";
import { signatureOf } from "./listening.ts";

test("the oldest event of a type comes with body, headers and raw bytes, and then the next one", async () => {
  const mock = createMock({ clock: "frozen", webhooks: { throttleMs: 0 } });
  await mock.create("hris.locations", {});
  await mock.create("hris.groups", {});
  const first = await mock.webhooks.next("data-changed");
  expect(first.data.changed_models).toEqual([{ name: "hris_locations" }]);
  expect(first.body).toEqual({ id: first.id, type: "data-changed", data: first.data });
  expect(JSON.parse(new TextDecoder().decode(first.raw))).toEqual(first.body);
  expect(first.headers["x-kombo-signature"]).toBe(signatureOf(first.raw, mock.webhooks.secret));
  const second = await mock.webhooks.next("data-changed");
  expect(second.data.changed_models).toEqual([{ name: "hris_teams" }]);
  expect(second.id).not.toBe(first.id);
  expect(await mock.webhooks.all("data-changed")).toHaveLength(2);
});

test("where nothing of the type came it is refused at once, with what came and what is held back", async () => {
  const mock = createMock({ clock: "frozen" });
  await expect(mock.webhooks.next("sync-finished")).rejects.toThrow(
    'No "sync-finished" waits to be taken. There is nothing.',
  );
  await mock.create("hris.locations", {});
  await mock.create("hris.groups", {});
  await mock.webhooks.next("data-changed");
  await mock.webhooks.trigger("integration-created");
  await expect(mock.webhooks.next("data-changed")).rejects.toThrow(
    'There is 1 × "integration-created"; taken already: 1 × "data-changed". Changes of hris_teams in "sandbox:',
  );
});

test("what was taken is there again after a reset to before it, and events of the future are gone", async () => {
  const mock = createMock({ clock: "frozen" });
  await mock.create("hris.locations", {});
  const before = await mock.snapshot();
  const { id } = await mock.webhooks.next("data-changed");
  await mock.webhooks.trigger("integration-created");
  await mock.restore(before);
  expect((await mock.webhooks.next()).id).toBe(id);
  await expect(mock.webhooks.next()).rejects.toThrow("taken already");
  await mock.reset();
  await expect(mock.webhooks.next()).rejects.toThrow("There is nothing.");
});

test("resetting one integration forgets its events and windows, and no others", async () => {
  const mock = createMock({ clock: "frozen" });
  const { integration_id } = mock.cast.withoutEmail;
  await mock.create("hris.locations", {});
  await mock.create("ats.tags", {});
  await mock.reset({ integration_id });
  expect(
    (await mock.webhooks.all()).map(
      ({ data }) => "integration_category" in data && data.integration_category,
    ),
  ).toEqual(["ATS"]);
  await mock.create("hris.locations", {});
  expect((await mock.webhooks.all()).map(({ type }) => type)).toEqual(["data-changed", "data-changed"]);
});

test("the same steps give the same events, byte for byte", async () => {
  const run = async () => {
    const mock = createMock({ clock: "frozen" });
    await mock.create("hris.locations", {});
    await mock.webhooks.trigger("integration-state-changed");
    return mock.webhooks.all();
  };
  expect(await run()).toEqual(await run());
});
