import { expect, test } from "vitest";
import { choicesAt } from "../src/choices.ts";
import { instantAt, timeOf } from "../src/instant-text.ts";

// From the year 1 to the year 9999, and once each in the years around a leap day.
const times = Array.from({ length: 5_000 }, (_, number) => {
  const choices = choicesAt(1, "instants", String(number));
  return number % 2 === 0
    ? choices.integer(-62_135_596_800_000, 253_402_300_799_999)
    : choices.integer(1_700_000_000_000, 1_800_000_000_000);
});

test("an instant is written and read as Date does", () => {
  const differing = times.filter((time) => {
    const text = new Date(time).toISOString();
    return instantAt(time) !== text || timeOf(text) !== time;
  });
  expect(differing).toEqual([]);
});

test.each([
  "2024-02-29T00:00:00.000Z",
  "2026-02-30T00:00:00.000Z",
  "2026-13-01T00:00:00.000Z",
  "2026-01-01T24:00:00.000Z",
  "2026-01-01T23:59:60.000Z",
  "2026-01-01 00:00:00.000Z",
  "2026-01-01T00:00:00.0a0Z",
  "2026-01-01T00:00:00Z",
  "2026-01-01",
  "+010000-01-01T00:00:00.0Z",
  "neither day nor time, yet",
])('"%s" is read as Date does', (text) => {
  expect(timeOf(text)).toBe(Date.parse(text));
});

test.each([Number.NaN, 9e15, 253_402_300_800_000, -62_167_219_200_001, 0.5])(
  "%d is written as Date does",
  (time) => {
    const written = (write: () => string) => {
      try {
        return write();
      } catch (error) {
        return String(error);
      }
    };
    expect(written(() => instantAt(time))).toBe(written(() => new Date(time).toISOString()));
  },
);
