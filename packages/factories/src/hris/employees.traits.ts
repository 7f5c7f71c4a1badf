import type { Entity, Trait } from "../define-factory.ts";
import type { Level } from "../work.ts";
import { unmappedEmploymentTypes } from "./employee-terms.ts";
import { employeeDefaults, type HrisEmployeeInputs } from "./employees.inputs.ts";
import { deletedBefore } from "./record-instants.ts";

type EmployeeTrait = Trait<Entity<"HrisEmployee">, HrisEmployeeInputs>;

const rankTraits = {
  /** Leads the company; nobody is above. */
  chiefExecutive: { input: { level: 0, leadsCompany: true, hiredDaysAgo: [2_600, 4_800] } },
  /** Leads a department. */
  executive: { input: { level: 0, hiredDaysAgo: [700, 3_600] } },
  lead: { input: { level: 1 } },
  senior: { input: { level: 2 } },
  junior: { input: { level: 4 } },
} as const satisfies Record<string, EmployeeTrait>;

const stateTraits = {
  /** Has been there for so long that the terms changed. */
  longServing: { input: { hiredDaysAgo: [1_500, 4_400] } },
  onLeave: { input: { status: "LEAVE" } },
  leaver: { input: { status: "INACTIVE", end: "past" } },
  newHire: { input: { status: "PENDING", hiredDaysAgo: [-60, -14] } },
  partTimer: { input: { employmentType: "PART_TIME" } },
  contractor: { input: { employmentType: "CONTRACT", end: "ahead" } },
  workingStudent: { input: { employmentType: "WORKING_STUDENT", level: 4, hiredDaysAgo: [60, 900] } },
  intern: { input: { employmentType: "INTERNSHIP", level: 4, hiredDaysAgo: [30, 150], end: "ahead" } },
  apprentice: { input: { employmentType: "APPRENTICESHIP", level: 4, hiredDaysAgo: [90, 800] } },
  deleted: {
    fields: {
      remote_deleted_at: (context) =>
        deletedBefore(context, context.input.date, context.get("remote_created_at")),
    },
  },
} as const satisfies Record<string, EmployeeTrait>;

const dataTraits = {
  /** Every field is filled that can be of somebody who stays. */
  complete: { input: { complete: true } },
  withoutEmail: { values: { work_email: null, personal_email: null } },
  withoutManager: { fields: { manager: () => null } },
  withoutPrivateData: {
    values: {
      ...{ ssn: null, tax_id: null, date_of_birth: null, personal_email: null, marital_status: null },
      ...{ home_address: null, bank_accounts: null },
    },
  },
  unmappedEmploymentType: {
    fields: { employment_type: ({ pick }) => pick<string>(unmappedEmploymentTypes) },
  },
  /** Every value that the API could not map is as the tool has it. */
  unmapped: {
    fields: {
      employment_type: ({ pick }) => pick<string>(unmappedEmploymentTypes),
      employment_status: ({ pick }) => pick<string>(["ZZ_SABBATICAL", "Garden leave", "Suspended (unpaid)"]),
      gender: ({ pick }) => pick<string>(["divers", "Prefer to self-describe", "X"]),
      ethnicity: ({ pick }) => pick<string>(["Two or more (not Hispanic)", "GRP-07"]),
      marital_status: ({ pick }) => pick<string>(["PACS", "eingetragene Lebenspartnerschaft", "Code 9"]),
    },
  },
} as const satisfies Record<string, EmployeeTrait>;

/** The states in which tests want an employee. */
export const employeeTraits: Readonly<
  Record<keyof typeof rankTraits | keyof typeof stateTraits | keyof typeof dataTraits, EmployeeTrait>
> = { ...rankTraits, ...stateTraits, ...dataTraits };

/** The level of somebody who has these traits. */
export function levelOf(traits: readonly string[]): Level {
  const inputs = traits.map((trait) => (isEmployeeTrait(trait) ? employeeTraits[trait].input : undefined));
  return inputs.findLast((input) => input?.level !== undefined)?.level ?? employeeDefaults.level;
}

function isEmployeeTrait(name: string): name is keyof typeof employeeTraits {
  return Object.hasOwn(employeeTraits, name);
}
