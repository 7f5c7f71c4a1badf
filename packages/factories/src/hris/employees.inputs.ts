import type { Entity, FieldContext } from "../define-factory.ts";
import type { Country } from "../people.ts";
import type { Department, Level } from "../work.ts";
import type { EmploymentType } from "./employee-terms.ts";

/** What an employee is made from. */
export interface HrisEmployeeInputs {
  /** The country of the place of work. */
  readonly country: Country;
  /** The world's date, `yyyy-MM-dd`. */
  readonly date: string;
  readonly tool: string;
  /** The company's host, of which addresses are. */
  readonly host: string;
  readonly department: Department;
  readonly level: Level;
  /** Whether the person leads the whole company, with nobody above. */
  readonly leadsCompany: boolean;
  readonly status: "ACTIVE" | "PENDING" | "INACTIVE" | "LEAVE";
  readonly employmentType: EmploymentType;
  /** How many days ago the first day of work was, at least and at most; negative when it lies ahead. */
  readonly hiredDaysAgo: readonly [number, number];
  /** Whether an end is known of, and where it lies. */
  readonly end: "none" | "past" | "ahead";
  /** The number that the customer gave; one is made up where there is none. */
  readonly employeeNumber: string | null;
  /** How many employees came before with the same name. */
  readonly namesakes: number;
  /** Whether the tool knows everything, also what it rarely does. */
  readonly complete: boolean;
}

/** An employee of a German software company unless told. */
export const employeeDefaults: HrisEmployeeInputs = {
  country: "DE",
  date: "2026-01-15",
  tool: "bamboohr",
  host: "company.example.com",
  department: "Engineering",
  level: 3,
  leadsCompany: false,
  status: "ACTIVE",
  employmentType: "FULL_TIME",
  hiredDaysAgo: [90, 1_460],
  end: "none",
  employeeNumber: null,
  namesakes: 0,
  complete: false,
};

/** What the functions of an employee's fields may look at. */
export type EmployeeContext = FieldContext<Entity<"HrisEmployee">, HrisEmployeeInputs>;
