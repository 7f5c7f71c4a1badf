import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { doors, openTestMirror } from "./doors.ts";
import { type StepName, steps, writeNames } from "./property-steps.ts";
import { listedState, mirroredState } from "./states.ts";

const stepNames = Object.keys(steps) as StepName[];

/** What happens, one after the other, with runs of the mirror in between. */
const histories = fc.array(
  fc.tuple(fc.constantFrom("the mirror runs" as const, ...stepNames), fc.nat(99), fc.nat(99)),
  { maxLength: 16, size: "max" },
);

// The doors share all but the way in, so most runs take the shortest.
const numRuns = { fetch: 100, MSW: 10, HTTP: 10 } as const;

describe.each(doors)("whatever happens, over $name", ({ name, open }) => {
  test("the mirror has after a run what the API lists", { timeout: 60_000 }, async () => {
    const door = await open();
    const { control, kombo, integrationId } = door;
    const accepted = new Set<string>();
    const holds = async (history: readonly (readonly [StepName | "the mirror runs", number, number])[]) => {
      await control.reset();
      const { database, run } = openTestMirror(door);
      const runAndCompare = async () => {
        expect(await run({ pageSize: 20 })).toMatchObject({ status: "mirrored" });
        expect(mirroredState(database, integrationId)).toEqual(await listedState(kombo, integrationId));
      };
      await run();
      for (const [step, ...choices] of history) {
        if (step === "the mirror runs") await runAndCompare();
        else if (await steps[step](door, choices)) accepted.add(step);
      }
      await runAndCompare();
      const before = mirroredState(database, integrationId);
      await run();
      expect(mirroredState(database, integrationId)).toEqual(before);
    };
    await fc.assert(fc.asyncProperty(histories, holds), { seed: 20_260_115, numRuns: numRuns[name] });
    // Writes that are all refused would prove nothing.
    expect([...accepted].sort()).toEqual([...writeNames].sort());
  });
});
