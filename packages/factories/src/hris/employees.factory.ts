import { bankAccount } from "../bank-accounts.ts";
import { choicesAt } from "../choices.ts";
import { defineFactory } from "../define-factory.ts";
import { phoneNumber } from "../phones.ts";
import { addressAt } from "../places.ts";
import { nationalIdentifiers } from "../work.ts";
import { changedAt, createdAt, dateOfBirth, startDate, terminationDate } from "./employee-dates.ts";
import { employeeEmail, employeeName } from "./employee-name.ts";
import {
  ownEmployments,
  someBalances,
  someGroups,
  someLegalEntity,
  someLocation,
  someManager,
} from "./employee-relations.ts";
import { agreedHours, titleOf } from "./employee-terms.ts";
import { type EmployeeContext, employeeDefaults } from "./employees.inputs.ts";
import { employeeTraits } from "./employees.traits.ts";

const nationalities = [
  "AT",
  "BE",
  "BR",
  "CH",
  "ES",
  "IE",
  "IN",
  "IT",
  "NG",
  "PL",
  "PT",
  "SE",
  "TR",
  "UA",
] as const;
const maritalStatuses = [
  "SINGLE",
  "MARRIED",
  "DOMESTIC_PARTNERSHIP",
  "DIVORCED",
  "SEPARATED",
  "NOT_MARRIED",
] as const;
const ethnicities = [
  ...["WHITE", "ASIAN", "HISPANIC_LATINO", "HAWAIIAN", "NATIVE_AMERICAN", "BLACK_AFRICAN_AMERICAN"],
  ...["MULTIPLE_ETHNICITIES", "DECLINE_TO_SPECIFY"],
] as const;
const privateHosts = ["mail.example", "post.example", "letters.example"] as const;

// Tools that sort people by their family names show them so.
const familyNameFirst = new Set(["successfactors", "adpworkforcenow", "datev", "oracle"]);

/** Whether a tool knows what few of them do. */
const knows = (context: EmployeeContext, probability: number) =>
  context.input.complete || context.at("known").chance(probability);

const numbersOf = ({ seed, key, input }: EmployeeContext) =>
  nationalIdentifiers(choicesAt(seed, key, "HrisEmployee.numbers"), input.country);

/** Builds somebody who works for the customer: a software engineer in Germany, full time, unless told. */
export const hrisEmployeeFactory = defineFactory("HrisEmployee")({
  inputs: employeeDefaults,
  fields: {
    id: ({ id }) => id(),
    remote_id: ({ integer }) => String(integer(1_000, 9_999)),
    employee_number: ({ input, integer }) => input.employeeNumber ?? `E${integer(100_000, 999_999)}`,
    first_name: (context) => employeeName(context, context.input.country).firstName,
    last_name: (context) => employeeName(context, context.input.country).lastName,
    nationality: (context) =>
      context.at("is-home").chance(0.8) ? context.input.country : context.pick<string>(nationalities),
    display_full_name({ get, input }) {
      const names = [get("first_name"), get("last_name")].filter((name) => name !== null);
      if (names.length < 2) return names[0] ?? null;
      return familyNameFirst.has(input.tool) ? `${names[1]}, ${names[0]}` : names.join(" ");
    },
    job_title: (context) => titleOf(context, context.input),
    work_email: (context) => employeeEmail(addressParts(context), context.input.host),
    personal_email: (context) =>
      knows(context, 0.8) ? employeeEmail(addressParts(context), context.pick(privateHosts)) : null,
    mobile_phone_number: (context) =>
      knows(context, 0.9) ? phoneNumber(context, context.input.country, "mobile") : null,
    ssn: (context) => numbersOf(context).ssn,
    // Where people have one number only, that is the tax number too.
    tax_id: (context) => numbersOf(context).taxId ?? (context.input.complete ? context.get("ssn") : null),
    gender(context) {
      const share = context.integer(0, 99);
      if (share < 2 && !context.input.complete) return share === 0 ? "NON_BINARY" : "NOT_SPECIFIED";
      return employeeName(context, context.input.country).gender;
    },
    ethnicity: (context) =>
      context.input.complete || context.input.country === "US" ? context.pick<string>(ethnicities) : null,
    marital_status: (context) => (knows(context, 0.7) ? context.pick(maritalStatuses) : null),
    employment_status: ({ input }) => input.status,
    employment_type: ({ input }) => input.employmentType,
    weekly_hours: (context) => agreedHours(context, context.input.country, context.input.employmentType),
    avatar: (context) =>
      knows(context, 0.6)
        ? `https://${context.input.host}/avatars/${context.get("employee_number") ?? context.id()}.png`
        : null,
    work_location_id: ({ get }) => get("work_location")?.id ?? null,
    legal_entity_id: ({ get }) => get("legal_entity")?.id ?? null,
    manager_id: ({ get }) => get("manager")?.id ?? null,
    home_address: (context) => addressAt(context, context.input.country),
    bank_accounts(context) {
      const { firstName, lastName } = employeeName(context, context.input.country);
      const holder = `${context.get("first_name") ?? firstName} ${context.get("last_name") ?? lastName}`;
      return [bankAccount(context, context.input.country, holder)];
    },
    date_of_birth: dateOfBirth,
    start_date: startDate,
    termination_date: terminationDate,
    remote_created_at: createdAt,
    changed_at: changedAt,
    remote_deleted_at: () => null,
    remote_data: () => null,
    custom_fields: () => null,
    integration_fields: () => [],
    employments: ownEmployments,
    time_off_balances: someBalances,
    manager: someManager,
    groups: someGroups,
    legal_entity: someLegalEntity,
    teams: ({ get }) => get("groups"),
    work_location: someLocation,
  },
  traits: employeeTraits,
});

function addressParts({ get, input }: EmployeeContext) {
  const { namesakes } = input;
  return {
    firstName: get("first_name"),
    lastName: get("last_name"),
    number: get("employee_number"),
    namesakes,
  };
}
