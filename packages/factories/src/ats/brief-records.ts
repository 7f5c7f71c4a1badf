import type { Choices } from "../choices.ts";
import type { Entity } from "../define-factory.ts";
import { type Country, emailOf, personName } from "../people.ts";
import { departments, jobTitle } from "../work.ts";

/** Where private people have their addresses. */
export const mailHosts = ["mail.example.com", "inbox.example.com", "post.example"] as const;

/** A candidate as other records show one. */
export function briefCandidate(choices: Choices, country: Country): Entity<"AtsCandidateSummary"> {
  const { firstName, lastName } = personName(choices.at("name"), country);
  return {
    id: choices.at("id").id(),
    remote_id: String(choices.at("remote_id").integer(1_000, 9_999)),
    first_name: firstName,
    last_name: lastName,
    email_addresses: [
      { email_address: emailOf(firstName, lastName, choices.at("host").pick(mailHosts)), type: "PRIVATE" },
    ],
  };
}

/** A job as other records show one. */
export function briefJob(choices: Choices): Entity<"NamedReference"> {
  return {
    id: choices.at("id").id(),
    remote_id: String(choices.at("remote_id").integer(1_000, 9_999)),
    name: jobTitle(choices.at("name"), choices.at("department").pick(departments), 3),
  };
}

/** What somebody in a company, applicant or not, may be called. */
export function anyTitle(choices: Choices): string {
  const level = choices.at("level").pick([2, 3, 4] as const);
  return jobTitle(choices.at("title"), choices.at("department").pick(departments), level);
}
