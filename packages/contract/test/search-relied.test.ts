import { type Candidate, type Relied, searchRelied } from "@kombo-mock/contract/usage";
import { expect, test } from "vitest";

const fields = (count: number): Candidate<string>[] =>
  Array.from({ length: count }, (_, at) => ({ name: `f${at}`, changes: [`f${at}=null`] }));

/** Tests that fail as soon as one of these changes is made. */
function suite(fatal: readonly string[]) {
  const made: (readonly string[])[] = [];
  return {
    made,
    run: async (changes: readonly string[]) => {
      made.push(changes);
      return changes.some((one) => fatal.includes(one)) ? ("red" as const) : ("green" as const);
    },
  };
}

const nothing: Omit<Relied, "runs"> = { observed: [], together: [], unknown: [], isFlaky: false };

test("tests that rely on nothing need one run beside the unchanged one", async () => {
  const { run, made } = suite([]);
  expect(await searchRelied(fields(200), run, 30)).toEqual({ ...nothing, runs: 2 });
  expect(made[0]).toEqual([]);
});

test.each([
  { relied: [0], among: 100, most: 11 },
  { relied: [99], among: 100, most: 12 },
  { relied: [40, 41, 42], among: 100, most: 26 },
  { relied: [3, 50, 97], among: 100, most: 30 },
  { relied: [0, 1], among: 2, most: 6 },
  { relied: [0], among: 1, most: 4 },
])(
  "exactly the fields $relied of $among are found, in no more than $most runs",
  async ({ relied, among, most }) => {
    const names = relied.map((at) => `f${at}`);
    const { run } = suite(names.map((name) => `${name}=null`));
    const found = await searchRelied(fields(among), run, 100);
    expect(found).toMatchObject({ ...nothing, observed: names });
    expect(found.runs).toBeLessThanOrEqual(most);
  },
);

test("whatever is relied on, it is found, and nothing else", async () => {
  for (let seed = 1; seed <= 60; seed++) {
    const all = fields(1 + ((seed * 7) % 23));
    const relied = all.filter((_, at) => (seed * (at + 3) * 2_654_435_761) % 97 < 20).map(({ name }) => name);
    const { run } = suite(relied.map((name) => `${name}=null`));
    expect(await searchRelied(all, run, 1_000)).toMatchObject({ ...nothing, observed: relied });
  }
});

test("the second way of a change is tried only of what the first one did not show", async () => {
  const candidates = [
    { name: "a", changes: ["a=null", "a=other"] },
    { name: "b", changes: ["b=null", "b=other"] },
    { name: "c", changes: ["c=null"] },
  ];
  const { run, made } = suite(["a=null", "b=other"]);
  expect(await searchRelied(candidates, run, 30)).toMatchObject({ ...nothing, observed: ["a", "b"] });
  expect(made.flat()).not.toContain("a=other");
});

test("what holds something that is relied on is not tried by itself, and not unknown", async () => {
  const candidates = [
    { name: "manager", changes: [null, "manager=null"] },
    { name: "manager.name", changes: ["manager.name=null"] },
    { name: "manager_id", changes: [null, "manager_id=null"] },
  ];
  const { run, made } = suite(["manager.name=null"]);
  expect(await searchRelied(candidates, run, 30)).toMatchObject({ ...nothing, observed: ["manager.name"] });
  expect(made.flat()).not.toContain("manager=null");
  expect(made.flat()).toContain("manager_id=null");
});

test.each([2, 3, 5, 8, 13])(
  "no more than %i runs are made, and what they did not suffice for is said",
  async (budget) => {
    const all = fields(64);
    const { run, made } = suite(["f10=null", "f50=null"]);
    const { observed, unknown, runs } = await searchRelied(all, run, budget);
    expect(made).toHaveLength(runs);
    expect(runs).toBeLessThanOrEqual(budget);
    expect(unknown.length).toBeGreaterThan(0);
    for (const name of ["f10", "f50"]) expect([...observed, ...unknown]).toContain(name);
    expect(observed.filter((name) => name !== "f10" && name !== "f50")).toEqual([]);
  },
);

test("fields that only fail the tests together are told as such, and as observed are not", async () => {
  const run = async (changes: readonly string[]) =>
    changes.includes("f1=null") && changes.includes("f6=null") ? ("red" as const) : ("green" as const);
  const found = await searchRelied(fields(8), run, 30);
  expect(found).toMatchObject({ observed: [], unknown: [], isFlaky: false });
  expect(found.together).toEqual([fields(8).map(({ name }) => name)]);
});

test("tests that fail unchanged the second time are flaky, and nothing is inferred", async () => {
  const flaky = async () => "red" as const;
  expect(await searchRelied(fields(3), flaky, 30)).toEqual({
    ...{ observed: [], together: [], unknown: ["f0", "f1", "f2"], isFlaky: true, runs: 1 },
  });
});

test("tests that fail now and then are flaky", async () => {
  for (let at = 1; at < 6; at++) {
    let runs = 0;
    const found = await searchRelied(fields(4), async () => (runs++ === at ? "red" : "green"), 30);
    // One that fails with a single field cannot be told from a reason, but for the runs that follow.
    expect(found.observed).toEqual([]);
  }
});

test("where the unchanged tests fail in the end, nothing counts that was observed before", async () => {
  let unchanged = 0;
  const { run } = suite(["f2=null"]);
  const found = await searchRelied(
    fields(4),
    async (changes) => (changes.length === 0 && ++unchanged === 2 ? "red" : run(changes)),
    30,
  );
  expect(found).toMatchObject({ observed: [], isFlaky: true, unknown: ["f0", "f1", "f2", "f3"] });
});
