import type { Choices } from "./choices.ts";
import { type Department, titles } from "./job-titles.ts";
import type { Country } from "./people.ts";

export { type Department, departments } from "./job-titles.ts";

/** How far up somebody is: 0 leads the department, 4 begins. */
export type Level = 0 | 1 | 2 | 3 | 4;

/** What somebody at that level of a department is called. */
export function jobTitle(choices: Choices, department: Department, level: Level): string {
  return choices.at("title").pick<string>(titles[department][level]);
}

/** What somebody earns for that time. */
export interface Pay {
  readonly amount: number;
  readonly currency: string;
  readonly period: "YEAR" | "MONTH" | "HOUR";
}

/** A plausible pay, rounded as people round it, for the time that contracts in the country state it for. */
export function payOf(choices: Choices, country: Country, level: Level): Pay {
  const { currency, years, monthly, hourly } = payScales[country];
  const [from, to] = years[level];
  const year = choices.at("year").integer(from / 500, to / 500) * 500;
  if (level === 4 && choices.at("hourly").chance(hourly))
    return { amount: Math.round((year / 52 / weeklyHours(country)) * 2) / 2, currency, period: "HOUR" };
  if (choices.at("monthly").chance(monthly))
    return { amount: Math.round(year / 12 / 50) * 50, currency, period: "MONTH" };
  return { amount: level < 2 ? Math.round(year / 5_000) * 5_000 : year, currency, period: "YEAR" };
}

interface PayScale {
  readonly currency: string;
  /** The lowest and the highest pay of a year at each level, full time. */
  readonly years: Readonly<Record<Level, readonly [number, number]>>;
  /** How many are paid a salary that the contract states for a month. */
  readonly monthly: number;
  /** How many beginners are paid by the hour. */
  readonly hourly: number;
}

const payScales: Readonly<Record<Country, PayScale>> = {
  DE: {
    currency: "EUR",
    years: { 0: [140e3, 240e3], 1: [95e3, 135e3], 2: [72e3, 95e3], 3: [50e3, 72e3], 4: [36e3, 50e3] },
    monthly: 0.35,
    hourly: 0.1,
  },
  FR: {
    currency: "EUR",
    years: { 0: [120e3, 210e3], 1: [75e3, 115e3], 2: [55e3, 75e3], 3: [40e3, 55e3], 4: [28e3, 40e3] },
    monthly: 0.2,
    hourly: 0.05,
  },
  GB: {
    currency: "GBP",
    years: { 0: [120e3, 220e3], 1: [75e3, 115e3], 2: [55e3, 75e3], 3: [38e3, 55e3], 4: [26e3, 38e3] },
    monthly: 0,
    hourly: 0.15,
  },
  NL: {
    currency: "EUR",
    years: { 0: [130e3, 220e3], 1: [85e3, 125e3], 2: [64e3, 85e3], 3: [45e3, 64e3], 4: [32e3, 45e3] },
    monthly: 0.75,
    hourly: 0.1,
  },
  US: {
    currency: "USD",
    years: { 0: [190e3, 340e3], 1: [140e3, 190e3], 2: [105e3, 140e3], 3: [72e3, 105e3], 4: [46e3, 72e3] },
    monthly: 0,
    hourly: 0.3,
  },
};

/** The hours of a full-time week, as contracts in the country have them. */
export function weeklyHours(country: Country): number {
  return fullTime[country];
}

const fullTime: Readonly<Record<Country, number>> = { DE: 40, FR: 35, GB: 37.5, NL: 40, US: 40 };

export { nationalIdentifiers } from "./national-identifiers.ts";
