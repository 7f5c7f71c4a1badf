import { type Choices, choicesAt } from "../choices.ts";
import type { Entity, FieldContext } from "../define-factory.ts";
import type { Country } from "../people.ts";
import { type Department, departments, type Level, type Pay, payOf, weeklyHours } from "../work.ts";

/** What a job is made from. */
export interface AtsJobInputs {
  readonly status: "OPEN" | "CLOSED" | "DRAFT" | "ARCHIVED";
  readonly country: Country;
  readonly tool: string;
  readonly company: { readonly name: string; readonly host: string };
  /** Its id in the tool, which its code and its pages are made from; null for any. */
  readonly remoteId: string | null;
  /** The world's date, `yyyy-MM-dd`. */
  readonly date: string;
}

/** What a field of a job may look at. */
export type JobContext = FieldContext<Entity<"AtsJob">, AtsJobInputs>;

/** How much experience is asked for, by the level of the job. */
const experience = ["Executive", "Director", "Senior", "Professional", "Entry level"] as const;
const levels = new Map<string | null, Level>([
  ["Executive", 0],
  ["Director", 1],
  ["Senior", 2],
  ["Entry level", 4],
]);

/** A level in words; most jobs are for those who know their work. */
export function experienceLevel(choices: Choices): string {
  const share = choices.integer(1, 100);
  return experience[share > 80 ? 4 : share > 40 ? 3 : share > 12 ? 2 : share > 3 ? 1 : 0];
}

/** The level that the experience asked for stands for. */
export function levelOf({ get }: JobContext): Level {
  return levels.get(get("experience_level")) ?? 3;
}

/** The department, or one that is most like it where the name is none of ours. */
export function departmentOf({ get }: JobContext): Department {
  return departments.find((department) => department === get("department")) ?? "Operations";
}

/** What each department's work is called on job boards. */
export const categories: Readonly<Record<Department, string>> = {
  Engineering: "Information Technology",
  Product: "Product Management",
  Design: "Design",
  Sales: "Sales",
  Marketing: "Marketing",
  "Customer Success": "Customer Service",
  Finance: "Accounting & Finance",
  People: "Human Resources",
  Legal: "Legal",
  Operations: "Administration",
};

/** The kind of employment that goes with a title and a level. */
export function employmentTypeOf(context: JobContext): "FULL_TIME" | "PART_TIME" | "CONTRACT" | "INTERNSHIP" {
  const name = context.get("name") ?? "";
  if (/working student/i.test(name)) return "PART_TIME";
  if (/intern\b|trainee/i.test(name)) return "INTERNSHIP";
  if (levelOf(context) < 2) return "FULL_TIME";
  const share = context.integer(1, 100);
  return share > 16 ? "FULL_TIME" : share > 6 ? "PART_TIME" : "CONTRACT";
}

/** The hours a week that go with the kind of employment. */
export function hoursOf({ get, input, pick }: JobContext): number {
  return get("employment_type") === "PART_TIME"
    ? pick([16, 20, 24, 30] as const)
    : weeklyHours(input.country);
}

/** Where people work, as offices have it: often partly at home, seldom for some time only. */
export function remoteWork(choices: Choices): "HYBRID" | "ON_SITE" | "REMOTE" | "TEMPORARY" {
  const share = choices.integer(1, 100);
  return share > 55 ? "HYBRID" : share > 22 ? "ON_SITE" : share > 4 ? "REMOTE" : "TEMPORARY";
}

/** The pay that all fields of the salary tell of. */
export function payOfJob(context: JobContext): Pay {
  // One path for all of them, since each alone would tell of another pay.
  const choices = choicesAt(context.seed, context.key, "AtsJob.salary");
  return payOf(choices, context.input.country, levelOf(context));
}

/** The least or the highest pay of a range, rounded as the middle is. */
export function payAround(context: JobContext, share: number): number {
  const { amount, period } = payOfJob(context);
  const step = period === "HOUR" ? 0.5 : period === "MONTH" ? 50 : 500;
  return Math.round((amount * share) / step) * step;
}
