import type { Choices } from "../choices.ts";
import type { Entity } from "../define-factory.ts";
import { personName } from "../people.ts";
import { employeeEmail } from "./employee-name.ts";
import type { EmployeeContext } from "./employees.inputs.ts";
import { hrisEmploymentFactory } from "./employments.factory.ts";
import { hrisLegalEntityFactory } from "./legal-entities.factory.ts";
import { hrisLocationFactory } from "./locations.factory.ts";
import { midnight } from "./record-instants.ts";

const numberAt = (choices: Choices, name: string) => String(choices.at(name).integer(1_000, 9_999));

/** Somebody to whom the employee reports; nobody where that is who leads the company. */
export function someManager(context: EmployeeContext): Entity<"HrisEmployeeManager"> | null {
  const { country, host, leadsCompany } = context.input;
  if (leadsCompany) return null;
  const { firstName, lastName } = personName(context.at("name"), country);
  return {
    id: context.id(),
    remote_id: numberAt(context, "remote_id"),
    employee_number: `E00${numberAt(context, "number")}`,
    first_name: firstName,
    last_name: lastName,
    display_full_name: `${firstName} ${lastName}`,
    work_email: employeeEmail({ firstName, lastName, number: null, namesakes: 0 }, host),
    employment_status: "ACTIVE",
    termination_date: null,
  };
}

/** The only employment, on the terms that the employee's own fields state. */
export function ownEmployments({ get, input, seed, key }: EmployeeContext): Entity<"HrisEmployment">[] {
  const from = get("start_date")?.slice(0, 10) ?? input.date;
  const employment = hrisEmploymentFactory
    .seed(seed)
    .key(`${key}/employment`)
    .input({
      ...{ country: input.country, date: input.date, department: input.department, level: input.level },
      ...{ from, until: get("termination_date")?.slice(0, 10) ?? input.date },
      ...{ leadsCompany: input.leadsCompany, employmentType: get("employment_type") ?? null },
      ...{ currentTitle: get("job_title"), weeklyHours: get("weekly_hours") },
      deletedAt: get("remote_deleted_at"),
    });
  return [employment.build({ employee_id: get("id") })];
}

/** What is left of this year's vacation. */
export function someBalances(context: EmployeeContext): Entity<"HrisTimeOffBalance">[] {
  const { get, input } = context;
  const used = context.at("used").integer(0, 24) / 2;
  return [
    {
      id: context.id(),
      remote_id: numberAt(context, "remote_id"),
      employee_id: get("id"),
      type_id: context.at("type").id(),
      balance: 30 - used,
      balance_unit: "DAYS",
      used,
      used_unit: "DAYS",
      changed_at: midnight(input.date),
      remote_deleted_at: null,
      remote_data: null,
    },
  ];
}

/** The department. */
export function someGroups(context: EmployeeContext): Entity<"HrisEmployeeGroup">[] {
  const remote_id = numberAt(context, "remote_id");
  return [{ id: context.id(), remote_id, name: context.input.department, type: "DEPARTMENT" }];
}

/** The employer. */
export function someLegalEntity({ input, seed, key }: EmployeeContext): Entity<"HrisEmployeeLegalEntity"> {
  const { country, date } = input;
  const entity = hrisLegalEntityFactory.seed(seed).key(`${key}/legal-entity`).input({ country, date });
  const { id, remote_id, name, address = null } = entity.build();
  return { id, remote_id, name, address };
}

/** The place of work. */
export function someLocation({ input, seed, key }: EmployeeContext): Entity<"HrisLocation"> {
  const { country, date } = input;
  return hrisLocationFactory.seed(seed).key(`${key}/location`).input({ country, date }).build();
}
