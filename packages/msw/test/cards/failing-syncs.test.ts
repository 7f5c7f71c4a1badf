import { createMock, testCards } from "@kombo-mock/msw";
import { expect, test } from "vitest";
import { cardClient } from "./card-client.ts";

const hris = (id: string) => ({ id, category: "HRIS" }) as const;

/** Has regular syncs announced, which takes somebody who names that event. */
const hearSyncs = (mock: ReturnType<typeof createMock>) =>
  mock.webhooks.deliverTo(() => new Response(), { events: ["sync-finished"] });

/** How the syncs of an integration ended, the oldest first. */
const ends = async (mock: ReturnType<typeof createMock>, id: string) =>
  (await mock.snapshot()).root.events.flatMap((event) =>
    event.type === "sync-finished" && event.integrationId === id ? [event.data.sync_state] : [],
  );

test("syncs of a card whose credentials fail do not authenticate, and after three days it is INVALID", async () => {
  const mock = createMock({ clock: "frozen" });
  await hearSyncs(mock);
  const { credentialsFailing: id } = testCards.hris;
  const { details, read } = cardClient(mock, hris(id));
  expect(await details()).toBe("ACTIVE, COMPLETED");
  await mock.clock.advance("PT6H");
  expect([await ends(mock, id), await details()]).toEqual([
    ["AUTHENTICATION_FAILED", "AUTHENTICATION_FAILED"],
    "ACTIVE, COMPLETED",
  ]);
  await mock.clock.advance("P3D");
  expect([await details(), await read()]).toEqual(["INVALID, COMPLETED", "some"]);
});

test.each([
  [testCards.hris.syncFailing, "FAILED"],
  [testCards.hris.syncPartiallyFailing, "PARTIALLY_FAILED"],
] as const)("regular syncs of %s end %s until one succeeds", async (id, state) => {
  const mock = createMock({ clock: "frozen" });
  await hearSyncs(mock);
  await mock.create("hris.skills", { name: "New" }, { integration_id: id, visible: "after-sync" });
  const count = async () => (await mock.find("hris.skills", { name: "New" }, { integration_id: id })).length;
  await mock.clock.advance("PT6H");
  expect(await ends(mock, id)).toEqual([state, state]);
  await mock.sync(id);
  await mock.clock.advance("PT3H");
  expect([await ends(mock, id), await count()]).toEqual([[state, state, "SUCCEEDED", "SUCCEEDED"], 1]);
});
