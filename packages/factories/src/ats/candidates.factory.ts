import { defineFactory, type Entity, type FieldContext } from "../define-factory.ts";
import { instantBefore } from "../instants.ts";
import { type Country, companyHost, companyName, emailOf, personName } from "../people.ts";
import { phoneNumber } from "../phones.ts";
import { addressAt } from "../places.ts";
import { anyTitle, mailHosts } from "./brief-records.ts";
import { deletedSinceUpdate, someTimeAfter } from "./timeline.ts";

/** What a candidate is made from. */
export interface AtsCandidateInputs {
  readonly country: Country;
  /** The world's date, `yyyy-MM-dd`. */
  readonly date: string;
  readonly tool: string;
  /** The candidate's id in the tool; made up unless told. */
  readonly remoteId: string | null;
  /** When they first applied, which is when the tool got to know them; null for people who were sourced. */
  readonly firstAppliedAt: string | null;
}

const sources = [
  ...["Career site", "LinkedIn", "Employee referral", "Indeed", "Job fair", "Agency", "University programme"],
] as const;

const inputs: AtsCandidateInputs = {
  country: "DE",
  date: "2026-01-15",
  tool: "greenhouse",
  remoteId: null,
  firstAppliedAt: null,
};

type Context = FieldContext<Entity<"AtsCandidate">, AtsCandidateInputs>;

function profileOf({ get }: Context): Entity<"AtsCandidateSocialMedia"> {
  const address = emailOf(get("first_name") ?? "", get("last_name") ?? "", "post.example");
  const username = address.replace(/@.*/, "").replaceAll(".", "-");
  return { link: `https://linkedin.example.com/in/${username}`, type: "LINKEDIN", username };
}

/** Builds somebody who applied, without their applications: reachable by mail and phone, in a job elsewhere. */
export const atsCandidateFactory = defineFactory("AtsCandidate")({
  inputs,
  fields: {
    id: ({ id }) => id(),
    remote_id: ({ input, integer }) => input.remoteId ?? String(integer(1_000, 9_999)),
    first_name: (context) => personName(context, context.input.country).firstName,
    last_name: (context) => personName(context, context.input.country).lastName,
    company: (context) =>
      context.chance(0.85) ? companyName(context.at("name"), context.input.country) : null,
    title: (context) => (context.get("company") === null ? null : anyTitle(context)),
    confidential: () => false,
    source: ({ pick }) => pick<string>(sources),
    phone_numbers(context) {
      const { country } = context.input;
      const mobile = { phone_number: phoneNumber(context.at("mobile"), country, "mobile"), type: "MOBILE" };
      const home = { phone_number: phoneNumber(context.at("home"), country, "landline"), type: "HOME" };
      return context.chance(0.2) ? [mobile, home] : [mobile];
    },
    email_addresses({ get, chance, at }) {
      const addressWith = (host: string) => emailOf(get("first_name") ?? "", get("last_name") ?? "", host);
      const own = { email_address: addressWith(at("host").pick(mailHosts)), type: "PRIVATE" };
      const company = get("company");
      return company !== null && chance(0.2)
        ? [own, { email_address: addressWith(companyHost(company)), type: "WORK" }]
        : [own];
    },
    social_media: (context) => (context.chance(0.4) ? [profileOf(context)] : []),
    location: (context) => addressAt(context, context.input.country),
    custom_fields: () => null,
    integration_fields: () => [],
    remote_url: ({ input, get }) => `https://${input.tool}.example.com/candidates/${get("remote_id")}`,
    remote_created_at: (context) =>
      context.input.firstAppliedAt ??
      instantBefore(context, context.input.date, { minDays: 2, maxDays: 400 }),
    remote_updated_at: (context) =>
      someTimeAfter(context, context.get("remote_created_at"), context.input.date),
    remote_data: () => null,
    changed_at: (context) => someTimeAfter(context, context.get("remote_updated_at"), context.input.date),
    remote_deleted_at: () => null,
    tags: () => [],
    applications: () => [],
  },
  traits: {
    complete: {
      fields: {
        company: (context) => companyName(context.at("name"), context.input.country),
        social_media: (context) => [profileOf(context)],
      },
    },
    withoutEmail: { fields: { email_addresses: () => [] } },
    confidential: { fields: { confidential: () => true } },
    deleted: deletedSinceUpdate,
  },
});
