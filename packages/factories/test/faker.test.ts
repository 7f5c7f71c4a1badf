import { faker as english } from "@faker-js/faker/locale/en";
import { choicesAt } from "@kombo-mock/factories";
import { fakerAt } from "@kombo-mock/factories/faker";
import { afterEach, expect, test, vi } from "vitest";

const summary = choicesAt(1, "1", "job.summary");

/** Some of what a Faker makes; each is drawn from the same generator. */
const drawFrom = (choices: Parameters<typeof fakerAt>[0]) => {
  const faker = fakerAt(choices);
  return [faker.lorem.sentence(), faker.person.fullName(), faker.number.int(), faker.string.uuid()];
};

afterEach(() => {
  vi.useRealTimers();
});

test("the same seed, key and path make the same", () => {
  expect(drawFrom(choicesAt(1, "1", "job.summary"))).toEqual(drawFrom(summary));
});

test("what is made is this, in every process and version", () => {
  const faker = fakerAt(summary);
  expect([faker.number.int(1_000_000), faker.lorem.words(3)]).toEqual([147053, "placeat suffoco conforto"]);
});

test.each([
  { what: "seed", other: choicesAt(2, "1", "job.summary") },
  { what: "key", other: choicesAt(1, "2", "job.summary") },
  { what: "path", other: choicesAt(1, "1", "job.title") },
  { what: "step deeper", other: summary.at("first") },
])("another $what makes something else", ({ other }) => {
  const made = drawFrom(other);
  const known = drawFrom(summary);
  expect(made.filter((value, index) => value === known[index])).toEqual([]);
});

test("what was made before, here or elsewhere, does not matter", () => {
  const fresh = drawFrom(summary);
  drawFrom(choicesAt(1, "2", "job.title"));
  summary.integer(1, 100);
  expect(drawFrom(summary)).toEqual(fresh);
});

test("two of them do not disturb each other", () => {
  const [first, second] = [fakerAt(summary), fakerAt(summary)];
  const taken = [first.number.int(), second.number.int(), first.number.int(), second.number.int()];
  expect([taken[1], taken[3]]).toEqual([taken[0], taken[2]]);
  expect(taken[2]).not.toBe(taken[0]);
});

test("Faker's own instance is neither disturbed nor listened to", () => {
  english.seed(42);
  const undisturbed = [english.number.int(), english.number.int()];
  const own = drawFrom(summary);
  english.seed(42);
  const disturbed = [english.number.int()];
  const between = drawFrom(summary);
  disturbed.push(english.number.int());
  expect(disturbed).toEqual(undisturbed);
  expect(between).toEqual(own);
});

test("seeding one changes nothing: its path is its seed", () => {
  const faker = fakerAt(summary);
  faker.seed(99);
  expect(faker.number.int()).toBe(fakerAt(summary).number.int());
});

test("dates do not depend on the day on which they are made", () => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2031-05-01T12:00:00.000Z") });
  const later = fakerAt(summary).date.past();
  vi.setSystemTime(new Date("2019-05-01T12:00:00.000Z"));
  expect(fakerAt(summary).date.past()).toEqual(later);
  expect(later.getTime()).toBeLessThan(Date.parse("2026-01-15"));
});

test("numbers are spread over their whole range, from path to path and from draw to draw", () => {
  const fromPaths = Array.from({ length: 1_000 }, (_, index) =>
    fakerAt(summary.at(String(index))).number.float(),
  );
  const faker = fakerAt(summary);
  const fromDraws = Array.from({ length: 1_000 }, () => faker.number.float());
  for (const numbers of [fromPaths, fromDraws]) {
    const tenths = Array.from({ length: 10 }, (_, tenth) =>
      numbers.filter((number) => Math.floor(number * 10) === tenth),
    );
    for (const tenth of tenths) expect(Math.abs(tenth.length - 100)).toBeLessThan(40);
  }
});
