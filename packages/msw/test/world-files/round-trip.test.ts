import { createMock } from "@kombo-mock/msw";
import { expect, test } from "vitest";
import { apply, differences, everything, live, stepNames } from "./life.ts";

const seeds = [1, 4];
const done = new Set<string>();

test.for(seeds)(
  "a written state gives the same answers in another mock, life %i",
  { timeout: 120_000 },
  async (seed) => {
    const mock = createMock({ clock: "frozen" });
    for (let step = 0; step < 45; step++) done.add(await live(mock, seed, step));
    const text = JSON.stringify(await mock.exportState());
    const seen = await everything(mock);

    const begun = createMock({ world: JSON.parse(text) });
    const brought = createMock({ clock: "frozen" });
    await brought.create("hris.employees");
    await brought.importState(JSON.parse(text));
    for (const other of [begun, brought]) {
      expect(differences(seen, await everything(other))).toEqual([]);
      expect(JSON.stringify(await other.exportState())).toBe(text);
    }

    // Life goes on in the same way, with the same ids.
    for (let step = 100; step < 112; step++) {
      const what = await live(mock, seed, step);
      expect(await live(begun, seed, step)).toBe(what);
    }
    expect(differences(await everything(mock), await everything(begun))).toEqual([]);
  },
);

test("everything that can happen did", () => {
  expect([...done].filter((one) => !one.endsWith("refused")).sort()).toEqual([...stepNames].sort());
});

test("files that were sent are in the state, and handed out from it", async () => {
  const mock = createMock({ clock: "frozen" });
  const integrationId = mock.cast.closedJob.integration_id;
  await apply(mock, integrationId, "mary@example.com");
  const other = createMock({ world: JSON.parse(JSON.stringify(await mock.exportState())) });
  for (const one of [mock, other]) {
    const [sent] = await one.find("ats.attachments", { file_name: "cv.txt" });
    const record = (await one.snapshot()).root.integrations[integrationId]?.synced["ats.attachments"];
    expect(record?.[sent?.id ?? ""]?.record).toMatchObject({ content_base64: btoa("Hello") });
    const file = await one.fetch(`${new URL(one.baseUrl).origin}/_mock/files/${sent?.id}`);
    expect(await file.text()).toBe("Hello");
  }
});
