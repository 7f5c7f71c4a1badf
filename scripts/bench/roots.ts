import { line } from "./figures.ts";

/** What going back costs in the demo world, against copying an object with as many keys; each in turns. */
export async function roots(rounds: number): Promise<void> {
  const { createMockCore } = await import("../../packages/msw/dist/core.js");
  const { allDomains } = await import("../../packages/msw/dist/all-domains.js");
  const mock = createMockCore({ domains: allDomains, world: "demo", clock: "frozen", maxEnvironments: 1e6 });
  // Something to go back from.
  await mock.create("hris.employees", {}, { count: 100 });
  const snapshot = await mock.snapshot();
  const object = { ...snapshot.root };
  const calls: Readonly<Record<string, () => Promise<unknown>>> = {
    reset: () => mock.reset(),
    snapshot: () => mock.snapshot(),
    restore: () => mock.restore(snapshot),
    fork: () => mock.fork(),
  };
  const copy = async () => ({ ...object });
  for (const [name, call] of Object.entries(calls)) {
    const ratios: number[] = [];
    let shown = 0;
    await timed(call, 200);
    await timed(copy, 200);
    for (let round = 0; round < rounds; round++) {
      const bare = await timed(copy, 2_000);
      shown = await timed(call, 200);
      ratios.push(shown / bare);
    }
    console.log(
      line(`${name} of the demo world, against an object copy`, ratios, `${(shown * 1_000).toFixed(1)} µs`),
    );
  }
}

/** How many milliseconds one call takes. */
async function timed(call: () => Promise<unknown>, times: number): Promise<number> {
  const began = performance.now();
  for (let time = 0; time < times; time++) await call();
  return (performance.now() - began) / times;
}
