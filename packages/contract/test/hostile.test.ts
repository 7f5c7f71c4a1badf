import { chooseVariants, classifyFailure, reduce } from "@kombo-mock/contract/hostile";
import { possibleVariations, printVariation, type Variation } from "@kombo-mock/contract/variation";
import document from "@kombo-mock/openapi/openapi.json" with { type: "json" };
import { expect, test } from "vitest";
import { failures } from "./failures.cases.ts";
import { randomFrom } from "./random.ts";

const run = { status: 1, signal: null, timedOut: false };

test.each(failures)("case %#, what $runner prints is told as a $want", ({ want, output }) => {
  expect(classifyFailure({ ...run, output }, { output: "" }).kind).toBe(want);
});

test("what the green run printed too tells nothing", () => {
  const log = "TypeError: fetch failed, trying again in 12 ms";
  const assertion = "AssertionError: expected 1 to be 2";
  const red = { ...run, output: `${log.replace("12", "13")}\n${assertion}` };
  expect(classifyFailure(red, { output: log })).toEqual({ kind: "assertion", message: assertion });
  expect(classifyFailure(red, { output: "" }).kind).toBe("crash");
});

test.each([
  { given: { timedOut: true, status: null, signal: "SIGKILL" }, want: "did not end in time" },
  { given: { status: null, signal: "SIGSEGV" }, want: "ended by SIGSEGV" },
])("$want is a crash", ({ given, want }) => {
  const failure = classifyFailure({ ...run, output: "", ...given }, { output: "" });
  expect(failure).toEqual({ kind: "crash", message: expect.stringContaining(want) });
});

test("a failure is told by its first line, without colours, and not at length", () => {
  const output = `\u001b[31mTypeError: ${"x".repeat(300)}\u001b[39m`;
  const { message } = classifyFailure({ ...run, output }, { output: "" });
  expect(message).toBe(`TypeError: ${"x".repeat(189)}…`);
});

const possible = [
  ...possibleVariations("GET /hris/employees", document),
  ...possibleVariations("GET /hris/absences", document),
  ...possibleVariations("webhook data-changed", document),
];

test("twenty variants hold every variation, and no place is changed twice in one", () => {
  const variants = chooseVariants(possible, { seed: 1, count: 20 });
  expect(variants).toHaveLength(20);
  const covered = new Set(variants.flat());
  expect(possible.filter((one) => !covered.has(one)).map(printVariation)).toEqual([]);
  for (const variant of variants) {
    const places = variant.filter(({ change }) => change !== "extra-key" && change !== "reordered-keys");
    const changed = places
      .filter(({ at }) => at !== "delivery")
      .map(({ operation, at }) => `${operation} ${at}`);
    expect(new Set(changed).size).toBe(changed.length);
  }
});

test("every variation of a field shows in some variant: nothing else there takes it away", () => {
  const variants = chooseVariants(possible, { seed: 3, count: 20 });
  const shows = (one: Variation) =>
    variants.some(
      (variant) =>
        variant.includes(one) &&
        !variant.some(
          (other) =>
            other !== one &&
            other.operation === one.operation &&
            ((other.at === "pages" && other.change !== "small") ||
              (["null", "absent", "empty"].includes(other.change) && isAbove(other.at, one.at))),
        ),
    );
  const fields = possible.filter(({ at }) => !["pages", "fault", "record"].includes(at));
  expect(fields.filter((one) => !shows(one)).map(printVariation)).toEqual([]);
});

test("few variants share what there is evenly", () => {
  const variants = chooseVariants(possible, { seed: 1, count: 4 });
  const sizes = variants.map(({ length }) => length);
  expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThan(Math.max(...sizes) / 2);
  expect(new Set(variants.flat()).size).toBeGreaterThan(possible.length / 2);
});

test("a seed gives the same variants again, another one others", () => {
  const texts = (seed: number) =>
    chooseVariants(possible, { seed, count: 5 }).map((one) => one.map(printVariation));
  expect(texts(1)).toEqual(texts(1));
  expect(texts(2)).not.toEqual(texts(1));
});

test("no variant has more than one fault, and nothing possible gives empty variants", () => {
  for (const variant of chooseVariants(possible, { seed: 1, count: 20 })) {
    expect(variant.filter(({ at }) => at === "fault").length).toBeLessThanOrEqual(1);
  }
  expect(chooseVariants([], { seed: 1, count: 2 })).toEqual([[], []]);
});

const numbers = Array.from({ length: 64 }, (_, index) => index);

test.each([
  { needed: [5], most: 12 },
  { needed: [63], most: 12 },
  { needed: [3, 40], most: 40 },
  { needed: [1, 2, 3], most: 30 },
])("the part that is red is found: $needed in at most $most runs", async ({ needed, most }) => {
  const { left, isSmallest, runs } = await reduce(
    numbers,
    async (part) => (needed.every((one) => part.includes(one)) ? "red" : "green"),
    1_000,
  );
  expect(left).toEqual(needed);
  expect(isSmallest).toBe(true);
  expect(runs).toBeLessThanOrEqual(most);
});

test("any red part that is found is red, and smallest, whatever is needed", async () => {
  const random = randomFrom(7);
  for (let round = 0; round < 50; round++) {
    const needed = numbers.filter(() => random() < 0.05);
    const seen: string[] = [];
    const { left } = await reduce(
      numbers,
      async (part) => {
        seen.push(part.join());
        return needed.every((one) => part.includes(one)) ? "red" : "green";
      },
      10_000,
    );
    expect(left).toEqual(needed.length > 0 ? needed : [left[0]]);
    expect(new Set(seen).size).toBe(seen.length);
  }
});

test("when the runs are used up, the smallest red part so far is what is left", async () => {
  const { left, isSmallest, runs } = await reduce(
    numbers,
    async (part) => (part.includes(5) ? "red" : "green"),
    3,
  );
  expect({ size: left.length, isSmallest, runs }).toEqual({ size: 8, isSmallest: false, runs: 3 });
});

function isAbove(one: string, other: string): boolean {
  return other.startsWith(`${one}.`) || other.startsWith(`${one}[]`);
}
