import { type Country, choicesAt } from "@kombo-mock/factories";
import { afterEach, expect, test } from "vitest";
import { titles } from "../src/job-titles.ts";
import { departments, jobTitle, payOf, weeklyHours } from "../src/work.ts";

const keys = Array.from({ length: 400 }, (_, index) => String(index));
const levels = [0, 1, 2, 3, 4] as const;
const choicesOf = (key: string) => choicesAt(1, key, "job_title");

const recruiters = titles.People[3] as string[];
const before = [...recruiters];
afterEach(() => {
  recruiters.splice(0, recruiters.length, ...before);
});

test("one more title moves only those who now have it", () => {
  const titlesBefore = keys.map((key) => jobTitle(choicesOf(key), "People", 3));
  recruiters.unshift("Benefits Specialist");
  const after = keys.map((key) => jobTitle(choicesOf(key), "People", 3));
  const moved = after.filter((title, index) => title !== titlesBefore[index]);
  expect(new Set(moved)).toEqual(new Set(["Benefits Specialist"]));
  expect(moved.length).toBeLessThan(130);
});

test.each(departments)("%s has its own titles at every level", (department) => {
  const own = levels.flatMap((level) => titles[department][level]);
  expect(new Set(own).size).toBe(own.length);
  const others = departments
    .filter((other) => other !== department)
    .flatMap((other) => levels.flatMap((level) => titles[other][level]));
  expect(own.filter((title) => others.includes(title))).toEqual([]);
  for (const level of levels)
    expect(new Set(keys.map((key) => jobTitle(choicesOf(key), department, level)))).toEqual(
      new Set(titles[department][level]),
    );
});

const countries = [
  { country: "DE", currency: "EUR", hours: 40, periods: ["HOUR", "MONTH", "YEAR"] },
  { country: "FR", currency: "EUR", hours: 35, periods: ["HOUR", "MONTH", "YEAR"] },
  { country: "GB", currency: "GBP", hours: 37.5, periods: ["HOUR", "YEAR"] },
  { country: "NL", currency: "EUR", hours: 40, periods: ["HOUR", "MONTH", "YEAR"] },
  { country: "US", currency: "USD", hours: 40, periods: ["HOUR", "YEAR"] },
] as const satisfies readonly { country: Country; [key: string]: unknown }[];

test.each(countries)("pay in $country is in $currency, by the time that is usual there", (usual) => {
  const pays = levels.flatMap((level) => keys.map((key) => payOf(choicesOf(key), usual.country, level)));
  expect(new Set(pays.map(({ currency }) => currency))).toEqual(new Set([usual.currency]));
  expect([...new Set(pays.map(({ period }) => period))].sort()).toEqual(usual.periods);
  expect(weeklyHours(usual.country)).toBe(usual.hours);
});

test.each(countries)(
  "those higher up in $country earn more, and all of it is round",
  ({ country, hours }) => {
    const years = { YEAR: 1, MONTH: 12, HOUR: 52 * hours };
    const rounded = { YEAR: 500, MONTH: 50, HOUR: 0.5 };
    const averages = levels.map((level) => {
      const pays = keys.map((key) => payOf(choicesOf(key), country, level));
      for (const { amount, period } of pays) expect(amount % rounded[period]).toBe(0);
      return pays.reduce((sum, { amount, period }) => sum + amount * years[period], 0) / pays.length;
    });
    expect(averages).toEqual([...averages].sort((one, other) => other - one));
    expect(averages[4]).toBeGreaterThan(30_000);
    expect(averages[0]).toBeLessThan(300_000);
  },
);

test("the same key always earns the same", () => {
  expect(payOf(choicesAt(1, "1", "x"), "DE", 3)).toEqual({ amount: 64000, currency: "EUR", period: "YEAR" });
  expect(payOf(choicesAt(1, "1", "x"), "US", 4)).toEqual({ amount: 30, currency: "USD", period: "HOUR" });
});
