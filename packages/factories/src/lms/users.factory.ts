import { deleted } from "../ats/deleted.ts";
import { someTimeAfter } from "../ats/timeline.ts";
import { defineFactory, type Entity } from "../define-factory.ts";
import { instantBefore } from "../instants.ts";
import { type Country, emailOf, personName } from "../people.ts";

/** What a user is made from. */
export interface LmsUserInputs {
  readonly country: Country;
  /** Where the company has its addresses. */
  readonly host: string;
  /** The world's date, `yyyy-MM-dd`. */
  readonly date: string;
}

const inputs: LmsUserInputs = { country: "DE", host: "company.example.com", date: "2026-01-15" };

/** Builds somebody with an account in the learning system that is in use. */
export const lmsUserFactory = defineFactory("LmsUser")({
  inputs,
  fields: {
    id: ({ id }) => id(),
    remote_id: ({ integer }) => String(integer(1_000, 9_999)),
    first_name: (context) => personName(context, context.input.country).firstName,
    last_name: (context) => personName(context, context.input.country).lastName,
    work_email: ({ get, input }) => emailOf(get("first_name") ?? "", get("last_name") ?? "", input.host),
    status: (): Entity<"LmsUser">["status"] => "ACTIVE",
    remote_created_at: (context) => instantBefore(context, context.input.date, { minDays: 30, maxDays: 900 }),
    remote_deleted_at: () => null,
    changed_at: (context) => someTimeAfter(context, context.get("remote_created_at"), context.input.date),
    remote_data: () => null,
    custom_fields: () => null,
    integration_fields: () => [],
  },
  traits: {
    inactive: { values: { status: "INACTIVE" } },
    withoutEmail: { values: { work_email: null } },
    deleted,
  },
});
