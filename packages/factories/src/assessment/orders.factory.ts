import type { Choices } from "../choices.ts";
import { defineFactory, type Entity } from "../define-factory.ts";
import { type Country, companyHost, companyName, emailOf, personName } from "../people.ts";
import { phoneNumber } from "../phones.ts";
import { addressAt } from "../places.ts";
import { jobDescriptionHtml } from "../prose.ts";
import { departments, jobTitle } from "../work.ts";

/** What an order is made from. */
export interface AssessmentOrderInputs {
  readonly country: Country;
  /** Who orders; made up unless told. */
  readonly company: string | null;
}

const inputs: AssessmentOrderInputs = { country: "DE", company: null };

const hosts = ["mail.example.com", "inbox.example.com", "post.example"] as const;
const teams = [
  [["RECRUITER"], ["HIRING_MANAGER"]],
  [["RECRUITER"], ["HIRING_MANAGER"], ["RECRUITER"]],
  [["RECRUITER", "HIRING_MANAGER"]],
  [["HIRING_MANAGER"]],
] as const satisfies readonly (readonly (readonly Entity<"AssessmentHiringTeamRole">[])[])[];

const remoteIdOf = (choices: Choices) => String(choices.at("remote_id").integer(1_000, 9_999));
const status = (value: Entity<"AssessmentOrderStatus">) => ({ fields: { status: () => value } });

function hiringTeam(choices: Choices, country: Country, company: string) {
  return choices.pick(teams).map((roles, index): Entity<"AssessmentHiringTeamMember"> => {
    const member = choices.at(String(index));
    const { firstName, lastName } = personName(member.at("name"), country);
    return {
      remote_id: remoteIdOf(member),
      email: emailOf(firstName, lastName, companyHost(company)),
      first_name: firstName,
      last_name: lastName,
      hiring_team_roles: [...roles],
    };
  });
}

/** Builds an order that waits for its result unless told. */
export const assessmentOrderFactory = defineFactory("AssessmentOrder")({
  inputs,
  fields: {
    id: ({ id }) => id(),
    package_id: ({ id }) => id(),
    status: (): Entity<"AssessmentOrderStatus"> => "OPEN",
    candidate(context) {
      const { country } = context.input;
      const { firstName, lastName } = personName(context.at("name"), country);
      return {
        remote_id: remoteIdOf(context),
        email: emailOf(firstName, lastName, context.at("host").pick(hosts)),
        first_name: firstName,
        last_name: lastName,
        phone: context.at("has-phone").chance(0.8) ? phoneNumber(context, country, "mobile") : null,
      };
    },
    application: (context) => ({ remote_id: remoteIdOf(context) }),
    job(context) {
      const { country } = context.input;
      const company = context.input.company ?? companyName(context.at("company"), country);
      const name = jobTitle(context, context.at("department").pick(departments), 3);
      return {
        remote_id: remoteIdOf(context),
        name,
        job_code: context.at("has-code").chance(0.6) ? `REQ-${context.at("code").integer(100, 999)}` : null,
        description: jobDescriptionHtml(context.at("description"), name, company),
        location: addressAt(context.at("location"), country),
        hiring_team: hiringTeam(context.at("team"), country, company),
      };
    },
  },
  traits: {
    completed: status("COMPLETED"),
    cancelled: status("CANCELLED"),
    rejected: status("REJECTED"),
  },
});
