import type { Country } from "../people.ts";
import { type Department, departments } from "../work.ts";
import { defineCollection } from "../worlds/collection.ts";
import { links, many, one } from "../worlds/relations.ts";
import type { RecordSource, SkeletonRow } from "../worlds/skeleton.ts";
import { companyFacts } from "./company-facts.ts";
import { hrisEmployeeFactory } from "./employees.factory.ts";
import type { HrisEmployeeInputs } from "./employees.inputs.ts";
import { employeeRows } from "./employees.layers.ts";
import { departmentAbove } from "./groups.rows.ts";
import { countryOf } from "./sites.ts";

const groupLinks = links("hris.groups", "group_links", {
  model: "hris_join_employees_teams",
  changes: "group_memberships",
});

/** The people who work, worked or are going to work for the customer. */
export const hrisEmployees = defineCollection({
  name: "hris.employees",
  model: "hris_employees",
  factory: hrisEmployeeFactory,
  relations: {
    manager: one("hris.employees", "manager_id"),
    legal_entity: one("hris.legal-entities", "legal_entity_id"),
    work_location: one("hris.locations", "work_location_id"),
    groups: groupLinks,
    teams: groupLinks,
    employments: many("hris.employments", "employee_id"),
    time_off_balances: many("hris.time-off-balances", "employee_id"),
    absences: many("hris.absences", "employee_id"),
    timesheets: many("hris.timesheets", "employee_id"),
    direct_reports: many("hris.employees", "manager_id"),
    performance_reviews: many("hris.performance-reviews", "reviewee_id"),
    skill_assignments: many("hris.employee-skill-assignments", "employee_id"),
  },
  rows: (source) => (source.category === "HRIS" ? employeeRows(source) : []),
  inputs: (row, source) => new EmployeeInputs(row, source),
});

/** What an employee is made from; the department is looked up and namesakes are counted when a field asks for it. */
class EmployeeInputs implements Partial<HrisEmployeeInputs> {
  readonly country: Country;
  readonly date: string;
  readonly tool: string;
  readonly host: string;
  readonly employeeNumber: string | null;
  readonly #row: SkeletonRow;
  readonly #source: RecordSource;

  constructor(row: SkeletonRow, source: RecordSource) {
    this.country = countryOf(row, source);
    this.date = source.date;
    this.tool = source.tool;
    this.host = companyFacts(source).host;
    // Records that tests create have ids without numbers.
    this.employeeNumber = /^\d+$/.test(row.remoteId) ? `E${row.remoteId.padStart(6, "0")}` : null;
    this.#row = row;
    this.#source = source;
  }

  get department() {
    return departmentOf(this.#row, this.#source);
  }

  get namesakes() {
    return companyFacts(this.#source).namesakesOf(this.#row);
  }
}

/** The department of the groups that an employee belongs to; operations, where the person has none. */
export function departmentOf(
  { links: lists }: SkeletonRow,
  { rows }: Pick<RecordSource, "rows">,
): Department {
  const groups = rows("hris.groups");
  const names = (lists?.["group_links"] ?? []).map(
    ({ remoteId }) => departmentAbove(groups, remoteId)?.values?.["name"],
  );
  return departments.find((department) => names.includes(department)) ?? "Operations";
}
