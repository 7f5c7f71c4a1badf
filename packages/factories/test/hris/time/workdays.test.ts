import { expect, test } from "vitest";
import {
  addDays,
  addWorkdays,
  countWorkdays,
  daysBetween,
  isWorkday,
  longestSpan,
  workdayFrom,
} from "../../../src/hris/workdays.ts";

const days = Array.from({ length: 400 }, (_, index) => addDays("2025-12-01", index));

test("days are counted over months, years and leap days", () => {
  expect(addDays("2028-02-28", 1)).toBe("2028-02-29");
  expect(addDays("2026-01-01", -1)).toBe("2025-12-31");
  expect(daysBetween("2025-12-31", "2026-03-01")).toBe(60);
});

test("people work from Monday to Friday", () => {
  expect(isWorkday("2026-01-16")).toBe(true);
  expect([isWorkday("2026-01-17"), isWorkday("2026-01-18")]).toEqual([false, false]);
  expect(workdayFrom("2026-01-17")).toBe("2026-01-19");
  expect(addWorkdays("2026-01-16", 1)).toBe("2026-01-19");
  expect(addWorkdays("2026-01-19", -1)).toBe("2026-01-16");
});

test("workdays are counted as one would by hand", () => {
  const wrong = days.slice(0, 300).filter((first, start) =>
    [0, 1, 2, 5, 6, 7, 13, 30].some((length) => {
      const byHand = days.slice(start, start + length + 1).filter(isWorkday).length;
      return countWorkdays(first, addDays(first, length)) !== byHand;
    }),
  );
  expect(wrong).toEqual([]);
});

test("so many workdays never take more days than told, wherever they begin", () => {
  const wrong = days.filter((day) =>
    [1, 2, 5, 6, 10].some((workdays) => {
      const last = addWorkdays(workdayFrom(day), workdays - 1);
      return daysBetween(day, last) + 1 > longestSpan(workdays);
    }),
  );
  expect(wrong).toEqual([]);
});
