import { type Choices, choicesAt } from "../choices.ts";
import { defineFactory } from "../define-factory.ts";
import { instantBefore, instantBetween } from "../instants.ts";
import type { Country } from "../people.ts";
import { type Level, type Pay, payOf, weeklyHours } from "../work.ts";
import { firstSync } from "./employee-dates.ts";
import { type Position, titleOf, unmappedEmploymentTypes } from "./employee-terms.ts";
import { deletedBefore, midnight } from "./record-instants.ts";
import { addDays, daysBetween } from "./workdays.ts";

/** What an employment is made from. */
export interface HrisEmploymentInputs extends Position {
  readonly country: Country;
  /** The world's date, `yyyy-MM-dd`. */
  readonly date: string;
  /** The first and the last day of all of the person's employments; the date where there is no last one. */
  readonly from: string;
  readonly until: string;
  /** Which of the person's employments it is, from 0, and of how many. */
  readonly index: number;
  readonly count: number;
  /** The person's current title; one is made up where there is none. */
  readonly currentTitle: string | null;
  /** The hours of a week; full time where there are none. */
  readonly weeklyHours: number | null;
  /** The key of the person, so that all employments have pay of the same kind; the record's own where there is none. */
  readonly person: string | null;
  /** When the person was found missing; all employments were then. */
  readonly deletedAt: string | null;
}

const inputs: HrisEmploymentInputs = {
  country: "DE",
  date: "2026-01-15",
  department: "Engineering",
  level: 3,
  leadsCompany: false,
  employmentType: "FULL_TIME",
  from: "2023-05-01",
  until: "2026-01-15",
  index: 0,
  count: 1,
  currentTitle: null,
  weeklyHours: null,
  person: null,
  deletedAt: null,
};

type Terms = Choices & { readonly input: HrisEmploymentInputs };

/** The day from which an employment holds: the first one from the beginning, later ones from the first of a month. */
function effectiveDay({ input: { from, until, index, count } }: Terms): string {
  const day = addDays(from, Math.floor((daysBetween(from, until) * index) / count));
  const firstOfMonth = `${day.slice(0, 7)}-01`;
  return firstOfMonth > from ? firstOfMonth : day;
}

const daysOfYear = 220;

interface Rate {
  readonly amount: number;
  readonly currency: string;
  readonly period: Pay["period"] | "DAY";
}

function rateOf({ seed, key, input }: Terms): Rate {
  const { country, level, employmentType } = input;
  const choices = choicesAt(seed, input.person ?? key, "HrisEmployment.pay");
  const pay = payOf(choices, country, level);
  const year = pay.amount * { YEAR: 1, MONTH: 12, HOUR: 52 * weeklyHours(country) }[pay.period];
  if (employmentType === "CONTRACT" || employmentType === "FREELANCE")
    return { ...pay, amount: roundTo((year / daysOfYear) * 1.4 * raise(input), 10), period: "DAY" };
  if (pay.period === "HOUR") return { ...pay, amount: roundTo(pay.amount * raise(input), 0.5) };
  const share = (input.weeklyHours ?? weeklyHours(country)) / weeklyHours(country);
  return { ...pay, amount: roundTo(pay.amount * share * raise(input), pay.period === "YEAR" ? 500 : 50) };
}

/** What somebody had of the present pay; each new employment brought about a tenth. */
function raise({ index, count }: HrisEmploymentInputs): number {
  return 1 / (1 + 0.1 * (count - 1 - index));
}

function roundTo(amount: number, step: number): number {
  return Math.round(amount / step) * step;
}

/** How often pay comes: every two weeks or twice a month in the US, monthly elsewhere. */
function frequencyOf({ seed, key, input }: Terms): string {
  if (input.country !== "US") return "MONTHLY";
  return choicesAt(seed, input.person ?? key, "HrisEmployment.frequency").pick(["BIWEEKLY", "SEMIMONTHLY"]);
}

/** Builds the terms of an employment: the current ones of a software engineer in Germany unless told. */
export const hrisEmploymentFactory = defineFactory("HrisEmployment")({
  inputs,
  fields: {
    id: ({ id }) => id(),
    remote_id: ({ integer }) => String(integer(1_000, 9_999)),
    employee_id: ({ id }) => id(),
    job_title(context) {
      const { index, count, level, currentTitle } = context.input;
      const before = count - 1 - index;
      if (before === 0 && currentTitle !== null) return currentTitle;
      // Nobody began at the top of the company.
      const leadsCompany = context.input.leadsCompany && before === 0;
      const earlier = Math.min(4, level + before) as Level;
      const { department, employmentType } = context.input;
      return titleOf(context, { department, employmentType, leadsCompany, level: earlier });
    },
    pay_rate: (context) => rateOf(context).amount,
    pay_period: (context) => rateOf(context).period,
    pay_frequency: (context) => frequencyOf(context),
    employment_type: ({ input }) => input.employmentType,
    pay_currency: (context) => rateOf(context).currency,
    effective_date: (context) => midnight(effectiveDay(context)),
    custom_fields: () => null,
    integration_fields: () => [],
    changed_at(context) {
      const { date } = context.input;
      const day = effectiveDay(context);
      const deletedAt = context.get("remote_deleted_at");
      if (deletedAt !== null) return deletedAt;
      if (day >= date) return instantBefore(context, date, { minDays: 1, maxDays: 14 });
      const [, from = firstSync(date)] = [midnight(day), firstSync(date)].toSorted();
      return instantBetween(context, from, midnight(date));
    },
    remote_deleted_at: ({ input }) => input.deletedAt,
    remote_data: () => null,
  },
  traits: {
    withoutPay: {
      values: { pay_rate: null, pay_period: null, pay_frequency: null, pay_currency: null },
    },
    unmapped: {
      fields: {
        pay_period: ({ pick }) => pick<string>(["PER_SHIFT", "Piece rate", "LUNAR_MONTH"]),
        pay_frequency: ({ pick }) => pick<string>(["EVERY_4_WEEKS", "On invoice", "13x"]),
        employment_type: ({ pick }) => pick<string>(unmappedEmploymentTypes),
      },
    },
    deleted: {
      fields: { remote_deleted_at: (context) => deletedBefore(context, context.input.date) },
    },
  },
});
