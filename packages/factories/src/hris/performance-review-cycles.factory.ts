import { defineFactory } from "../define-factory.ts";
import { instantBefore } from "../instants.ts";
import { deletedBefore, midnight, syncedAfter } from "./record-instants.ts";

/** What a round of reviews is made from. */
export interface HrisPerformanceReviewCycleInputs {
  /** The world's date, `yyyy-MM-dd`. */
  readonly date: string;
  /** How many half-years ago it began: 0 is the one that runs. */
  readonly halfYearsAgo: number;
  /** What the company calls its rounds after. */
  readonly naming: "halves" | "seasons";
}

const inputs: HrisPerformanceReviewCycleInputs = { date: "2026-01-15", halfYearsAgo: 1, naming: "seasons" };

/** The half-year that lies so many half-years back. */
function halfYearBefore(date: string, halfYears: number): { readonly year: number; readonly half: 1 | 2 } {
  const number = Number(date.slice(0, 4)) * 2 + (date.slice(5, 7) < "07" ? 0 : 1) - halfYears;
  return { year: Math.floor(number / 2), half: number % 2 === 0 ? 1 : 2 };
}

/** Builds a round of performance reviews: that of the last half-year unless told. */
export const hrisPerformanceReviewCycleFactory = defineFactory("HrisPerformanceReviewCycle")({
  inputs,
  fields: {
    id: ({ id }) => id(),
    remote_id: ({ integer }) => String(integer(1_000, 9_999)),
    name({ input }) {
      const { year, half } = halfYearBefore(input.date, input.halfYearsAgo);
      if (input.naming === "halves") return `H${half} ${year}`;
      return half === 1 ? `Spring ${year}` : `Autumn ${year}`;
    },
    review_period_start_date({ input }) {
      const { year, half } = halfYearBefore(input.date, input.halfYearsAgo);
      return midnight(`${year}-${half === 1 ? "01" : "07"}-01`);
    },
    changed_at(context) {
      const { date } = context.input;
      const start = context.get("review_period_start_date");
      const before = (start ?? midnight(date)).slice(0, 10);
      const isKnown = before < date;
      return syncedAfter(
        context,
        instantBefore(context, isKnown ? before : date, { minDays: 2, maxDays: 20 }),
        date,
      );
    },
    remote_deleted_at: () => null,
    remote_data: () => null,
  },
  traits: {
    running: { input: { halfYearsAgo: 0 } },
    deleted: {
      fields: {
        remote_deleted_at: (context) => deletedBefore(context, context.input.date),
        changed_at: ({ get, input }) => get("remote_deleted_at") ?? midnight(input.date),
      },
    },
  },
});
