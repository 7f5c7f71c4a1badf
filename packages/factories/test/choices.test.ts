import { choicesAt } from "@kombo-mock/factories";
import { expect, test } from "vitest";

const keys = Array.from({ length: 2_000 }, (_, index) => String(index));
const colors = ["red", "green", "blue", "white"];

const choicesOf = (key: string) => choicesAt(1, key, "car.color");

function pickEach(options: readonly string[]): readonly string[] {
  return keys.map((key) => choicesOf(key).pick(options));
}

function count<T>(values: readonly T[], wanted: T): number {
  return values.filter((value) => value === wanted).length;
}

test.each([
  { place: "at the end", options: [...colors, "black"] },
  { place: "at the beginning", options: ["black", ...colors] },
  { place: "in between", options: ["red", "green", "black", "blue", "white"] },
])("one more option $place moves only what now chooses it", ({ options }) => {
  const before = pickEach(colors);
  const after = pickEach(options);
  const moved = after.filter((option, index) => option !== before[index]);
  expect(new Set(moved)).toEqual(new Set(["black"]));
  expect(moved.length).toBeGreaterThan(340);
  expect(moved.length).toBeLessThan(460);
});

test("an option taken away moves only what had chosen it", () => {
  const before = pickEach(colors);
  const after = pickEach(colors.filter((color) => color !== "green"));
  const left = before.filter((option, index) => option !== after[index]);
  expect(new Set(left)).toEqual(new Set(["green"]));
  expect(left.length).toBe(count(before, "green"));
});

test("the order of the options does not matter", () => {
  expect(pickEach(colors.toReversed())).toEqual(pickEach(colors));
});

test("options are chosen about equally often", () => {
  const shares = colors.map((color) => count(pickEach(colors), color) / keys.length);
  for (const share of shares) expect(Math.abs(share - 0.25)).toBeLessThan(0.03);
});

test("options that are no texts are told apart by what they hold", () => {
  const sizes = (key: string) => choicesOf(key).pick([{ size: 1 }, { size: 2 }, { size: 3 }]).size;
  const sizesReversed = (key: string) => choicesOf(key).pick([{ size: 3 }, { size: 2 }, { size: 1 }]).size;
  expect(new Set(keys.map(sizes))).toEqual(new Set([1, 2, 3]));
  expect(keys.map(sizesReversed)).toEqual(keys.map(sizes));
});

test("picking from nothing fails and says where", () => {
  expect(() => choicesOf("1").pick([])).toThrow('There is nothing to pick from at "car.color".');
});

test("a chance of 0 never comes, one of 1 always", () => {
  expect(keys.filter((key) => choicesOf(key).chance(0))).toEqual([]);
  expect(keys.filter((key) => !choicesOf(key).chance(1))).toEqual([]);
});

test("a chance comes about as often as it says, and a greater one whenever a smaller one does", () => {
  const quarter = keys.filter((key) => choicesOf(key).chance(0.25));
  expect(Math.abs(quarter.length / keys.length - 0.25)).toBeLessThan(0.03);
  expect(quarter.filter((key) => !choicesOf(key).chance(0.3))).toEqual([]);
});

test("whole numbers reach both bounds, stay between them and are spread evenly", () => {
  const numbers = keys.map((key) => choicesOf(key).integer(-2, 3));
  const shares = [-2, -1, 0, 1, 2, 3].map((number) => count(numbers, number));
  expect(new Set(numbers)).toEqual(new Set([-2, -1, 0, 1, 2, 3]));
  for (const share of shares) expect(Math.abs(share - keys.length / 6)).toBeLessThan(60);
});

test("between equal bounds there is one number", () => {
  expect(new Set(keys.map((key) => choicesOf(key).integer(7, 7)))).toEqual(new Set([7]));
});

test("the same seed, key and path decide the same, whatever was decided before", () => {
  const fresh = choicesOf("1");
  const used = choicesOf("1");
  used.chance(0.5);
  used.at("deeper").integer(1, 100);
  used.pick(colors);
  const decisions = (choices: typeof fresh) => [
    choices.pick(colors),
    choices.chance(0.5),
    choices.integer(1, 1_000_000),
    choices.id(),
  ];
  expect(decisions(used)).toEqual(decisions(fresh));
});

test("another seed, key or path decides differently", () => {
  const all = [
    choicesAt(1, "1", "a"),
    choicesAt(2, "1", "a"),
    choicesAt(1, "2", "a"),
    choicesAt(1, "1", "b"),
    choicesAt(1, "1", "a").at("b"),
  ];
  expect(new Set(all.map((choices) => choices.id())).size).toBe(all.length);
  expect(new Set(all.map((choices) => choices.integer(1, 1_000_000))).size).toBe(all.length);
});

test("a step deeper has its own path", () => {
  expect(choicesOf("1").at("finish").at("gloss").path).toBe("car.color/finish/gloss");
});

test("what is decided at one step says nothing about another", () => {
  const alike = keys.filter(
    (key) => choicesOf(key).at("front").pick(colors) === choicesOf(key).at("back").pick(colors),
  );
  expect(Math.abs(alike.length / keys.length - 0.25)).toBeLessThan(0.03);
});

test("picking, chances and numbers at one path say nothing about each other", () => {
  const red = keys.filter((key) => choicesOf(key).pick(colors) === "red");
  const lucky = red.filter((key) => choicesOf(key).chance(0.5));
  const high = lucky.filter((key) => choicesOf(key).integer(1, 100) > 50);
  expect(Math.abs(lucky.length / red.length - 0.5)).toBeLessThan(0.08);
  expect(Math.abs(high.length / lucky.length - 0.5)).toBeLessThan(0.08);
});
