import { createMock } from "@kombo-mock/msw";
import { expect, test } from "vitest";
import { differences, everything, live, stepNames } from "./life.ts";

const seeds = [1, 2, 4];
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
