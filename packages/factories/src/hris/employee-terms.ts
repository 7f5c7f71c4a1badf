import type { Choices } from "../choices.ts";
import type { Country } from "../people.ts";
import { type Department, jobTitle, type Level, weeklyHours } from "../work.ts";

/** The kinds of employment that the API knows. */
export type EmploymentType =
  | "FULL_TIME"
  | "PART_TIME"
  | "CONTRACT"
  | "INTERNSHIP"
  | "FREELANCE"
  | "WORKING_STUDENT"
  | "APPRENTICESHIP"
  | "TRAINING";

/** Where in the company somebody stands. */
export interface Position {
  readonly department: Department;
  readonly level: Level;
  /** Whether the person leads the whole company. */
  readonly leadsCompany: boolean;
  readonly employmentType: string | null;
}

/** What somebody in that position is called. */
export function titleOf(
  choices: Choices,
  { department, level, leadsCompany, employmentType }: Position,
): string {
  if (leadsCompany) return "Chief Executive Officer";
  if (employmentType === "WORKING_STUDENT") return `Working Student ${department}`;
  if (employmentType === "INTERNSHIP") return `${department} Intern`;
  if (employmentType === "APPRENTICESHIP") return `${department} Apprentice`;
  return jobTitle(choices, department, level);
}

/** The hours of a week that are usual for that kind of employment. */
export function agreedHours(choices: Choices, country: Country, employmentType: string): number {
  const full = weeklyHours(country);
  if (employmentType === "PART_TIME") return full * choices.pick([0.5, 0.6, 0.8]);
  if (employmentType === "WORKING_STUDENT") return full / 2;
  return full;
}

/** Values of tools that know more kinds than the API. */
export const unmappedEmploymentTypes = [
  "ZZ_Contractor_Offshore",
  "Temp - Seasonal",
  "Leased employee",
  "Secondment (in)",
  "Board member",
] as const;
